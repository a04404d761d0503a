package org.holdfast.core.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.intake.ImportStatus.Preview;
import org.holdfast.core.intake.ImportStatus.PreviewRow;
import org.holdfast.core.platform.bytes.ByteSink;
import org.holdfast.core.platform.bytes.ByteSource;

/** The plain form of rows before they are sealed. */
final class RowCodec {
    private static final int LONGEST_SHOWN = 200;

    private RowCodec() {}

    static byte[] encode(Preview preview) {
        ByteSink out = new ByteSink(4_096);
        texts(out, shown(preview.header()));
        texts(out, shown(preview.unknownColumns()));
        out.unsigned(preview.rows().size());
        preview.rows().forEach(row -> row(out, new PreviewRow(row.line(), shown(row.cells()), row.problems())));
        return out.toBytes();
    }

    static Preview decodePreview(byte[] plain) {
        ByteSource in = new ByteSource(plain);
        return new Preview(texts(in), texts(in), rows(in, in.length()));
    }

    static byte[] encode(List<PreviewRow> rows) {
        ByteSink out = new ByteSink(64 * rows.size());
        out.unsigned(rows.size());
        rows.forEach(row -> row(out, row));
        return out.toBytes();
    }

    static List<PreviewRow> decodeRows(byte[] plain) {
        ByteSource in = new ByteSource(plain);
        return rows(in, in.length());
    }

    static byte[] encode(Link link, Map<String, String> byColumn) {
        ByteSink out = new ByteSink(256);
        out.text(link.subsidiaryId().toString());
        out.text(link.childId().toString());
        out.text(link.parentKey());
        row(out, new PreviewRow(link.row().line(), link.row().original(), List.of()));
        out.unsigned(byColumn.size());
        byColumn.forEach((column, text) -> {
            out.text(column);
            out.text(text);
        });
        return out.toBytes();
    }

    static Link decodeLink(byte[] plain) {
        ByteSource in = new ByteSource(plain);
        UUID subsidiaryId = UUID.fromString(in.text());
        UUID childId = UUID.fromString(in.text());
        String parentKey = in.text();
        PreviewRow row = row(in);
        Map<String, String> byColumn = new HashMap<>();
        int columns = in.length();
        for (int i = 0; i < columns; i++) {
            byColumn.put(in.text(), in.text());
        }
        return new Link(subsidiaryId, childId, parentKey, new Cells(row.line(), row.cells(), byColumn));
    }

    private static void row(ByteSink out, PreviewRow row) {
        out.unsigned(row.line());
        texts(out, row.cells());
        out.unsigned(row.problems().size());
        for (Problem problem : row.problems()) {
            out.text(problem.column());
            out.text(problem.code());
        }
    }

    private static List<PreviewRow> rows(ByteSource in, int count) {
        List<PreviewRow> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(row(in));
        }
        return rows;
    }

    private static PreviewRow row(ByteSource in) {
        long line = in.unsigned();
        List<String> cells = texts(in);
        int count = in.length();
        List<Problem> problems = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            problems.add(new Problem(in.text(), in.text()));
        }
        return new PreviewRow(line, cells, problems);
    }

    private static void texts(ByteSink out, List<String> texts) {
        out.unsigned(texts.size());
        texts.forEach(out::text);
    }

    private static List<String> texts(ByteSource in) {
        int count = in.length();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.text());
        }
        return texts;
    }

    private static List<String> shown(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.length() > LONGEST_SHOWN ? cell.substring(0, LONGEST_SHOWN) + "…" : cell)
                .toList();
    }
}
