package org.holdfast.core.privacy;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads a paper as somebody does who searches in it. */
final class PrintedPaper {
    private PrintedPaper() {}

    static String words(byte[] file) throws IOException {
        try (PDDocument paper = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(paper);
        }
    }
}
