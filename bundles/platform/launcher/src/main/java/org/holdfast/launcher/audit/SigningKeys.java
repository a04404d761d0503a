package org.holdfast.launcher.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Keys that sign checkpoints: Ed25519. The private one is kept sealed by whoever made it; public ones lie beside the log, for
 * convenience only: whoever verifies for a court brings the public key from elsewhere.
 */
public final class SigningKeys {
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_BYTES = 8;

    private SigningKeys() {}

    /**
     * Makes a key.
     *
     * @return the private key as PKCS#8 and the public one as X.509
     */
    public static Encoded create() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new Encoded(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform since 15 has Ed25519", e);
        }
    }

    /** A pair of keys as bytes. Never printed. */
    public static final class Encoded {
        private final byte[] secret;
        private final byte[] open;

        /**
         * Takes a pair.
         *
         * @param privateKey PKCS#8
         * @param publicKey X.509
         */
        public Encoded(byte[] privateKey, byte[] publicKey) {
            this.secret = privateKey.clone();
            this.open = publicKey.clone();
        }

        /**
         * Returns the private key.
         *
         * @return PKCS#8
         */
        public byte[] privateKey() {
            return secret.clone();
        }

        /**
         * Returns the public key.
         *
         * @return X.509
         */
        public byte[] publicKey() {
            return open.clone();
        }
    }

    /**
     * Returns what signs with a key.
     *
     * @param key the pair
     * @return the signer
     */
    public static CheckpointSigner signer(Encoded key) {
        try {
            PrivateKey secret =
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(key.privateKey()));
            return new KeySigner(id(key.publicKey()), secret);
        } catch (GeneralSecurityException e) {
            throw new AuditFailure("The key that signs the audit log is damaged", e);
        }
    }

    private record KeySigner(String keyId, PrivateKey secret) implements CheckpointSigner {
        @Override
        public byte[] sign(byte[] text) {
            try {
                Signature signature = Signature.getInstance(ALGORITHM);
                signature.initSign(secret);
                signature.update(text);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new AuditFailure("The audit log cannot be signed", e);
            }
        }

        @Override
        public String toString() {
            return "signer " + keyId;
        }
    }

    /**
     * Writes a public key beside a log.
     *
     * @param folder the log
     * @param publicKey X.509
     */
    public static void publish(Path folder, byte[] publicKey) {
        Path file = new AuditFiles(folder).keys().resolve(id(publicKey) + ".pub");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text(publicKey));
        } catch (IOException e) {
            throw new AuditFailure("The public key of the audit log cannot be written", e);
        }
    }

    /**
     * Reads public keys.
     *
     * @param folder a folder of {@code .pub} files
     * @return keys by id; the id is computed, never believed
     * @throws IOException where a file cannot be read or holds no key
     */
    public static Map<String, PublicKey> read(Path folder) throws IOException {
        Map<String, PublicKey> keys = new HashMap<>();
        if (!Files.isDirectory(folder)) {
            return keys;
        }
        try (var list = Files.newDirectoryStream(folder, "*.pub")) {
            for (Path file : list) {
                keys.putAll(parse(Files.readAllBytes(file)));
            }
        }
        return keys;
    }

    /**
     * Reads a public key.
     *
     * @param file a {@code .pub} file
     * @return the key under its id
     * @throws IOException where the file cannot be read or holds no key
     */
    public static Map<String, PublicKey> readOne(Path file) throws IOException {
        return parse(Files.readAllBytes(file));
    }

    /** Reads what {@link #text} wrote, as a key under its id. */
    static Map<String, PublicKey> parse(byte[] text) throws IOException {
        try {
            byte[] encoded = Base64.getDecoder().decode(new String(text, StandardCharsets.US_ASCII).strip());
            return Map.of(
                    id(encoded), KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("A file holds no Ed25519 public key", e);
        }
    }

    /** Writes a public key as text. */
    static String text(byte[] publicKey) {
        return Base64.getEncoder().encodeToString(publicKey) + "\n";
    }

    /** Returns whether a key signed a text. */
    static boolean signed(PublicKey key, byte[] text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // A signature of a wrong length is an exception, too, and as wrong as any other.
            return false;
        }
    }

    private static String id(byte[] publicKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey);
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
