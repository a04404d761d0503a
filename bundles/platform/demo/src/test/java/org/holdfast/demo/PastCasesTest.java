package org.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.holdfast.demo.GeneratedGroup.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo group knows of the time before the product. */
class PastCasesTest {
    private static final LocalDate END = LocalDate.of(2026, 11, 22);

    @TempDir
    private static Path directory;

    private static final Map<String, Row> PEOPLE = new HashMap<>();
    private static List<Row> cases = List.of();

    @BeforeAll
    static void generate() throws IOException {
        DemoGroup.write(DemoPlan.endingOn(END), directory);
        GeneratedGroup group = new GeneratedGroup(directory);
        group.forEach(DemoFile.EMPLOYEES, row -> PEOPLE.put(row.person(), row));
        cases = group.rows(DemoFile.CASES);
    }

    @Test
    void everyRowIsOneThatTheImportTakes() {
        Set<String> keys = new HashSet<>();
        for (Row row : cases) {
            Row person = PEOPLE.get(row.person());
            LocalDate noticed = LocalDate.parse(row.get("date"));
            LocalDate talk = LocalDate.parse(row.get("talk_date"));
            LocalDate outcome = row.get("outcome").isEmpty() ? talk : LocalDate.parse(row.get("outcome_date"));
            assertThat(keys.add(row.person() + row.get("date"))).isTrue();
            assertThat(noticed).isAfterOrEqualTo(LocalDate.parse(person.get("hire_date")));
            assertThat(talk).isAfter(noticed);
            assertThat(outcome).isAfterOrEqualTo(talk);
            if (person.get("status").equals("left")) {
                assertThat(outcome).isBeforeOrEqualTo(LocalDate.parse(person.get("leave_date")));
            }
        }
    }

    @Test
    void eachLargeCompanyHasAHistoryOfOverAYear() {
        Map<String, Integer> rows = new TreeMap<>();
        Set<YearMonth> months = new HashSet<>();
        for (Row row : cases) {
            rows.merge(row.get("subsidiary"), 1, Integer::sum);
            months.add(YearMonth.parse(row.get("date").substring(0, 7)));
        }

        assertThat(rows.keySet()).containsExactly("FMCG", "MFG", "TECH");
        assertThat(rows.values()).allMatch(count -> count > 120 && count < 300);
        assertThat(months).hasSizeGreaterThan(14);
    }

    /** An alert that was closed lately would keep back those of today, and with them the stories. */
    @Test
    void nothingLiesSoLateThatItKeepsAnAlertOfTodayBack() {
        assertThat(cases)
                .allSatisfy(row -> assertThat(List.of(row.get("talk_date"), row.get("outcome_date")))
                        .filteredOn(day -> !day.isEmpty())
                        .allMatch(day -> !LocalDate.parse(day).isAfter(END.minusDays(40))));
        assertThat(cases).noneMatch(row -> row.get("employee_no").startsWith("CASE-"));
    }

    @Test
    void whoSaysThatTheyMeanToLeaveLeavesMoreOften() {
        double confirmed = leavers("confirmed");
        double denied = leavers("denied");

        assertThat(confirmed).isGreaterThan(denied + .1);
    }

    @Test
    void whoWasKeptStayedAtLeastMostly() {
        List<Row> kept = cases.stream()
                .filter(row -> row.get("outcome").equals("retained"))
                .toList();

        assertThat(kept.stream().filter(row -> leftWithin(row, 90)).count())
                .isPositive()
                .isLessThan(kept.size() / 6);
    }

    private static double leavers(String intent) {
        List<Row> rows =
                cases.stream().filter(row -> row.get("intent").equals(intent)).toList();
        return rows.stream().filter(row -> leftWithin(row, 180)).count() / (double) rows.size();
    }

    private static boolean leftWithin(Row row, int days) {
        Row person = PEOPLE.get(row.person());
        return person.get("leave_type").equals("voluntary")
                && LocalDate.parse(person.get("leave_date"))
                        .isBefore(LocalDate.parse(row.get("date")).plusDays(days + 1L));
    }
}
