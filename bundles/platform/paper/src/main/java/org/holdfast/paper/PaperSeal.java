package org.holdfast.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * A key with its certificates that seals papers: a signature of the baseline level B of PAdES (ETSI EN 319 142-1) over the whole
 * file, added behind it, so that the file stays the PDF/A file it was. Safe for use from many threads.
 */
public final class PaperSeal {
    private static final int ROOM = 16_384;

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    /**
     * Creates a seal.
     *
     * @param key the private key
     * @param chain its certificate, then those of who issued it, as far as they are known
     */
    public PaperSeal(PrivateKey key, List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a seal needs a certificate");
        }
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /**
     * What is said beside a signature.
     *
     * @param name who seals: the firm
     * @param reason what for
     * @param at when
     */
    public record Stamp(String name, String reason, Instant at) {}

    /**
     * Seals a file.
     *
     * @param file a PDF file
     * @param stamp what is said beside the signature
     * @return the file with the signature behind it
     * @throws IOException where it cannot be sealed
     */
    public byte[] seal(byte[] file, Stamp stamp) throws IOException {
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        signature.setName(stamp.name());
        signature.setReason(stamp.reason());
        Calendar at = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        at.setTime(Date.from(stamp.at()));
        signature.setSignDate(at);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(file);
                SignatureOptions options = new SignatureOptions()) {
            options.setPreferredSignatureSize(ROOM + size());
            document.addSignature(signature, this::signature, options);
            document.saveIncremental(sealed);
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificates cannot be written", e);
        }
        return sealed.toByteArray();
    }

    private int size() throws GeneralSecurityException {
        int size = 0;
        for (X509Certificate one : chain) {
            size += one.getEncoded().length;
        }
        return size;
    }

    private byte[] signature(InputStream content) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(attributes())
                            .build(new JcaContentSignerBuilder(algorithm(key)).build(key), chain.get(0)));
            generator.addCertificates(new JcaCertStore(chain));
            return generator
                    .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IOException("the key cannot sign", e);
        }
    }

    /** Names the certificate in what is signed, as PAdES demands; the time stands in the file and not here, as it demands, too. */
    private CMSAttributeTableGenerator attributes() throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(chain.get(0).getEncoded());
        JcaX509CertificateHolder holder = new JcaX509CertificateHolder(chain.get(0));
        IssuerSerial issuer =
                new IssuerSerial(new GeneralNames(new GeneralName(holder.getIssuer())), holder.getSerialNumber());
        Attribute certificate = new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(null, digest, issuer))));
        AttributeTable named = new AttributeTable(certificate);
        CMSAttributeTableGenerator usual = new DefaultSignedAttributeTableGenerator(named);
        return parameters -> usual.getAttributes(parameters).remove(CMSAttributes.signingTime);
    }

    private static String algorithm(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> throw new IllegalArgumentException("a seal is an RSA or EC key");
        };
    }
}
