package org.holdfast.paper;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Makes keys for seals, with a certificate of their own until somebody whom others trust has issued one. */
public final class PaperCertificates {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BITS = 3072;
    private static final int SERIAL_BITS = 127;

    private PaperCertificates() {}

    /**
     * Whom a certificate is for, and when it holds.
     *
     * @param firm name of the firm
     * @param country ISO 3166 code of two letters
     * @param from when it begins to hold
     * @param until when it ends
     */
    public record Holder(String firm, String country, Instant from, Instant until) {
        private X500Name name() {
            return new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.C, country)
                    .addRDN(BCStyle.O, firm)
                    .addRDN(BCStyle.CN, firm)
                    .build();
        }
    }

    /**
     * Makes a key.
     *
     * @return an RSA key of 3072 bits, which every verifier knows
     */
    public static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS, RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java makes no RSA keys", e);
        }
    }

    /**
     * Makes a certificate that a key signs for itself.
     *
     * @param pair the key
     * @param holder whom it is for
     * @return the certificate
     */
    public static X509Certificate selfSigned(KeyPair pair, Holder holder) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    holder.name(),
                    new BigInteger(SERIAL_BITS, RANDOM).add(BigInteger.ONE),
                    Date.from(holder.from()),
                    Date.from(holder.until()),
                    holder.name(),
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("the certificate cannot be made", e);
        }
    }

    /**
     * Asks for a certificate for a key.
     *
     * @param key the private key
     * @param present a certificate of the key, whose names are asked for
     * @return a request by PKCS #10, as PEM
     */
    public static String request(PrivateKey key, X509Certificate present) {
        String algorithm = "EC".equals(key.getAlgorithm()) ? "SHA256withECDSA" : "SHA256withRSA";
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(new JcaPKCS10CertificationRequestBuilder(
                            new JcaX509CertificateHolder(present).getSubject(), present.getPublicKey())
                    .build(new JcaContentSignerBuilder(algorithm).build(key)));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("the request cannot be made", e);
        }
        return text.toString();
    }
}
