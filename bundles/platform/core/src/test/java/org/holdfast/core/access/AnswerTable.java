package org.holdfast.core.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The expected answers of {@code access/answers.csv}: which role is told which parts. */
final class AnswerTable {
    private static final Pattern ITEMS = Pattern.compile("(\\S*)\\[([^]]*)]");

    private final Map<String, String> groups = new HashMap<>();
    private final Map<String, Map<String, Set<String>>> told = new TreeMap<>();

    /** Reads the table from the class path. */
    AnswerTable() {
        try (InputStream in = AnswerTable.class.getResourceAsStream("/access/answers.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("method,"))
                    .forEach(this::read);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(String line) {
        String[] cells = line.split(",", -1);
        if (line.startsWith("=")) {
            groups.put(cells[0].substring(1), cells[1]);
            return;
        }
        for (String role : names(cells[2])) {
            told.computeIfAbsent(cells[0] + ' ' + cells[1], any -> new TreeMap<>())
                    .put(role, names(cells[3]));
        }
    }

    /** Returns the endpoints whose answers tell something of a person. */
    Set<String> endpoints() {
        return told.keySet();
    }

    /** Returns by role what it is told. */
    Map<String, Set<String>> of(String endpoint) {
        return told.getOrDefault(endpoint, Map.of());
    }

    private Set<String> names(String cell) {
        Set<String> all = new TreeSet<>();
        Matcher items = ITEMS.matcher(cell);
        while (items.find()) {
            names(items.group(2)).forEach(item -> all.add(items.group(1) + '[' + item + ']'));
        }
        for (String word : ITEMS.matcher(cell).replaceAll("").strip().split("\\s+", -1)) {
            all.addAll(expanded(word));
        }
        return all;
    }

    private List<String> expanded(String word) {
        int group = word.indexOf('@');
        if (group < 0) {
            return List.of(word);
        }
        List<String> all = new ArrayList<>();
        names(groups.get(word.substring(group + 1))).forEach(name -> all.add(word.substring(0, group) + name));
        return all;
    }
}
