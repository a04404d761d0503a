package org.holdfast.launcher.https;

import java.io.IOException;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.holdfast.launcher.start.StartFailure;

/** A key in a PEM file, in PKCS#8 (RFC 5958), encrypted or not. */
final class PemKey {
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private final Path file;

    PemKey(Path file) {
        this.file = file;
    }

    /**
     * Reads the key.
     *
     * @throws StartFailure where there is none in a form that is taken, or the password does not open it
     */
    PrivateKey read(Optional<char[]> password) {
        try {
            for (PemBlocks.Block block : PemBlocks.of(IdentityFiles.text(file))) {
                switch (block.label()) {
                    case "PRIVATE KEY" -> {
                        return key(new PKCS8EncodedKeySpec(block.bytes()));
                    }
                    case "ENCRYPTED PRIVATE KEY" -> {
                        return key(opened(block.bytes(), password));
                    }
                    case "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
                        throw new StartFailure("failure.httpsKeyForm", file, block.label());
                    default -> {
                        // such as the parameters of a curve, which the key has, too
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            throw new StartFailure(e, "failure.httpsKey", file);
        }
        throw new StartFailure("failure.httpsKey", file);
    }

    private PKCS8EncodedKeySpec opened(byte[] sealed, Optional<char[]> password) {
        if (password.isEmpty()) {
            throw new StartFailure("failure.httpsPasswordMissing", file);
        }
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(sealed);
            AlgorithmParameters parameters = info.getAlgParameters();
            // The name of PBES2 is in its parameters (RFC 8018): PBEWithHmacSHA256AndAES_256 and the like.
            String algorithm = info.getAlgName().equals("PBES2") ? String.valueOf(parameters) : info.getAlgName();
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.get())),
                    parameters);
            return info.getKeySpec(cipher);
        } catch (IOException | GeneralSecurityException e) {
            throw new StartFailure(e, "failure.httpsPassword", file);
        }
    }

    private PrivateKey key(PKCS8EncodedKeySpec encoded) {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (GeneralSecurityException e) {
                // It is of another algorithm.
            }
        }
        throw new StartFailure("failure.httpsKey", file);
    }
}
