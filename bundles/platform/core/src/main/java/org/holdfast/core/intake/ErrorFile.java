package org.holdfast.core.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.holdfast.core.intake.ImportStatus.PreviewRow;

/** Writes the rejected rows of an import as a file that can be corrected and imported again. */
final class ErrorFile {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Imports imports;
    private final UnaryOperator<String> texts;

    /** Takes what turns a message key into a text. */
    ErrorFile(Imports imports, UnaryOperator<String> texts) {
        this.imports = imports;
        this.texts = texts;
    }

    void write(UUID importId, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        List<String> header = imports.preview(importId).header();
        List<Integer> kept = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!Columns.OF_ERROR_FILES.contains(Columns.english(header.get(i)))) {
                kept.add(i);
                words.add(header.get(i));
            }
        }
        words.addAll(Columns.OF_ERROR_FILES);
        line(writer, words);
        try {
            imports.rejected(importId, row -> row(writer, row, kept));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private void row(Writer writer, PreviewRow row, List<Integer> kept) {
        List<String> cells = new ArrayList<>();
        kept.forEach(i -> cells.add(i < row.cells().size() ? row.cells().get(i) : ""));
        cells.add(Long.toString(row.line()));
        List<String> problems = new ArrayList<>();
        for (Problem problem : row.problems()) {
            String text = texts.apply("intake.problem." + problem.code());
            problems.add(problem.column().isEmpty() ? text : problem.column() + ": " + text);
        }
        cells.add(String.join("; ", problems));
        try {
            line(writer, cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(Writer writer, List<String> cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "" : ",")
                    .append('"')
                    .append(cell.replace("\"", "\"\""))
                    .append('"');
        }
        writer.write(line.append("\r\n").toString());
    }
}
