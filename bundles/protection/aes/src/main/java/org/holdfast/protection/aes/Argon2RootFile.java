package org.holdfast.protection.aes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.api.protection.KeyRingState.Status;
import org.holdfast.api.protection.RootKind;

/**
 * The bytes of a root key file: a root key, sealed with AES-256-GCM by what Argon2id makes of the passphrase.
 *
 * <p>{@code "HFROOT" | version(1) | derivation(1) | memory KiB(4) | passes(4) | lanes(4) | identity(16) | salt(16) |
 * iv(12) | key(32) | tag(16)}, numbers with the highest byte first. Everything before the iv is bound into the seal.
 * Version 1 knows derivation 1: Argon2id, version 1.3.
 */
final class Argon2RootFile {
    private static final byte[] MAGIC = "HFROOT".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final byte ARGON2ID = 1;
    private static final int ID_BYTES = 16;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int PARAMETERS_AT = MAGIC.length + 2;
    private static final int ID_AT = PARAMETERS_AT + Argon2Parameters.BYTES;
    private static final int SALT_AT = ID_AT + ID_BYTES;
    private static final int NONCE_AT = SALT_AT + SALT_BYTES;
    private static final int SEALED_AT = NONCE_AT + NONCE_BYTES;
    static final int BYTES = SEALED_AT + Hierarchy.KEY_BYTES + TAG_BYTES;

    private final byte[] bytes;

    private Argon2RootFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Tells whether bytes want to be such a file, whole or not. */
    static boolean isMeant(byte[] bytes) {
        return bytes.length >= MAGIC.length && Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC);
    }

    /**
     * Reads the bytes of a file, without its key.
     *
     * @throws UnreadableRoot where they are cut off, of a later version, or ask for unbearable work; no memory was taken then
     */
    static Argon2RootFile of(byte[] bytes) throws UnreadableRoot {
        if (bytes.length != BYTES || !isMeant(bytes)) {
            throw damaged("The root key file is cut off or lengthened.");
        }
        if (bytes[MAGIC.length] != VERSION || bytes[MAGIC.length + 1] != ARGON2ID) {
            throw damaged("The root key file is altered, or was written by a later version of this program.");
        }
        Argon2RootFile file = new Argon2RootFile(bytes.clone());
        if (!file.parameters().bearable()) {
            throw damaged("The root key file asks for work that none of ours asks for ("
                    + file.parameters().memoryKib() + " KiB of memory, "
                    + file.parameters().passes() + " passes, "
                    + file.parameters().lanes() + " lanes).");
        }
        return file;
    }

    private static UnreadableRoot damaged(String what) {
        return new UnreadableRoot(Status.DAMAGED, what + " Restore it from its backup.");
    }

    /** Seals a root key by a passphrase. */
    static Argon2RootFile seal(String identity, byte[] secret, char[] passphrase, Argon2Parameters parameters) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        SecureRandom random = new SecureRandom();
        random.nextBytes(salt);
        random.nextBytes(nonce);
        ByteBuffer made = ByteBuffer.allocate(BYTES).put(MAGIC).put(VERSION).put(ARGON2ID);
        parameters.write(made);
        made.put(HexFormat.of().parseHex(identity)).put(salt).put(nonce);
        Argon2RootFile file = new Argon2RootFile(made.array());
        try {
            byte[] sealed =
                    file.cipher(Cipher.ENCRYPT_MODE, file.derived(passphrase)).doFinal(secret);
            made.put(sealed);
            return file;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES/GCM refused to seal; check the security providers of this Java", e);
        }
    }

    /**
     * Opens the root key.
     *
     * @throws UnreadableRoot where the passphrase does not fit, or a byte was changed: the file does not tell which
     */
    RootKey open(char[] passphrase) throws UnreadableRoot {
        byte[] secret = new byte[0];
        try {
            secret = cipher(Cipher.DECRYPT_MODE, derived(passphrase)).doFinal(bytes, SEALED_AT, BYTES - SEALED_AT);
            return new RootKey(identity(), new SecretKeySpec(secret, "AES"), RootKind.ARGON2ID, null);
        } catch (AEADBadTagException e) {
            throw new UnreadableRoot(
                    Status.LOCKED,
                    "The passphrase does not open the root key file. If it is surely right, the file was altered: "
                            + "restore it from its backup.");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES/GCM refused to open; check the security providers of this Java", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String identity() {
        return HexFormat.of().formatHex(bytes, ID_AT, SALT_AT);
    }

    Argon2Parameters parameters() {
        return Argon2Parameters.read(ByteBuffer.wrap(bytes, PARAMETERS_AT, Argon2Parameters.BYTES));
    }

    private byte[] derived(char[] passphrase) {
        byte[] words = Passphrase.asBytes(passphrase);
        byte[] derived = parameters().derive(words, Arrays.copyOfRange(bytes, SALT_AT, NONCE_AT));
        Arrays.fill(words, (byte) 0);
        return derived;
    }

    private Cipher cipher(int mode, byte[] key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        GCMParameterSpec nonce = new GCMParameterSpec(TAG_BYTES * 8, bytes, NONCE_AT, NONCE_BYTES);
        cipher.init(mode, new SecretKeySpec(key, "AES"), nonce);
        cipher.updateAAD(bytes, 0, NONCE_AT);
        Arrays.fill(key, (byte) 0);
        return cipher;
    }
}
