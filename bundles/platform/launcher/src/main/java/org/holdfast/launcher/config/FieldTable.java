package org.holdfast.launcher.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.launcher.start.StartFailure;

/**
 * The table {@code config/fields.csv}: which field about a person is told to which role, and about whom. Read together
 * with the table of roles, which it never goes beyond. Immutable.
 *
 * @param fields one for each line, in the table's order
 */
public record FieldTable(List<Field> fields) {
    private static final String FIELDS = "config/fields.csv";
    private static final String ROLES = "config/roles.csv";
    private static final String FILES = "files";
    private static final int CELLS_BEFORE_ROLES = 2;

    /** Copies the lines. */
    public FieldTable {
        fields = List.copyOf(fields);
    }

    /** About whom a field is told, the widest first. */
    public enum Word {
        /** Everybody in the role's subsidiaries. */
        PEOPLE("people"),
        /** People of the subsidiaries that the account names. */
        NAMED("named"),
        /** People who report to the account's employee. */
        LINE("line"),
        /** Rows of files as they were sent in: about nobody in particular. */
        SENT("sent");

        private final String code;

        Word(String code) {
            this.code = code;
        }

        /**
         * Returns the word as it stands in a cell.
         *
         * @return the word
         */
        public String code() {
            return code;
        }

        static Optional<Word> of(String code) {
            return Arrays.stream(values())
                    .filter(word -> word.code.equals(code))
                    .findFirst();
        }

        /** Says whether a role that sees such people may be told something of these. */
        boolean within(String reach) {
            return switch (reach) {
                case "people" -> true;
                case "line" -> this == LINE || this == SENT;
                default -> this == SENT;
            };
        }
    }

    /**
     * A line.
     *
     * @param name the field
     * @param permission without which nothing of it is told
     * @param words about whom, by code of the role; roles that are told nothing are absent
     */
    public record Field(String name, String permission, Map<String, Word> words) {

        /** Copies the words, in the order of the columns. */
        public Field {
            words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        }
    }

    /**
     * Reads the table: the data directory's own, else the one that ships.
     *
     * @param dataDirectory the server's data directory, which need not exist
     * @return the table
     * @throws StartFailure where a file is no table, or grants more than the roles have
     */
    public static FieldTable read(Path dataDirectory) {
        Path own = dataDirectory.resolve(FIELDS);
        Path roles = dataDirectory.resolve(ROLES);
        return of(Files.exists(own) ? text(own) : shipped(FIELDS), Files.exists(roles) ? text(roles) : shipped(ROLES));
    }

    /**
     * Reads a table from text.
     *
     * @param fields the table of fields
     * @param roles the table of roles
     * @return the table
     * @throws StartFailure where a text is no table, or grants more than the roles have
     */
    public static FieldTable of(String fields, String roles) {
        Rows reaches = new Rows(roles, ROLES);
        Rows rows = new Rows(fields, FIELDS);
        List<String> codes = reaches.head().subList(1, reaches.head().size());
        if (!rows.head().equals(join(List.of("field", "permission"), codes))) {
            throw new StartFailure("failure.fieldsHead", FIELDS, String.join(",", join(List.of(), codes)));
        }
        Set<String> known = new LinkedHashSet<>(new Rows(shipped(FIELDS), FIELDS).names());
        List<Field> found = new ArrayList<>();
        for (List<String> row : rows.body()) {
            if (!known.remove(row.get(0))) {
                throw new StartFailure("failure.fieldsLine", FIELDS, row.get(0));
            }
            found.add(field(row, codes, reaches));
        }
        if (!known.isEmpty()) {
            throw new StartFailure("failure.fieldsMissing", FIELDS, String.join(", ", known));
        }
        return new FieldTable(found);
    }

    private static Field field(List<String> row, List<String> codes, Rows roles) {
        String name = row.get(0);
        String permission = row.size() > 1 ? row.get(1) : "";
        if (!permission.contains(":") || !roles.names().contains(permission)) {
            throw new StartFailure("failure.fieldsPermission", FIELDS, name, permission);
        }
        if (row.size() != codes.size() + CELLS_BEFORE_ROLES) {
            throw new StartFailure("failure.fieldsCells", FIELDS, name, codes.size() + CELLS_BEFORE_ROLES, row.size());
        }
        Map<String, Word> words = new LinkedHashMap<>();
        for (int column = 0; column < codes.size(); column++) {
            String cell = row.get(column + CELLS_BEFORE_ROLES);
            String role = codes.get(column);
            if (!cell.isEmpty()) {
                Word word = Word.of(cell)
                        .filter(one -> (one == Word.SENT) == name.equals(FILES))
                        .orElseThrow(() -> new StartFailure("failure.fieldsWord", FIELDS, name, role, cell));
                String reach = roles.cell("reach", column + 1);
                if (!word.within(reach)) {
                    throw new StartFailure("failure.fieldsReach", FIELDS, name, role, cell, reach);
                }
                words.put(role, word);
            }
        }
        return new Field(name, permission, words);
    }

    private static List<String> join(List<String> first, List<String> rest) {
        List<String> all = new ArrayList<>(first);
        all.addAll(rest);
        return all;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.fieldsFile", file);
        }
    }

    private static String shipped(String file) {
        try (InputStream in = FieldTable.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new StartFailure("failure.fieldsFile", file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.fieldsFile", file);
        }
    }

    /** The cells of a table without its comments. */
    private record Rows(List<String> head, List<List<String>> body) {
        Rows(String text, String file) {
            this(cells(text, file));
        }

        private Rows(List<List<String>> all) {
            this(all.get(0), all.subList(1, all.size()));
        }

        private static List<List<String>> cells(String text, String file) {
            List<List<String>> all = text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .map(String::strip)
                            .toList())
                    .toList();
            if (all.isEmpty()) {
                throw new StartFailure("failure.fieldsFile", file);
            }
            return all;
        }

        Set<String> names() {
            return body.stream().map(row -> row.get(0)).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** Returns a cell, empty where there is none. */
        String cell(String name, int column) {
            return body.stream()
                    .filter(row -> row.get(0).equals(name) && row.size() > column)
                    .map(row -> row.get(column))
                    .findFirst()
                    .orElse("");
        }
    }
}
