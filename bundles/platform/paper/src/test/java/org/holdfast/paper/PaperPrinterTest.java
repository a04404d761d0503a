package org.holdfast.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.holdfast.paper.Paper.Fact;
import org.holdfast.paper.Paper.Facts;
import org.holdfast.paper.Paper.Section;
import org.holdfast.paper.Paper.Table;
import org.holdfast.paper.Paper.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class PaperPrinterTest {
    private final PaperPrinter printer = new PaperPrinter();

    @Test
    void chineseGermanAndEnglishCanBeSearchedAndCopied() throws IOException {
        Paper paper = new Paper(
                "zh",
                "个人信息保护影响评估",
                List.of(new Fact("签署", "张伟 · 2026年11月26日"), new Fact("Größe", "Maße in Ångström")),
                List.of(new Section("目的", List.of(new Text("Why “retention”?\n因为人才会离开。")))));

        assertThat(words(print(paper)))
                .contains("个人信息保护影响评估", "张伟 · 2026年11月26日", "Maße in Ångström", "因为人才会离开。", "Why “retention”?");
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        try (PDDocument file = Loader.loadPDF(print(page("王小明", "text")))) {
            for (var name : file.getPage(0).getResources().getFontNames()) {
                PDFont font = file.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
            assertThat(file.getDocumentInformation().getTitle()).isEqualTo("王小明");
            assertThat(file.getDocumentCatalog()
                            .getMetadata()
                            .exportXMPMetadata()
                            .readAllBytes())
                    .asString()
                    .contains("pdfaid:part", "王小明");
        }
    }

    @Test
    void aStandardValidatorAcceptsItAsAnArchivableFile() throws Exception {
        Paper paper = new Paper(
                "zh",
                "评估",
                List.of(new Fact("版本", "3")),
                List.of(new Section("一", List.of(new Table(List.of("列"), List.of(List.of("行")))))));
        VeraGreenfieldFoundryProvider.initialise();

        try (PDFAParser parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(print(paper)), PDFAFlavour.PDFA_2_U);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
            ValidationResult result = validator.validate(parser);

            assertThat(result.getTestAssertions())
                    .as("rules of ISO 19005-2 that it breaks")
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void longTableHasItsHeadOnEachPageAndLosesNoRow() throws IOException {
        List<List<String>> rows = IntStream.range(0, 500)
                .mapToObj(n -> List.of("row" + n + ".", "第" + n + "行"))
                .toList();
        Paper paper = new Paper(
                "en",
                "Rows",
                List.of(),
                List.of(new Section("All", List.of(new Table(List.of("number", "编号"), rows)))));

        byte[] file = print(paper);

        try (PDDocument read = Loader.loadPDF(file)) {
            assertThat(read.getNumberOfPages()).isGreaterThan(5);
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(read.getNumberOfPages());
            assertThat(last.getText(read)).contains("编号", read.getNumberOfPages() + " / " + read.getNumberOfPages());
        }
        String words = words(file);
        rows.forEach(row -> assertThat(words).contains(row.get(0), row.get(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=\"file:///etc/passwd\"/>",
                "]]></style><h1>&amp;&#10;",
                "url(http://localhost:1/x) @import 'y';",
                "👩‍👩‍👧 𠮷野家"
            })
    void whatSomebodyWroteStaysText(String hostile) throws IOException {
        Paper paper = new Paper(
                "en",
                "t",
                List.of(new Fact(hostile, hostile)),
                List.of(new Section(hostile, List.of(new Text(hostile), new Facts(List.of(new Fact("a", hostile)))))));

        byte[] file = print(paper);

        if (hostile.startsWith("<") || hostile.startsWith("]")) {
            assertThat(words(file).replaceAll("\\s", "")).contains(hostile.replaceAll("\\s", ""));
        }
        try (PDDocument read = Loader.loadPDF(file)) {
            assertThat(read.getPage(0).getAnnotations()).isEmpty();
            assertThat(read.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(read.getDocumentCatalog().getNames()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000\u0007bell", "\uD800half", "\uFFFEnone", "a\r\nb", "\u0085next", "\u202Eturned"})
    void unprintableCharactersDoNotStopAPaper(String broken) throws IOException {
        assertThat(words(print(page("t", broken))))
                .contains(broken.replaceAll("[^a-z]", "").substring(0, 1));
    }

    @Test
    void aWordWithoutEndIsBroken() throws IOException {
        String endless = "x".repeat(5_000);

        try (PDDocument read = Loader.loadPDF(print(page("t", endless)))) {
            PDFTextStripper stripper = new PDFTextStripper();
            assertThat(stripper.getText(read).chars().filter(c -> c == 'x').count())
                    .isEqualTo(5_000);
        }
    }

    private static Paper page(String title, String text) {
        return new Paper("en", title, List.of(), List.of(new Section("s", List.of(new Text(text)))));
    }

    private byte[] print(Paper paper) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        printer.print(paper, file);
        return file.toByteArray();
    }

    private static String words(byte[] file) throws IOException {
        try (PDDocument read = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(read);
        }
    }
}
