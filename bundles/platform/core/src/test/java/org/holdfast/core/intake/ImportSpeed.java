package org.holdfast.core.intake;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.holdfast.core.fixture.LocalDatabase;

/** Measures the import of signals on H2: {@code ImportSpeed <people> <rows> [date|person]}. Prints rows a second. */
public final class ImportSpeed {
    private ImportSpeed() {}

    public static void main(String[] args) throws IOException {
        int people = Integer.parseInt(args[0]);
        int rows = Integer.parseInt(args[1]);
        boolean byPerson = args.length > 2 && args[2].equals("person");
        Path folder = Files.createTempDirectory("import-speed");
        String url = "jdbc:h2:file:" + folder.resolve("db") + ";WRITE_DELAY=0";
        try (IntakeBench bench = new IntakeBench(LocalDatabase.at(url), folder.resolve("spool"))) {
            bench.take("subsidiaries.csv", IntakeBench.SUBSIDIARIES);
            report("employees", people, time(bench, "employees.csv", employees(folder, people)));
            Path signals = signals(folder, people, rows, byPerson);
            report("signals", rows, time(bench, "signals.csv", signals));
            report("signals again", rows, time(bench, "signals.csv", signals));
        }
    }

    private static long time(IntakeBench bench, String name, Path file) throws IOException {
        long begin = System.nanoTime();
        try (InputStream in = Files.newInputStream(file)) {
            ImportStatus status = bench.run(bench.submit(name, in, false), 2_000);
            System.out.println(status.state() + " " + status.counts());
        }
        return System.nanoTime() - begin;
    }

    private static void report(String what, int rows, long nanos) {
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%s: %d rows in %.1f s, %.0f rows/s, heap %d MiB%n",
                what,
                rows,
                nanos / 1e9,
                rows / (nanos / 1e9),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static Path employees(Path folder, int people) throws IOException {
        Path file = folder.resolve("employees.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(
                    out,
                    "subsidiary,employee_no,name,manager_no,position,position_family,grade,hire_date,base_pay,currency\n");
            for (int i = 0; i < people; i++) {
                String manager = i == 0 ? "" : "E" + (i - 1) / 10;
                write(out, "S1,E" + i + ",张" + i + "," + manager + ",Engineer,rd,P5,2020-03-01,300000,CNY\n");
            }
        }
        return file;
    }

    private static Path signals(Path folder, int people, int rows, boolean byPerson) throws IOException {
        Path file = folder.resolve("signals.csv");
        int each = rows / people;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(out, "subsidiary,employee_no,signal,date,value,source\n");
            for (int i = 0; i < rows; i++) {
                int person = byPerson ? i / each % people : i % people;
                int day = byPerson ? i % each : i / people;
                write(
                        out,
                        "S1,E" + person + ",work.commits,"
                                + LocalDate.of(2024, 1, 1).plusDays(day) + "," + i % 9 + ",git\n");
            }
        }
        return file;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
