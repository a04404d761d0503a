package org.holdfast.core.platform.paper;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.holdfast.core.platform.rest.FieldSight;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.platform.rest.ToldJson;
import org.holdfast.paper.PaperPrinter;

/**
 * Answers as PDF files. A paper is laid out from what {@link ToldJson} tells, so it holds no field that the same answer as JSON
 * would not hold. For one call.
 */
@Dependent
public class Papers {
    /** Media type of a paper. */
    public static final String PDF = "application/pdf";

    private static final PaperPrinter PRINTER = new PaperPrinter();

    private final FieldSight sight;
    private final Texts texts;

    /**
     * Creates it.
     *
     * @param sight what the reader is told
     * @param texts the texts of papers
     */
    @Inject
    public Papers(FieldSight sight, Texts texts) {
        this.sight = sight;
        this.texts = texts;
    }

    /**
     * Prints an answer.
     *
     * @param answer the answer, as it would be written as JSON
     * @param form lays it out
     * @param language tag of an existing language
     * @return a PDF file
     */
    public byte[] print(Object answer, PaperForm form, String language) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            PRINTER.print(form.lay(ToldJson.tree(answer, sight), new PaperWords(texts, language)), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
