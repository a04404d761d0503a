package org.holdfast.core.offboarding.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** A certification authority of the firm, which issues the certificates of seals. */
final class FirmAuthority {
    static final String PASSWORD = "geheim-5";
    private static final X500Name NAME = new X500Name("CN=Firm Root,O=Group,C=CN");

    private final KeyPair key = pair("RSA", 2048);
    private final X509Certificate root =
            issue(NAME, key.getPublic(), new KeyUsage(KeyUsage.keyCertSign), "2020-01-01", "2040-01-01");

    X509Certificate root() {
        return root;
    }

    static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp" + bits + "r1"));
            } else {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    X509Certificate seal(PublicKey of, String from, String until) {
        return issue(
                new X500Name("CN=Firm S1,O=Firm S1,C=CN"), of, new KeyUsage(KeyUsage.digitalSignature), from, until);
    }

    X509Certificate issue(X500Name name, PublicKey of, KeyUsage usage, String from, String until) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    NAME, BigInteger.valueOf(System.nanoTime()), day(from), day(until), name, of);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(name.equals(NAME)));
            builder.addExtension(Extension.keyUsage, true, usage);
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Issues a certificate for a request, as PEM with its own behind it. */
    String answer(String request) {
        try (PEMParser parser = new PEMParser(new StringReader(request))) {
            var asked = new JcaPKCS10CertificationRequest((PKCS10CertificationRequest) parser.readObject());
            return pem(seal(asked.getPublicKey(), "2026-01-01", "2028-01-01")) + pem(root);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(X509Certificate one) {
        try {
            return "-----BEGIN CERTIFICATE-----\\n"
                    + Base64.getEncoder().encodeToString(one.getEncoded())
                    + "\\n-----END CERTIFICATE-----\\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a PKCS #12 file. */
    static byte[] file(KeyPair pair, Certificate... chain) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("seal", pair.getPrivate(), PASSWORD.toCharArray(), chain);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, PASSWORD.toCharArray());
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Date day(String day) {
        return Date.from(Instant.parse(day + "T00:00:00Z"));
    }
}
