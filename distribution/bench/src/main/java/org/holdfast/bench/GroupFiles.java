package org.holdfast.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.holdfast.demo.DemoFile;
import org.holdfast.demo.DemoGroup;
import org.holdfast.demo.DemoPlan;
import org.holdfast.demo.WrittenFile;

/** Writes the demo generator's files, whole, thinned to a number of rows, or in two parts. */
final class GroupFiles {
    private GroupFiles() {}

    /** Writes the group's import files, in the order in which they are to be imported. */
    static List<Path> write(DemoPlan plan, Path folder) throws IOException {
        return DemoGroup.write(plan, folder).stream()
                .filter(file -> file.file().imported())
                .map(WrittenFile::path)
                .toList();
    }

    static Path file(List<Path> files, DemoFile wanted) {
        String name = wanted.name().toLowerCase(Locale.ROOT) + ".csv";
        return files.stream()
                .filter(file -> file.getFileName().toString().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    static long rows(Path file) throws IOException {
        long rows = -1;
        try (BufferedReader in = open(file)) {
            while (in.readLine() != null) {
                rows++;
            }
        }
        return rows;
    }

    /** Copies a file, unpacked, with so many of its rows, spread evenly over it. */
    static long thin(Path file, Path into, long wanted) throws IOException {
        long all = rows(file);
        long kept = Math.min(all, wanted);
        long row = 0;
        try (BufferedReader in = open(file);
                BufferedWriter out = Files.newBufferedWriter(into)) {
            line(out, Objects.requireNonNull(in.readLine(), "header"));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                // Exactly so many rows pass: those at which the share of rows passed reaches the next whole number.
                if ((row + 1) * kept / all > row * kept / all) {
                    line(out, line);
                }
                row++;
            }
        }
        return kept;
    }

    /**
     * Cuts files about people in two: the first people of each subsidiary, who include their own superiors, and the rest.
     *
     * @param files the files, employees before the others
     * @param cut who comes first, and since when signals of the rest are kept
     * @param first folder of the first part
     * @param rest folder of the other
     */
    static void cut(List<Path> files, Cut cut, Path first, Path rest) throws IOException {
        Files.createDirectories(first);
        Files.createDirectories(rest);
        Set<String> chosen = new HashSet<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Path file : files) {
            String name = file.getFileName().toString().replace(".gz", "");
            boolean employees = name.startsWith("employees");
            String since = name.startsWith("signals") ? cut.since.toString() : "";
            try (BufferedReader in = open(file);
                    BufferedWriter one = Files.newBufferedWriter(first.resolve(name));
                    BufferedWriter two = Files.newBufferedWriter(rest.resolve(name))) {
                String header = Objects.requireNonNull(in.readLine(), "header");
                line(one, header);
                line(two, header);
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String[] cells = line.split(",", 5);
                    String person = person(cells, employees);
                    String subsidiary = person.substring(0, person.indexOf(' '));
                    if (employees && counts.merge(subsidiary, 1, Integer::sum) <= cut.firstOfEach) {
                        chosen.add(person);
                    }
                    if (chosen.contains(person)) {
                        line(one, line);
                    } else if (since.isEmpty() || cells[3].compareTo(since) >= 0) {
                        line(two, line);
                    }
                }
            }
        }
    }

    /** The subsidiary and number of a row's person; the generator never puts either in quotes. */
    private static String person(String[] cells, boolean employees) {
        return employees ? cells[2] + " " + cells[0] : cells[0] + " " + cells[1];
    }

    /**
     * How files are cut.
     *
     * @param firstOfEach how many people of each subsidiary come first
     * @param since first day of the signals that are kept of the rest
     */
    record Cut(int firstOfEach, LocalDate since) {}

    private static void line(BufferedWriter out, String line) throws IOException {
        out.write(line);
        out.write("\r\n");
    }

    private static BufferedReader open(Path file) throws IOException {
        var bytes = Files.newInputStream(file);
        return new BufferedReader(
                new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes,
                        StandardCharsets.UTF_8),
                1 << 16);
    }

    /** Files of a folder in the order in which they are to be imported. */
    static List<Path> inOrder(Path folder) {
        List<Path> files = new ArrayList<>();
        for (DemoFile kind : DemoFile.values()) {
            Path file = folder.resolve(kind.fileName(false));
            if (kind.imported() && Files.exists(file)) {
                files.add(file);
            }
        }
        return files;
    }
}
