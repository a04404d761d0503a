package org.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.holdfast.demo.GeneratedGroup.Row;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published cases hold for every end day, in windows of thirty days counted back from it. */
class NewcomersTest {

    private static final String DAYS = "2026-11-22";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {DAYS, "2026-03-31", "2027-01-10", "2028-02-29"})
    void headOfSalesHasTheInputsOfTheFirstCase(String day) throws IOException {
        GeneratedGroup group = generate(day);

        Row person = group.rowsOf(DemoFile.EMPLOYEES, "CASE-8.5").get(0);
        assertThat(person.get("key_post")).isEqualTo("1");
        assertThat(person.number("revenue_share")).isEqualTo(.15);
        assertThat(person.number("base_pay") / median(group, person)).isEqualTo(.88);
        assertThat(group.rows(DemoFile.EMPLOYEES))
                .filteredOn(row -> row.get("manager_no").equals("CASE-8.5"))
                .hasSize(10);
        assertThat(group.rowsOf(DemoFile.EMPLOYEES, person.get("manager_no")))
                .singleElement()
                .matches(row -> row.get("position").equals("销售总监"));
        assertThat(values(group, "CASE-8.5", "performance.rating")).containsExactly(92.0, 85.0, 78.0);
        assertThat(sum(group, day, "CASE-8.5", "attendance.leave_days")).containsExactly(3, 1, 0);
        assertThat(sum(group, day, "CASE-8.5", "resume.update")).containsExactly(1, 0, 0);
        assertThat(consented(group, "CASE-8.5")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {DAYS, "2026-03-31"})
    void headOfResearchHasTheInputsOfTheSecondCase(String day) throws IOException {
        GeneratedGroup group = generate(day);

        Row person = group.rowsOf(DemoFile.EMPLOYEES, "CASE-8.2").get(0);
        assertThat(person.number("base_pay") / median(group, person)).isEqualTo(.85);
        assertThat(values(group, "CASE-8.2", "performance.rating")).containsExactly(90.0, 90.0, 72.0);
        assertThat(sum(group, day, "CASE-8.2", "attendance.late")).containsExactly(60, 40, 0);
        assertThat(sum(group, day, "CASE-8.2", "resume.update")).containsExactly(1, 1, 0);
        assertThat(consented(group, "CASE-8.2")).isTrue();
        assertThat(person.get("manager_no")).as("HR has the case at once").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {DAYS, "2026-03-31"})
    void theOtherCasesHoldTheirInputs(String day) throws IOException {
        GeneratedGroup group = generate(day);

        assertThat(values(group, "CASE-7.5", "performance.rating")).endsWith(90.0, 73.8);
        assertThat(sum(group, day, "CASE-7.5", "attendance.leave_days")).containsExactly(4, 0, 0);
        assertThat(sum(group, day, "CASE-7.5", "resume.update")).containsExactly(1, 0, 0);
        assertThat(values(group, "CASE-85PCT", "performance.rating")).endsWith(90.0, 72.0);
        assertThat(sum(group, day, "CASE-85PCT", "attendance.leave_days")).containsExactly(3, 0, 0);
        assertThat(group.rowsOf(DemoFile.EVENTS, "CASE-85PCT"))
                .extracting(row -> row.get("event") + row.get("detail"))
                .containsExactly("resignation_raised口头提出离职", "counter_offerraise");
        assertThat(sum(group, day, "CASE-RULE", "attendance.overtime_hours")).containsExactly(12, 22, 34);
        assertThat(sum(group, day, "CASE-RULE", "work.messages")).containsExactly(225, 450, 450);
        assertThat(sum(group, day, "CASE-RULE", "resume.update")).containsExactly(2, 1, 0);
        assertThat(consented(group, "CASE-RULE")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {DAYS, "2026-03-31"})
    void thinEvidenceIsOneLatenessAndNothingElse(String day) throws IOException {
        GeneratedGroup group = generate(day);

        assertThat(group.rowsOf(DemoFile.SIGNALS, "CASE-THIN"))
                .singleElement()
                .matches(row -> row.get("signal").equals("attendance.late"));
        assertThat(group.rowsOf(DemoFile.EVENTS, "CASE-THIN")).isEmpty();
        assertThat(group.rowsOf(DemoFile.CONSENTS, "CASE-THIN")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {DAYS, "2026-03-31"})
    void consentEndedBeforeTheUpdateThatIsStillInTheFile(String day) throws IOException {
        GeneratedGroup group = generate(day);

        assertThat(sum(group, day, "CASE-NOCONSENT", "resume.update")).containsExactly(1, 0, 0);
        assertThat(consented(group, "CASE-NOCONSENT")).isFalse();
        assertThat(sum(group, day, "CASE-NOCONSENT", "attendance.leave_days")).containsExactly(3, 1, 0);
        assertThat(values(group, "CASE-NOCONSENT", "performance.rating")).containsExactly(92.0, 85.0, 78.0);
    }

    private GeneratedGroup generate(String day) throws IOException {
        DemoGroup.write(new DemoPlan(3, LocalDate.parse(day), 60, 12), directory);
        return new GeneratedGroup(directory);
    }

    private static double median(GeneratedGroup group, Row person) throws IOException {
        return group.rows(DemoFile.MARKET_PAY).stream()
                .filter(row -> List.of("position", "position_family", "location", "grade").stream()
                        .allMatch(column -> row.get(column).equals(person.get(column))))
                .mapToDouble(row -> row.number("p50"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> values(GeneratedGroup group, String number, String signal) throws IOException {
        return group.rowsOf(DemoFile.SIGNALS, number).stream()
                .filter(row -> row.get("signal").equals(signal))
                .map(row -> row.number("value"))
                .toList();
    }

    /** Sums of the last three windows of thirty days, the latest first. */
    private static List<Integer> sum(GeneratedGroup group, String day, String number, String signal)
            throws IOException {
        double[] windows = new double[3];
        for (Row row : group.rowsOf(DemoFile.SIGNALS, number)) {
            int window = (int) ChronoUnit.DAYS.between(LocalDate.parse(row.get("date")), LocalDate.parse(day)) / 30;
            if (row.get("signal").equals(signal) && window < windows.length) {
                windows[window] += row.number("value");
            }
        }
        return List.of((int) windows[0], (int) windows[1], (int) windows[2]);
    }

    private static boolean consented(GeneratedGroup group, String number) throws IOException {
        Row consent = group.rowsOf(DemoFile.CONSENTS, number).get(0);
        return group.rowsOf(DemoFile.SIGNALS, number).stream()
                .filter(row -> row.get("signal").equals("resume.update"))
                .allMatch(row -> row.get("date").compareTo(consent.get("from")) >= 0
                        && (consent.get("to").isEmpty() || row.get("date").compareTo(consent.get("to")) <= 0));
    }
}
