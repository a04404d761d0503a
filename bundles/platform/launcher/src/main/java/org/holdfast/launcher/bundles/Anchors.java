package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The certificates of one party, vendors or the group: whose path ends in one of them speaks for the party. */
final class Anchors {
    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    private final KeyStore store;

    private Anchors(KeyStore store) {
        this.store = store;
    }

    /**
     * Reads a party's key store.
     *
     * @return its certificates, or empty where there is no such file
     * @throws IOException where it cannot be read, or has another password
     */
    static Optional<Anchors> read(Path file) throws IOException, GeneralSecurityException {
        return Files.exists(file) ? Optional.of(new Anchors(TrustStore.read(file))) : Optional.empty();
    }

    /**
     * Finds who of the signers speaks for this party.
     *
     * @return the path of each, from the signer's own certificate to the trusted one
     */
    List<List<X509Certificate>> paths(Collection<CodeSigner> signers) {
        return signers.stream().map(this::path).flatMap(Optional::stream).toList();
    }

    /** RFC 5280, as of now; whether a certificate is revoked is asked apart, of our own lists. */
    private Optional<List<X509Certificate>> path(CodeSigner signer) {
        try {
            PKIXParameters parameters = new PKIXParameters(store);
            parameters.setRevocationEnabled(false);
            PKIXCertPathValidatorResult result = (PKIXCertPathValidatorResult)
                    CertPathValidator.getInstance("PKIX").validate(signer.getSignerCertPath(), parameters);
            List<X509Certificate> path = certificates(signer);
            if (path.isEmpty() || !signsCode(path.get(0))) {
                return Optional.empty();
            }
            X509Certificate anchor = result.getTrustAnchor().getTrustedCert();
            if (!path.contains(anchor)) {
                path.add(anchor);
            }
            return Optional.of(path);
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    static List<X509Certificate> certificates(CodeSigner signer) {
        List<X509Certificate> path = new ArrayList<>();
        signer.getSignerCertPath().getCertificates().stream()
                .filter(X509Certificate.class::isInstance)
                .forEach(certificate -> path.add((X509Certificate) certificate));
        return path;
    }

    /** The authority of a firm also signs for servers and people: their certificates must not sign code. */
    private static boolean signsCode(X509Certificate certificate) throws CertificateParsingException {
        boolean[] use = certificate.getKeyUsage();
        List<String> purposes = certificate.getExtendedKeyUsage();
        return (use == null || use[0])
                && (purposes == null || purposes.contains(CODE_SIGNING) || purposes.contains(ANY_PURPOSE));
    }
}
