package org.holdfast.core.access;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.holdfast.launcher.audit.AuditEntry;
import org.holdfast.launcher.audit.AuditKind;
import org.holdfast.launcher.audit.AuditQuery;
import org.holdfast.launcher.audit.AuditSearch;

/**
 * Writes entries of the audit log as CSV, oldest first. People stand in it by their random ids only, so that the file names
 * nobody; a text that a spreadsheet would run as a formula is written with an apostrophe before it.
 */
final class AuditSheet {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<String> COLUMNS = List.of(
            "index", "at", "action", "kind", "actor", "actor_name", "roles", "via", "persons", "outcome", "details");

    private final AuditSearch log;
    private final AuditNames names;

    AuditSheet(AuditSearch log, AuditNames names) {
        this.log = log;
        this.names = names;
    }

    /** Writes what matches and has an index below a bound, so that the file does not grow while it is written. */
    void write(AuditQuery query, long before, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        line(writer, COLUMNS);
        log.each(query, before, entry -> line(writer, cells(entry)));
        writer.flush();
    }

    private List<String> cells(AuditEntry entry) {
        String actor = entry.event().actor().id();
        return Arrays.asList(
                Long.toString(entry.index()),
                entry.at().toString(),
                entry.event().action(),
                AuditKind.of(entry.event().action()).code(),
                actor,
                names.account(actor).orElse(""),
                String.join(" ", entry.event().actor().roles()),
                entry.event().actor().via(),
                String.join(" ", entry.event().about().persons()),
                entry.event().outcome(),
                new TreeMap<>(entry.event().details())
                        .entrySet().stream()
                                .map(detail -> detail.getKey() + '=' + detail.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private static void line(Writer writer, List<String> cells) throws IOException {
        String line = cells.stream()
                .map(cell -> '"' + harmless(cell).replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
        writer.write(line + "\r\n");
    }

    static String harmless(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
