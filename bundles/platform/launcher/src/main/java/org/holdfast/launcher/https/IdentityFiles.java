package org.holdfast.launcher.https;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdfast.launcher.config.HttpsSettings;
import org.holdfast.launcher.start.StartFailure;

/** Reads the server's certificate and key from their files, and checks that they belong together. */
final class IdentityFiles {
    private static final byte[] PROBE = "does this key fit?".getBytes(StandardCharsets.US_ASCII);

    private final HttpsSettings settings;

    IdentityFiles(HttpsSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads everything.
     *
     * @throws StartFailure where a file is absent or damaged, the password is wrong, or the key is another certificate's
     */
    ServerIdentity read() {
        Path file = settings.files().certificate();
        Optional<char[]> password = settings.files().password().map(IdentityFiles::password);
        Optional<Path> keyFile = settings.files().key();
        ServerIdentity found = keyFile.isPresent()
                ? new ServerIdentity(certificates(file), new PemKey(keyFile.get()).read(password), authorities())
                : new Pkcs12File(file).read(password, authorities());
        if (!fits(found)) {
            throw new StartFailure("failure.httpsKeyOther", keyFile.orElse(file), file);
        }
        return found;
    }

    private List<X509Certificate> authorities() {
        return settings.clients().authorities().map(IdentityFiles::certificates).orElse(List.of());
    }

    private static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> found = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (PemBlocks.Block block : PemBlocks.of(text(file))) {
                if (block.label().endsWith("CERTIFICATE")) {
                    found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.bytes())));
                }
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new StartFailure(e, "failure.httpsCertificate", file);
        }
        if (found.isEmpty()) {
            throw new StartFailure("failure.httpsCertificate", file);
        }
        return found;
    }

    private static char[] password(Path file) {
        return text(file).lines().findFirst().orElse("").toCharArray();
    }

    static String text(Path file) {
        try {
            // Any bytes are text in this encoding; what matters in these files is ASCII.
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException | UncheckedIOException e) {
            throw new StartFailure(e, "failure.httpsFile", file);
        }
    }

    /** Signs with the key and verifies with the certificate: the only proof that the two belong together. */
    private static boolean fits(ServerIdentity identity) {
        PrivateKey key = identity.key();
        try {
            Signature signature = Signature.getInstance(signatureFor(key.getAlgorithm()));
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(identity.certificate().getPublicKey());
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String signatureFor(String keyAlgorithm) {
        return switch (keyAlgorithm) {
            case "EC" -> "SHA256withECDSA";
            case "EdDSA" -> "EdDSA";
            default -> "SHA256withRSA";
        };
    }
}
