package org.holdfast.core.platform.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts and bytes, and comparison that takes the same time whatever differs. */
public final class Fingerprints {

    private Fingerprints() {}

    /**
     * Returns the SHA-256 of a text.
     *
     * @param text any text
     * @return 64 lower-case hexadecimal digits of its UTF-8 bytes
     */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the SHA-256 of bytes.
     *
     * @param bytes any bytes
     * @return 64 lower-case hexadecimal digits
     */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JVM has no SHA-256", e);
        }
    }

    /**
     * Compares two secrets in a time that does not tell where they differ.
     *
     * @param one a secret
     * @param other another
     * @return whether they are the same
     */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
