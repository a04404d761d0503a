package org.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.demo.GeneratedGroup.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoGroupTest {

    private static final LocalDate END = LocalDate.of(2026, 11, 22);
    private static final Set<String> LARGE = Set.of("MFG", "TECH", "FMCG");

    @TempDir
    private static Path directory;

    private static List<WrittenFile> written = List.of();
    private static GeneratedGroup group = new GeneratedGroup(Path.of(""));

    @BeforeAll
    static void generate() throws IOException {
        written = DemoGroup.write(DemoPlan.endingOn(END), directory);
        group = new GeneratedGroup(directory);
    }

    @Test
    void equalPlansGiveEqualBytes(@TempDir Path first, @TempDir Path second) throws Exception {
        DemoPlan plan = new DemoPlan(7, END, 300, 24);

        DemoGroup.write(plan, first);
        DemoGroup.write(plan, second);

        assertThat(hashes(first)).isEqualTo(hashes(second)).hasSize(DemoFile.values().length);
    }

    @Test
    void anotherSeedGivesAnotherGroup(@TempDir Path first, @TempDir Path second) throws Exception {
        DemoGroup.write(new DemoPlan(7, END, 300, 24), first);
        DemoGroup.write(new DemoPlan(8, END, 300, 24), second);

        assertThat(hashes(first).get("signals.csv")).isNotEqualTo(hashes(second).get("signals.csv"));
    }

    @Test
    void reportCountsTheRowsThatAreThere() throws IOException {
        for (WrittenFile file : written) {
            long[] rows = new long[1];
            group.forEach(file.file(), row -> rows[0]++);

            assertThat(rows[0]).as(file.file().name()).isEqualTo(file.rows());
        }
    }

    @Test
    void volumeStaysWithinTheBudgetOfTheDemo() {
        long signals = written.stream()
                .filter(file -> file.file() == DemoFile.SIGNALS)
                .mapToLong(WrittenFile::rows)
                .sum();

        assertThat(signals).isBetween(600_000L, 1_500_000L);
    }

    @Test
    void everyLargeSubsidiaryLosesAboutOneInSixAYearByChoice() throws IOException {
        Map<String, Double> personYears = new HashMap<>();
        group.forEach(DemoFile.TRUTH, row -> personYears.merge(row.get("subsidiary"), 1 / 12.0, Double::sum));
        Map<String, Integer> exits = new HashMap<>();
        group.forEach(DemoFile.EMPLOYEES, row -> {
            if (row.get("leave_type").equals("voluntary")) {
                exits.merge(row.get("subsidiary"), 1, Integer::sum);
            }
        });

        assertThat(personYears.keySet()).isEqualTo(LARGE);
        for (String subsidiary : LARGE) {
            double rate = exits.getOrDefault(subsidiary, 0) / personYears.getOrDefault(subsidiary, 1.0);
            assertThat(rate).as(subsidiary).isBetween(.14, .22);
        }
    }

    @Test
    void headcountStaysStable() throws IOException {
        Map<String, Integer> present = new HashMap<>();
        group.forEach(DemoFile.EMPLOYEES, row -> {
            if (!row.get("status").equals("left")) {
                present.merge(row.get("subsidiary"), 1, Integer::sum);
            }
        });

        assertThat(LARGE).allSatisfy(code -> assertThat(present.get(code)).isBetween(920, 1_000));
        present.keySet().removeAll(LARGE);
        assertThat(present).hasSize(4);
        assertThat(present.values()).allSatisfy(people -> assertThat(people).isBetween(12, 25));
    }

    @Test
    void everybodyHasAManagerUpALineWithoutCycles() throws IOException {
        Map<String, String> managers = new HashMap<>();
        group.forEach(
                DemoFile.EMPLOYEES,
                row -> managers.put(row.person(), row.get("subsidiary") + "/" + row.get("manager_no")));

        long heads = managers.entrySet().stream()
                .filter(entry -> entry.getValue().endsWith("/"))
                .count();
        assertThat(heads)
                .as("the head of each company, and one head of research without a superior in the register")
                .isEqualTo(8);
        for (String person : managers.keySet()) {
            int steps = 0;
            String above = managers.get(person);
            while (!above.endsWith("/")) {
                assertThat(managers).containsKey(above);
                assertThat(++steps).as("length of the line").isLessThan(10);
                above = managers.get(above);
            }
        }
    }

    @Test
    void nothingIsDatedOrKnownAfterTheEndDay() throws IOException {
        for (DemoFile file : List.of(DemoFile.SIGNALS, DemoFile.EVENTS)) {
            group.forEach(file, row -> {
                if (row.get("date").compareTo(END.toString()) > 0
                        || row.get("known_at").compareTo(END.toString()) > 0) {
                    throw new AssertionError(file + " has a row from the future");
                }
            });
        }
        assertThat(group.rows(DemoFile.EMPLOYEES))
                .allMatch(row -> row.get("hire_date").compareTo(END.toString()) <= 0)
                .allMatch(row -> row.get("leave_date").compareTo(END.toString()) <= 0);
    }

    @Test
    void signalsAndEventsLieWithinTheEmploymentOfTheirPerson() throws IOException {
        Map<String, Row> people = new HashMap<>();
        group.forEach(DemoFile.EMPLOYEES, row -> people.put(row.person(), row));

        for (DemoFile file : List.of(DemoFile.SIGNALS, DemoFile.EVENTS)) {
            group.forEach(file, row -> {
                Row person = people.get(row.person());
                String date = row.get("date");
                boolean within = person != null
                        && date.compareTo(person.get("hire_date")) >= 0
                        && (person.get("leave_date").isEmpty() || date.compareTo(person.get("leave_date")) <= 0);
                if (!within) {
                    throw new AssertionError(file + " has a row outside its person's employment");
                }
            });
        }
    }

    @Test
    void aSignalIsNamedOnceByPersonCodeDateAndSource() throws IOException {
        Set<String> identities = new HashSet<>();
        group.forEach(DemoFile.SIGNALS, row -> {
            String identity = row.person() + row.get("signal") + row.get("date") + row.get("source");
            if (!identities.add(identity)) {
                throw new AssertionError("Two rows are one signal: " + row.get("signal") + " on " + row.get("date"));
            }
        });
    }

    @Test
    void resumeUpdatesOfTheLargeSubsidiariesAreConsented() throws IOException {
        Map<String, Row> consents = new HashMap<>();
        group.forEach(DemoFile.CONSENTS, row -> {
            if (row.get("category").equals("jobSite")) {
                consents.put(row.person(), row);
            }
        });

        group.forEach(DemoFile.SIGNALS, row -> {
            if (row.get("signal").equals("resume.update") && LARGE.contains(row.get("subsidiary"))) {
                Row consent = consents.get(row.person());
                String date = row.get("date");
                assertThat(consent).isNotNull();
                assertThat(date).isGreaterThanOrEqualTo(consent.get("from"));
                assertThat(consent.get("to").isEmpty() || date.compareTo(consent.get("to")) <= 0)
                        .isTrue();
            }
        });
    }

    @Test
    void trueProbabilitiesRankTheExitsThatFollow() throws IOException {
        Map<String, String> exits = new HashMap<>();
        group.forEach(DemoFile.EMPLOYEES, row -> {
            if (row.get("leave_type").equals("voluntary")) {
                exits.put(row.person(), row.get("leave_date"));
            }
        });
        List<double[]> outcomes = new ArrayList<>();
        group.forEach(DemoFile.TRUTH, row -> {
            LocalDate day = YearMonth.parse(row.get("month")).atEndOfMonth();
            String exit = exits.getOrDefault(row.person(), "9999-12-31");
            boolean left = exit.compareTo(day.plusDays(182).toString()) <= 0;
            if (!day.plusDays(182).isAfter(END)) {
                outcomes.add(new double[] {row.number("p_exit_180"), left ? 1 : 0});
            }
        });

        double expected =
                outcomes.stream().mapToDouble(pair -> pair[0]).average().orElse(0);
        double observed =
                outcomes.stream().mapToDouble(pair -> pair[1]).average().orElse(0);
        assertThat(observed / expected).isBetween(.9, 1.1);
        assertThat(areaUnderCurve(outcomes)).isGreaterThan(.75);
    }

    @Test
    void biasAgainstWomenShowsInTheirRatings() throws IOException {
        Map<String, String> genders = new HashMap<>();
        group.forEach(DemoFile.EMPLOYEES, row -> genders.put(row.person(), row.get("gender")));
        Map<String, List<Double>> ratings = new HashMap<>();
        group.forEach(DemoFile.SIGNALS, row -> {
            if (row.get("signal").equals("performance.rating") && LARGE.contains(row.get("subsidiary"))) {
                ratings.computeIfAbsent(genders.get(row.person()), key -> new ArrayList<>())
                        .add(row.number("value"));
            }
        });

        assertThat(mean(ratings.get("male")) - mean(ratings.get("female"))).isBetween(.6, 2.0);
    }

    @Test
    void peopleWhoAreActedOnBecauseOfSignalsWereLeavingAnyway() throws IOException {
        Map<String, List<Double>> without = new HashMap<>();
        List<Double> harmed = new ArrayList<>();
        group.forEach(DemoFile.TRUTH_ACTIONS, row -> {
            without.computeIfAbsent(row.get("assignment"), key -> new ArrayList<>())
                    .add(row.number("p_exit_180_without"));
            if (row.number("p_exit_180_with") > row.number("p_exit_180_without")) {
                harmed.add(row.number("p_exit_180_with"));
            }
        });

        assertThat(mean(without.get("signals"))).isGreaterThan(1.5 * mean(without.get("random")));
        assertThat(harmed).isNotEmpty();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double areaUnderCurve(List<double[]> outcomes) {
        List<double[]> sorted = new ArrayList<>(outcomes);
        sorted.sort((a, b) -> Double.compare(a[0], b[0]));
        double positives = 0;
        double rankSum = 0;
        for (int from = 0, to; from < sorted.size(); from = to) {
            to = from;
            double left = 0;
            while (to < sorted.size() && sorted.get(to)[0] == sorted.get(from)[0]) {
                left += sorted.get(to++)[1];
            }
            positives += left;
            rankSum += left * (from + to + 1) / 2.0;
        }
        return (rankSum - positives * (positives + 1) / 2) / (positives * (sorted.size() - positives));
    }

    private static Map<String, String> hashes(Path directory) throws IOException, NoSuchAlgorithmException {
        Map<String, String> hashes = new HashMap<>();
        for (DemoFile file : DemoFile.values()) {
            byte[] bytes = Files.readAllBytes(directory.resolve(file.fileName(false)));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            hashes.put(file.fileName(false), HexFormat.of().formatHex(digest));
        }
        return hashes;
    }
}
