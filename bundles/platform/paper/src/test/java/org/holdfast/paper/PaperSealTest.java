package org.holdfast.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.holdfast.paper.Paper.Section;
import org.holdfast.paper.Paper.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** A sealed paper: accepted by tools we did not write, and still the archivable file it was. */
class PaperSealTest {
    private static final KeyPair KEY = PaperCertificates.key();
    private static final Instant NOW = Instant.parse("2026-03-31T08:00:00Z");
    private static final X509Certificate CERTIFICATE = PaperCertificates.selfSigned(
            KEY, new PaperCertificates.Holder("海上制造有限公司", "CN", NOW.minusSeconds(60), NOW.plusSeconds(86_400L * 365)));

    @TempDir
    Path folder;

    @Test
    void anotherToolAcceptsTheSealAndSeesABrokenByte() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/pdfsig")),
                "pdfsig (poppler-utils) is not installed: not verified by it");
        byte[] sealed = sealed();

        assertThat(pdfsig(sealed))
                .contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached", "海上制造有限公司");

        byte[] broken = sealed.clone();
        broken[sealed.length / 8] ^= 1;
        assertThat(pdfsig(broken)).doesNotContain("Signature is Valid");
    }

    @Test
    void theSealIsPades() throws Exception {
        byte[] sealed = sealed();
        try (PDDocument file = Loader.loadPDF(sealed)) {
            var signature = file.getLastSignatureDictionary();
            CMSSignedData cms = new CMSSignedData(
                    ContentInfo.getInstance(new ASN1InputStream(signature.getContents()).readObject()));
            AttributeTable signed =
                    cms.getSignerInfos().getSigners().iterator().next().getSignedAttributes();

            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            assertThat(signature.getSignDate().toInstant()).isEqualTo(NOW);
            assertThat(signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2))
                    .isNotNull();
            assertThat(signed.get(CMSAttributes.signingTime)).isNull();
            assertThat(cms.getCertificates().getMatches(null)).hasSize(1);
        }
    }

    @Test
    void theFileStaysArchivableAndItsFirstBytesUnchanged() throws Exception {
        byte[] plain = plain("");
        byte[] sealed = seal(plain);
        VeraGreenfieldFoundryProvider.initialise();

        assertThat(sealed).startsWith(plain);
        try (PDFAParser parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(sealed), PDFAFlavour.PDFA_2_U);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
            ValidationResult result = validator.validate(parser);

            assertThat(result.getTestAssertions())
                    .as("rules of ISO 19005-2 that it breaks")
                    .isEmpty();
        }
    }

    @Test
    void aDraftSaysSoOnEachPage() throws IOException {
        try (PDDocument file = Loader.loadPDF(plain("草稿 DRAFT"))) {
            assertThat(file.getNumberOfPages()).isEqualTo(2);
            for (int page = 1; page <= 2; page++) {
                var words = new PDFTextStripper();
                words.setStartPage(page);
                words.setEndPage(page);
                assertThat(words.getText(file).replaceAll("\\s", "")).contains("草稿DRAFT");
            }
        }
    }

    @Test
    void whatTheFontCannotWriteIsNamedByItsScript() {
        assertThat(PaperScript.missing("离职证明 Größe Ångström “x” \n")).isEmpty();
        assertThat(PaperScript.missing("Справка об увольнении")).isEmpty();
        assertThat(PaperScript.missing("Βεβαίωση")).contains(Character.UnicodeScript.GREEK);
        assertThat(PaperScript.missing("𠮷野家")).contains(Character.UnicodeScript.HAN);
        assertThat(PaperScript.missing("a שלום")).contains(Character.UnicodeScript.HEBREW);
        assertThat(PaperScript.missing("प्रमाण")).contains(Character.UnicodeScript.DEVANAGARI);
        assertThat(PaperScript.missing("ใบรับรอง")).contains(Character.UnicodeScript.THAI);
    }

    @Test
    void aRequestForACertificateNamesTheFirm() throws Exception {
        String request = PaperCertificates.request(KEY.getPrivate(), CERTIFICATE);

        assertThat(request).startsWith("-----BEGIN CERTIFICATE REQUEST-----");
        var read = (PKCS10CertificationRequest) new PEMParser(new StringReader(request)).readObject();
        assertThat(read.getSubject().toString()).contains("海上制造有限公司");
        assertThat(read.isSignatureValid(new JcaContentVerifierProviderBuilder().build(KEY.getPublic())))
                .isTrue();
    }

    private static byte[] sealed() throws IOException {
        return seal(plain(""));
    }

    private static byte[] seal(byte[] plain) throws IOException {
        return new PaperSeal(KEY.getPrivate(), List.of(CERTIFICATE))
                .seal(plain, new PaperSeal.Stamp("海上制造有限公司", "离职证明", NOW));
    }

    private static byte[] plain(String mark) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Section first = new Section("离职证明", List.of(new Text("王小明 2026年3月31日")));
        Section second = new Section("Certificate", List.of(new Text("Wang Xiaoming")), "en", true);
        new PaperPrinter().print(new Paper("zh", "离职证明", List.of(), List.of(first, second), mark), file);
        return file.toByteArray();
    }

    private String pdfsig(byte[] file) throws Exception {
        Path paper = Files.write(folder.resolve("paper.pdf"), file);
        Process run = new ProcessBuilder("/usr/bin/pdfsig", "-nocert", paper.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
