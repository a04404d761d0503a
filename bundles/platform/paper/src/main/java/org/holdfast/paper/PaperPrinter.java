package org.holdfast.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Writes papers as PDF/A-2u (ISO 19005-2): the font is embedded, so a paper reads the same in thirty years and on a machine without
 * Chinese fonts, and every character can be searched and copied. Pages are A4. Safe for use from many threads.
 */
public final class PaperPrinter {
    private static final List<Logger> QUIET = Stream.of("org.apache.fontbox", "org.apache.pdfbox", "org.apache.xmpbox")
            .map(Logger::getLogger)
            .toList();

    private final String style = style();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /** Creates a printer. */
    public PaperPrinter() {
        // What the libraries would log can quote the paper, and papers are about people.
        XRLog.setLoggingEnabled(false);
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    }

    /**
     * Writes a paper.
     *
     * @param paper the paper
     * @param to takes the file; stays open
     * @throws IOException where it cannot be written
     */
    public void print(Paper paper, OutputStream to) throws IOException {
        try (PDDocument file = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(file);
            builder.useFont(
                    new PDFontSupplier(EmbeddedFont.in(file)),
                    EmbeddedFont.FAMILY,
                    EmbeddedFont.WEIGHT,
                    FontStyle.NORMAL,
                    true);
            builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
            builder.usePdfUaAccessibility(true);
            builder.useColorProfile(colours);
            builder.useExternalResourceAccessControl(
                    (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withProducer("Holdfast");
            builder.withW3cDocument(PaperMarkup.of(paper, style), "");
            builder.toStream(to);
            builder.run();
        }
    }

    private static String style() {
        try (InputStream sheet = resource("paper.css")) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(PaperPrinter.class.getResourceAsStream(name), name);
    }
}
