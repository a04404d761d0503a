package org.holdfast.launcher.audit;

import java.util.Arrays;
import java.util.Base64;

/** Bytes that nobody can change, such as a hash or a signature. */
final class Bytes {
    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /** Reads base64; an {@link IllegalArgumentException} where it is none. */
    static Bytes ofBase64(String text) {
        return new Bytes(Base64.getDecoder().decode(text));
    }

    byte[] array() {
        return content.clone();
    }

    int length() {
        return content.length;
    }

    String base64() {
        return Base64.getEncoder().encodeToString(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return base64();
    }
}
