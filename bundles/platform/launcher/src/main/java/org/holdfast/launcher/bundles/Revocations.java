package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdfast.launcher.start.StartFailure;

/**
 * What is no longer trusted: the list an administrator keeps, and the revocation lists of certificate authorities (RFC 5280).
 * A list of an authority that is out of date still counts for what it names: who was revoked does not come back by waiting.
 * Immutable.
 */
public final class Revocations {
    private static final Pattern LINE = Pattern.compile("(certificate|bundle)\\s+([0-9a-fA-F:]+)\\s*(#.*)?");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final long MAX_BYTES = 10L << 20;

    private final Set<String> certificates = new HashSet<>();
    private final Set<String> bundles = new HashSet<>();
    private final List<X509CRL> lists = new ArrayList<>();

    private Revocations() {}

    /**
     * Reads the lists.
     *
     * @param files where they are; none need exist
     * @return what is revoked
     * @throws StartFailure where one cannot be read or a line is not understood: what it revokes is not known then
     */
    public static Revocations read(TrustFiles files) {
        Revocations read = new Revocations();
        try {
            if (Files.exists(files.revoked())) {
                read.readList(files.revoked());
            }
            if (Files.isDirectory(files.authorities())) {
                read.readAuthorities(files.authorities());
            }
        } catch (IOException e) {
            throw new StartFailure(e, "failure.revokedUnreadable", files.revoked(), files.authorities());
        }
        return read;
    }

    private void readList(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            String digest =
                    matcher.matches() ? matcher.group(2).replace(":", "").toLowerCase(Locale.ROOT) : "";
            if (!SHA256.matcher(digest).matches()) {
                throw new StartFailure("failure.revokedLine", file, i + 1);
            }
            (matcher.group(1).equals("bundle") ? bundles : certificates).add(digest);
        }
    }

    private void readAuthorities(Path folder) throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.list(folder)) {
            found = files.filter(file -> file.toString().endsWith(".crl"))
                    .sorted()
                    .toList();
        }
        for (Path file : found) {
            try (InputStream in = new LimitedInput(Files.newInputStream(file), MAX_BYTES)) {
                lists.add((X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in));
            } catch (CertificateException | CRLException e) {
                throw new StartFailure(e, "failure.revokedAuthority", file);
            }
        }
    }

    /**
     * Returns how much is listed.
     *
     * @return lines of the administrator's list that revoke something
     */
    public int size() {
        return certificates.size() + bundles.size();
    }

    /**
     * Returns the authorities whose lists should have been replaced by now.
     *
     * @param now the time
     * @return their names, as in the certificates
     */
    public List<String> outOfDate(Instant now) {
        return lists.stream()
                .filter(list -> list.getNextUpdate() != null
                        && list.getNextUpdate().toInstant().isBefore(now))
                .map(list -> list.getIssuerX500Principal().getName())
                .toList();
    }

    /** Whether a bundle is revoked by the SHA-256 of its file or of a signature inside. */
    boolean bundle(String sha256) {
        return bundles.contains(sha256);
    }

    /** Whether a certificate stands in the administrator's list. */
    boolean certificate(X509Certificate certificate) {
        return certificates.contains(fingerprint(certificate));
    }

    /** Whether one of a path is revoked, from the signer's own certificate to the trusted one. */
    boolean path(List<X509Certificate> path) {
        for (int i = 0; i < path.size(); i++) {
            X509Certificate issuer = path.get(Math.min(i + 1, path.size() - 1));
            if (certificate(path.get(i)) || byAuthority(path.get(i), issuer.getPublicKey())) {
                return true;
            }
        }
        return false;
    }

    private boolean byAuthority(X509Certificate certificate, PublicKey authority) {
        return lists.stream()
                .filter(list -> list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal()))
                .anyMatch(list -> list.isRevoked(certificate) && isBy(list, authority));
    }

    /** A list that the authority did not sign revokes nothing: anybody could have written it. */
    private static boolean isBy(X509CRL list, PublicKey authority) {
        try {
            list.verify(authority);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** SHA-256 of a certificate, as {@code keytool -list -v} shows it, without colons. */
    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(sha256().digest(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("It was read from an encoding", e);
        }
    }

    /** Every Java platform has SHA-256. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
