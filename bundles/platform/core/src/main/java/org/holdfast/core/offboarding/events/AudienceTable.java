package org.holdfast.core.offboarding.events;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.api.HoldfastException;

/** The table {@code config/events.csv}: which fields the events of each audience have. Immutable. */
final class AudienceTable {
    private static final String FILE = "config/events.csv";

    private final Map<Audience, Set<EventField>> told = new EnumMap<>(Audience.class);

    private AudienceTable(List<String> lines) {
        List<String[]> rows = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.strip().split(",", -1))
                .toList();
        Map<String, String[]> byField = new HashMap<>();
        rows.stream().skip(1).forEach(row -> byField.put(row[0], row));
        if (rows.size() != EventField.values().length + 1 || byField.size() != EventField.values().length) {
            throw wrong("it must have one line for each field");
        }
        String[] head = rows.get(0);
        for (Audience audience : Audience.values()) {
            int column = Arrays.asList(head).indexOf(audience.code());
            if (column < 1 || head.length != Audience.values().length + 1) {
                throw wrong("it must have one column for each audience");
            }
            told.put(audience, fields(byField, column));
        }
    }

    private static Set<EventField> fields(Map<String, String[]> byField, int column) {
        Set<EventField> found = EnumSet.noneOf(EventField.class);
        for (EventField field : EventField.values()) {
            String[] row = byField.get(field.code());
            String cell = row == null || row.length <= column ? "?" : row[column].strip();
            if (!cell.isEmpty() && !cell.equals("x")) {
                throw wrong("each cell of the line '" + field.code() + "' is an x or empty");
            }
            if (!cell.isEmpty()) {
                found.add(field);
            }
        }
        return found;
    }

    /**
     * Reads the table: the data directory's own, else the one that ships.
     *
     * @throws HoldfastException where the file is not such a table
     */
    static AudienceTable read(Path dataDirectory) {
        Path own = dataDirectory.resolve(FILE);
        try {
            return new AudienceTable(Files.exists(own) ? Files.readAllLines(own, StandardCharsets.UTF_8) : shipped());
        } catch (IOException e) {
            throw new HoldfastException(TargetError.EVENTS_UNREADABLE, "The table of events cannot be read: " + own, e);
        }
    }

    static AudienceTable of(String text) {
        return new AudienceTable(text.lines().toList());
    }

    private static List<String> shipped() throws IOException {
        try (InputStream in = AudienceTable.class.getResourceAsStream("/" + FILE)) {
            if (in == null) {
                throw wrong("the server ships without it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    Set<EventField> of(Audience audience) {
        return Set.copyOf(told.getOrDefault(audience, Set.of()));
    }

    private static HoldfastException wrong(String why) {
        return new HoldfastException(
                TargetError.EVENTS_UNREADABLE, "config/events.csv is no table of events: " + why + ".");
    }
}
