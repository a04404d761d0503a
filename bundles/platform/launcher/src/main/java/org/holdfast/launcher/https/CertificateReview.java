package org.holdfast.launcher.https;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.holdfast.launcher.text.Message;

/** What is to be said about a certificate that can be read and has its key. */
public final class CertificateReview {
    private static final Duration SOON = Duration.ofDays(30);
    /** NIST SP 800-57 part 1, rev. 5, table 2: what has 112 bits of security, the least that may be used. */
    private static final int SHORTEST_RSA = 2_048;

    private static final int SHORTEST_CURVE = 224;
    private static final Pattern WEAK_SIGNATURE = Pattern.compile("(MD2|MD5|SHA1)with.*", Pattern.CASE_INSENSITIVE);
    /** Kinds of a subject's other names (RFC 5280, 4.2.1.6). */
    private static final int DNS_NAME = 2;

    private static final int IP_ADDRESS = 7;

    private final X509Certificate certificate;
    private final Instant now;

    CertificateReview(X509Certificate certificate, Instant now) {
        this.certificate = certificate;
        this.now = now;
    }

    /**
     * Something that is not as it should be.
     *
     * @param refused whether browsers and clients refuse such a certificate
     * @param text what it is and what to do
     */
    public record Remark(boolean refused, Message text) {}

    /**
     * Looks at the certificate.
     *
     * @return what is not as it should be; empty where all is well
     */
    public List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        validity(remarks);
        key().ifPresent(weak -> remarks.add(new Remark(false, Message.of("https.weakKey", weak))));
        if (WEAK_SIGNATURE.matcher(certificate.getSigAlgName()).matches() && !isSelfIssued()) {
            remarks.add(new Remark(true, Message.of("https.weakSignature", certificate.getSigAlgName())));
        }
        if (hosts().isEmpty()) {
            remarks.add(new Remark(true, Message.of("https.noHost")));
        }
        return remarks;
    }

    private void validity(List<Remark> remarks) {
        if (isExpired()) {
            remarks.add(new Remark(true, Message.of("https.expired", ends())));
        } else if (now.isBefore(certificate.getNotBefore().toInstant())) {
            String begins =
                    String.valueOf(certificate.getNotBefore().toInstant().atOffset(ZoneOffset.UTC));
            remarks.add(new Remark(true, Message.of("https.notYet", begins)));
        } else if (now.plus(SOON).isAfter(end())) {
            remarks.add(new Remark(
                    false,
                    Message.of(
                            "https.endsSoon",
                            ends(),
                            Duration.between(now, end()).toDays())));
        }
    }

    boolean isExpired() {
        return now.isAfter(end());
    }

    private Instant end() {
        return certificate.getNotAfter().toInstant();
    }

    /**
     * Returns the last day of the certificate.
     *
     * @return the day in UTC
     */
    public String ends() {
        return end().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private boolean isSelfIssued() {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private Optional<String> key() {
        if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            return bits < SHORTEST_RSA ? Optional.of("RSA " + bits) : Optional.empty();
        }
        if (certificate.getPublicKey() instanceof ECPublicKey curve) {
            int bits = curve.getParams().getOrder().bitLength();
            return bits < SHORTEST_CURVE ? Optional.of("EC " + bits) : Optional.empty();
        }
        return Optional.empty();
    }

    /**
     * Returns the hosts that the certificate names. The common name is none: no browser reads it any more (RFC 9525).
     *
     * @return names and addresses, as the certificate has them
     */
    public List<String> hosts() {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name ->
                                    name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
