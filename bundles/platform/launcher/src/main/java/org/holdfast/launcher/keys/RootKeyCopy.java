package org.holdfast.launcher.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** A root key file and its passphrase as one row of bytes that tells whether it is whole. */
final class RootKeyCopy {
    private static final int VERSION = 1;
    private static final int DIGEST = 32;
    private static final int LARGEST = 1 << 16;

    private final byte[] file;
    private final String passphrase;

    RootKeyCopy(byte[] file, String passphrase) {
        this.file = file.clone();
        this.passphrase = passphrase;
    }

    byte[] file() {
        return file.clone();
    }

    String passphrase() {
        return passphrase;
    }

    byte[] bytes() {
        byte[] words = passphrase.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(file.length);
            out.write(file);
            out.writeInt(words.length);
            out.write(words);
            out.write(digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #bytes} wrote; empty where it is anything else. */
    static Optional<RootKeyCopy> of(byte[] bytes) {
        int end = bytes.length - DIGEST;
        if (end < 1
                || !Arrays.equals(digest(Arrays.copyOf(bytes, end)), Arrays.copyOfRange(bytes, end, bytes.length))) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, end))) {
            return in.readByte() == VERSION
                    ? Optional.of(new RootKeyCopy(part(in), new String(part(in), StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] part(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("A part of " + length + " bytes");
        }
        return in.readNBytes(length);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
