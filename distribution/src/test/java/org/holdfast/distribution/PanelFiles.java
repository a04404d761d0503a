package org.holdfast.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Turns {@code insurer_monthly_panel.csv} into import files and a small industry bundle; {@code docs/evaluation.md}
 * explains the mapping. The panel tells no names, so people are called by their number, and not how somebody left, so
 * every exit counts as voluntary.
 *
 * <p>By hand: {@code java -cp distribution/target/test-classes org.holdfast.distribution.PanelFiles PANEL FOLDER}.
 */
final class PanelFiles {
    static final List<String> NAMES =
            List.of("subsidiaries.csv", "departments.csv", "employees.csv", "signals.csv", "events.csv");
    static final String BUNDLE = "fieldsales-1.0.0.jar";
    static final String SUBSIDIARY = "INSURER";

    private static final List<String> BUNDLE_PARTS =
            List.of("industry.json", "text/fieldsales_en.properties", "text/fieldsales_zh.properties");
    private static final List<String> EDUCATION = List.of("College", "Bachelor", "Master");
    private static final int MONTHS_OF_A_YEAR = 12;

    private final Map<String, List<Month>> people = new LinkedHashMap<>();

    private PanelFiles() {}

    /** One person's row of one month; it is known at the month's end. */
    private record Month(LocalDate end, Map<String, String> cells) {

        String text(String column) {
            return cells.getOrDefault(column, "");
        }

        int whole(String column) {
            return Integer.parseInt(text(column));
        }
    }

    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), Path.of(args[1]));
    }

    /** Writes files and bundle. */
    static void write(Path panel, Path folder) throws IOException {
        PanelFiles files = new PanelFiles();
        List<String> lines = Files.readAllLines(panel);
        String[] header = lines.get(0).split(",", -1);
        for (String line : lines.subList(1, lines.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            String[] row = line.split(",", -1);
            for (int i = 0; i < header.length; i++) {
                cells.put(header[i], row[i]);
            }
            LocalDate first = day(cells.getOrDefault("MMM-YY", ""));
            files.people
                    .computeIfAbsent(cells.getOrDefault("Emp_ID", ""), id -> new ArrayList<>())
                    .add(new Month(first.withDayOfMonth(first.lengthOfMonth()), cells));
        }
        files.people.values().forEach(months -> months.sort(Comparator.comparing(Month::end)));
        Files.createDirectories(folder);
        files.firm(folder);
        files.employees(folder);
        files.signals(folder);
        files.events(folder);
        bundle(folder.resolve(BUNDLE));
    }

    private void firm(Path folder) throws IOException {
        Files.write(
                folder.resolve("subsidiaries.csv"),
                List.of(
                        "code,name,country,industry,timezone,language,sandbox",
                        SUBSIDIARY + ",Insurer,IN,fieldsales,Asia/Kolkata,en,1"));
        TreeSet<String> cities = new TreeSet<>();
        people.values().forEach(months -> cities.add(months.get(0).text("City")));
        List<String> departments = new ArrayList<>(List.of(
                "code,name,parent_code,subsidiary,level,region", "FIELD,Field sales,," + SUBSIDIARY + ",division,"));
        cities.forEach(
                city -> departments.add(city + ",City " + city + ",FIELD," + SUBSIDIARY + ",department," + city));
        Files.write(folder.resolve("departments.csv"), departments);
    }

    private void employees(Path folder) throws IOException {
        List<String> rows =
                new ArrayList<>(List.of("subsidiary,employee_no,name,department,position,position_family,grade,"
                        + "hire_date,gender,location,status,leave_date,leave_type"));
        people.forEach((id, months) -> {
            Month first = months.get(0);
            String left = months.stream()
                    .map(month -> month.text("LastWorkingDate"))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
            rows.add(String.join(
                    ",",
                    SUBSIDIARY,
                    "P" + id,
                    "Person " + id,
                    first.text("City"),
                    "Agent",
                    "agent",
                    first.text("Designation"),
                    day(first.text("Dateofjoining")).toString(),
                    first.text("Gender"),
                    first.text("City"),
                    left.isEmpty() ? "active" : "left",
                    left.isEmpty() ? "" : day(left).toString(),
                    left.isEmpty() ? "" : "voluntary"));
        });
        Files.write(folder.resolve("employees.csv"), rows);
    }

    private void signals(Path folder) throws IOException {
        List<String> rows = new ArrayList<>(List.of("subsidiary,employee_no,signal,date,value,source"));
        people.forEach((id, months) -> months.forEach(month -> {
            Signals signals = new Signals(rows, "P" + id, month.end());
            signals.add("fieldsales.business", month.text("Total Business Value"));
            signals.add("performance.rating", month.text("Quarterly Rating"));
            signals.add("pay.base", String.valueOf(MONTHS_OF_A_YEAR * month.whole("Salary")));
            signals.add("fieldsales.grade", month.text("Designation"));
            if (month == months.get(0)) {
                signals.add("fieldsales.entryGrade", month.text("Joining Designation"));
                signals.add("fieldsales.education", String.valueOf(EDUCATION.indexOf(month.text("Education_Level"))));
            }
        }));
        Files.write(folder.resolve("signals.csv"), rows);
    }

    private record Signals(List<String> rows, String employeeNo, LocalDate date) {
        void add(String signal, String value) {
            rows.add(String.join(",", SUBSIDIARY, employeeNo, signal, date.toString(), value, "panel"));
        }
    }

    /** A rise in grade is a promotion. */
    private void events(Path folder) throws IOException {
        List<String> rows = new ArrayList<>(List.of("subsidiary,employee_no,event,date,value,detail"));
        people.forEach((id, months) -> {
            for (int i = 1; i < months.size(); i++) {
                Month month = months.get(i);
                if (month.whole("Designation") > months.get(i - 1).whole("Designation")) {
                    rows.add(String.join(
                            ",", SUBSIDIARY, "P" + id, "promotion", month.end().toString(), "", ""));
                }
            }
        });
        Files.write(folder.resolve("events.csv"), rows);
    }

    private static void bundle(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes head = manifest.getMainAttributes();
        head.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        head.putValue("Bundle-ManifestVersion", "2");
        head.putValue("Bundle-SymbolicName", "com.example.fieldsales");
        head.putValue("Bundle-Version", "1.0.0");
        head.putValue(
                "Provide-Capability",
                "holdfast.capability;capability=industry;code=fieldsales;description=industry.json");
        head.putValue(
                "Require-Capability",
                String.join(
                        ",",
                        Stream.of("performance", "pay", "career", "employment")
                                .map(category -> "holdfast.data;category=" + category + ";resolution:=optional")
                                .toList()));
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (String part : BUNDLE_PARTS) {
                out.putNextEntry(new ZipEntry(part));
                try (InputStream in = PanelFiles.class.getResourceAsStream("/panel/" + part)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text.replace('/', '-'), DateTimeFormatter.ofPattern("M-d-uuuu", Locale.ROOT));
    }
}
