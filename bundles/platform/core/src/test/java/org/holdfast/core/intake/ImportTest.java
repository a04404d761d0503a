package org.holdfast.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.intake.ImportStatus.Counts;
import org.holdfast.core.intake.ImportStatus.State;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.FactCodes;
import org.holdfast.core.signals.FactHistory;
import org.holdfast.core.signals.MarketPay.Wanted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    private static final String HEAD =
            "subsidiary,employee_no,name,department,manager_no,position,position_family,grade,hire_date,base_pay,"
                    + "currency,status,leave_date,leave_type\n";
    private static final String SIGNALS = "subsidiary,employee_no,signal,date,value,source\n";

    @TempDir
    private Path folder;

    private IntakeBench bench;

    @BeforeEach
    void open() {
        bench = new IntakeBench(LocalDatabase.fresh(), folder);
        bench.take("subsidiaries.csv", IntakeBench.SUBSIDIARIES);
        bench.take(
                "departments.csv",
                "code,name,parent_code,subsidiary,level,region\nD2,Team,D1,S1,team,\nD1,研发部,,S1,department,华东\n");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aSuperiorMayStandFurtherDown() {
        ImportStatus status = bench.take("employees.csv", HEAD + many(30, 1));

        UUID first = card("E00").id();

        assertThat(status.state()).isEqualTo(State.DONE);
        assertThat(status.counts()).isEqualTo(new Counts(30, 30, 0, 0));
        assertThat(bench.people.managersOf(first))
                .hasSize(29)
                .startsWith(card("E01").id());
        assertThat(bench.people.allReports(card("E29").id())).hasSize(29);
        assertThat(bench.facts("E00"))
                .filteredOn(fact -> fact.signal().equals(FactCodes.MANAGER))
                .singleElement()
                .satisfies(fact -> assertThat(fact.date()).isEqualTo(LocalDate.of(2020, 3, 1)));
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        String file = HEAD + many(30, 1);
        bench.take("employees.csv", file);
        List<Fact> facts = bench.facts("E03");

        ImportStatus again = bench.take("employees.csv", file);

        assertThat(again.counts()).isEqualTo(new Counts(30, 0, 30, 0));
        assertThat(bench.facts("E03")).isEqualTo(facts);
    }

    @Test
    void cyclesAmongSuperiorsAreRejectedAndTheRestLands() {
        String file = HEAD
                + "S1,A,An,,B,,,,2020-01-01,,,,,\nS1,B,Bo,,C,,,,2020-01-01,,,,,\nS1,C,Ce,,A,,,,2020-01-01,,,,,\n"
                + "S1,D,De,,D,,,,2020-01-01,,,,,\nS1,E,Ei,,A,,,,2020-01-01,,,,,\n";

        ImportStatus status = bench.take("employees.csv", file);

        assertThat(status.counts().rejected()).isEqualTo(2);
        assertThat(bench.rejected(status))
                .allMatch(row -> row.problems().get(0).equals(new Problem("manager_no", "cycle")));
        for (PersonCard card : bench.people.search(all())) {
            assertThat(bench.people.managersOf(card.id())).doesNotContain(card.id());
        }
    }

    @Test
    void twoSuperiorsMayChangePlaces() {
        bench.take("employees.csv", HEAD + "S1,A,An,,B,,,,,,,,,\nS1,B,Bo,,,,,,,,,,,\n");

        ImportStatus status = bench.take("employees.csv", HEAD + "S1,B,Bo,,A,,,,,,,,,\nS1,A,An,,,,,,,,,,,\n");

        assertThat(status.counts().rejected()).isZero();
        assertThat(bench.people.managersOf(card("B").id()))
                .containsExactly(card("A").id());
    }

    @Test
    void aKillInTheMiddleLosesAndDoublesNothing() {
        bench.take("employees.csv", HEAD + many(20, 1));
        StringBuilder rows = new StringBuilder(SIGNALS);
        for (int i = 0; i < 1_000; i++) {
            rows.append("S1,E%02d,work.commits,%s,%d,git%n"
                    .formatted(i % 20, LocalDate.of(2026, 1, 1).plusDays(i / 20), i % 9));
        }
        UUID id = bench.submit("signals.csv", rows.toString());

        for (int round = 0; round < 9; round++) {
            ImportRun killed = bench.imports.open(id).orElseThrow();
            killed.step(100);
            bench.reopen();
        }
        ImportStatus status = bench.run(id, 100);

        assertThat(status.counts()).isEqualTo(new Counts(1_000, 1_000, 0, 0));
        for (int i = 0; i < 20; i++) {
            assertThat(bench.facts("E%02d".formatted(i)))
                    .filteredOn(fact -> fact.signal().equals("work.commits"))
                    .hasSize(50);
        }
        assertThat(bench.files()).isZero();
    }

    @Test
    void aKillBetweenPeopleAndTheirSuperiorsLosesNothing() {
        UUID id = bench.submit("employees.csv", HEAD + many(40, 1));
        for (int round = 0; round < 7; round++) {
            ImportRun killed = bench.imports.open(id).orElseThrow();
            killed.step(9);
            bench.reopen();
        }

        ImportStatus status = bench.run(id, 9);

        assertThat(status.counts()).isEqualTo(new Counts(40, 40, 0, 0));
        assertThat(bench.people.managersOf(card("E00").id())).hasSize(39);
    }

    @Test
    void aDryRunTellsTheSameAndWritesNothing() {
        ImportStatus status =
                bench.dryRun("employees.csv", HEAD + many(10, 1) + "S1,X,Xu,D9,,,,,2020-13-01,,,,,\n,,,,,,,,,,,,,\n");

        assertThat(status.counts()).isEqualTo(new Counts(12, 10, 0, 2));
        assertThat(bench.imports.preview(status.id()).rows()).hasSize(12);
        assertThat(bench.people.search(all())).isEmpty();
    }

    @Test
    void aBadRowSaysWhereAndWhyAndTheGoodOnesLand() {
        bench.take("employees.csv", HEAD + many(2, 1));
        String file = SIGNALS + "S1,E00,work.commits,2026-02-30,1,git\nS1,E00,work.commits,2026/2/28,1,git\n"
                + "S1,E99,work.commits,2026-02-01,1,git\nS9,E00,work.commits,2026-02-01,1,git\n"
                + "S1,E00,no.such,2026-02-01,1,git\nS1,E00,work.commits,2026-02-01,x,git\n"
                + "S1,E00,work.commits,46054,-1,git\nS1,E00,work.commits,2031-02-01,1,git\n";

        ImportStatus status = bench.take("signals.csv", file);

        assertThat(status.counts()).isEqualTo(new Counts(8, 1, 0, 7));
        assertThat(bench.rejected(status))
                .extracting(row -> row.line() + " " + row.problems().get(0).column() + " "
                        + row.problems().get(0).code())
                .containsExactly(
                        "2 date notADate",
                        "4 employee_no unknownEmployee",
                        "5 subsidiary unknownSubsidiary",
                        "6 signal unknownSignal",
                        "7 value notANumber",
                        "8 value outOfRange",
                        "9 date inTheFuture");
    }

    @Test
    void laterChangesAreKnownAtTheImportAndFirstOnesSinceTheHire() {
        bench.take("employees.csv", HEAD + "S1,A,An,D1,,Engineer,rd,P5,2020-03-01,300000,CNY,,,\n");
        bench.take("employees.csv", HEAD + "S1,A,An,D1,,Engineer,rd,P6,2020-03-01,360000,CNY,,,\n");
        bench.take(
                "employees.csv", HEAD + "S1,A,An,D1,,Engineer,rd,P6,2020-03-01,360000,CNY,left,2026-11-19,voluntary\n");

        List<Fact> facts = bench.facts("A");
        Instant before = IntakeBench.NOW.minusSeconds(1);

        assertThat(FactHistory.knownBy(facts, before))
                .filteredOn(fact -> fact.signal().equals(FactCodes.BASE_PAY))
                .extracting(Fact::value)
                .containsExactly(300_000.0);
        assertThat(facts)
                .filteredOn(fact -> fact.signal().equals(FactCodes.BASE_PAY))
                .extracting(Fact::value)
                .containsExactly(300_000.0, 360_000.0);
        assertThat(facts)
                .filteredOn(fact -> fact.signal().equals(FactCodes.LEFT))
                .singleElement()
                .satisfies(fact -> assertThat(fact.value()).isEqualTo(1));
        assertThat(bench.people.employeeByNo(subsidiary(), "A").orElseThrow().status())
                .isEqualTo(Employee.Status.LEFT);
    }

    @Test
    void resumeUpdatesWithoutConsentCountAsAcceptedAndAreDiscarded() {
        bench.take("employees.csv", HEAD + many(2, 1));
        bench.take(
                "consents.csv",
                "subsidiary,employee_no,category,purpose,from,to\nS1,E00,jobSite,retention,2026-06-01,2026-08-31\n");
        String file = "subsidiary,employee_no,signal,date,value,source,intention,expected_pay\n"
                + "S1,E00,resume.update,2026-05-31,,liepin,active,400000\n"
                + "S1,E00,resume.update,2026-06-01,,liepin,active,400000\n"
                + "S1,E01,resume.update,2026-06-01,,liepin,active,400000\n";

        ImportStatus status = bench.take("signals.csv", file);

        assertThat(status.counts().rejected()).isZero();
        assertThat(status.counts().accepted()).isEqualTo(3);
        assertThat(bench.facts("E00"))
                .filteredOn(fact -> fact.signal().equals("resume.update"))
                .hasSize(1);
        assertThat(bench.facts("E01")).noneMatch(fact -> fact.signal().equals("resume.update"));
        Subject person = Subject.person(subsidiary(), card("E00").id());
        assertThat(bench.consents.granted(person, DataCategory.JOB_SITE, Purpose.RETENTION, LocalDate.of(2026, 9, 1)))
                .isFalse();
    }

    @Test
    void consentsAreTakenForGeneratedPeopleOnly() {
        bench.take("employees.csv", HEAD + "S2,Z,Zo,,,,,,,,,,,\n");

        ImportStatus status = bench.take(
                "consents.csv",
                "subsidiary,employee_no,category,purpose,from,to\nS2,Z,jobSite,retention,2026-06-01,\n");

        assertThat(bench.rejected(status).get(0).problems()).contains(new Problem("", "consentIsAnOwnAct"));
    }

    @Test
    void chineseHeadersSayTheSameAndExtraColumnsAreReported() {
        ImportStatus status = bench.take("员工.csv", "子公司,工号,姓名,部门,入职日期,宠物\nS1,E1,王伟,D1,2021年3月5日,cat\n");

        assertThat(status.counts()).isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(status.kind()).isEqualTo("employees");
        assertThat(bench.imports.preview(status.id()).unknownColumns()).containsExactly("宠物");
        assertThat(card("E1").hireDate()).isEqualTo(LocalDate.of(2021, 3, 5));
    }

    @Test
    void aKeyMayStandOnlyOnceInAFile() {
        ImportStatus status = bench.take("employees.csv", HEAD + many(8, 1) + many(1, 1));

        assertThat(status.counts()).isEqualTo(new Counts(9, 8, 0, 1));
        assertThat(bench.rejected(status).get(0).problems()).contains(new Problem("", "duplicateKey"));
    }

    @Test
    void aFileThatIsNoTableEndsWithAReasonAndLeavesNothingBehind() {
        ImportStatus empty = bench.take("employees.csv", "");
        ImportStatus unknown = bench.take("holiday.csv", "a,b\n1,2\n");
        ImportStatus picture = bench.take("employees.png", "x");

        assertThat(List.of(empty, unknown, picture))
                .extracting(ImportStatus::failure)
                .containsExactly("EMPTY_FILE", "UNKNOWN_KIND", "UNKNOWN_FORMAT");
        assertThat(bench.files()).isZero();
    }

    @Test
    void theMarketsPayIsFoundByTheClosestPost() {
        bench.take(
                "market_pay.csv",
                "position,position_family,location,grade,date,p25,p50,p75,currency\n"
                        + "Engineer,rd,Shanghai,P5,2026-01-01,1,300000,400000,CNY\n"
                        + "Engineer,rd,Shanghai,P5,2026-07-01,1,320000,400000,CNY\n"
                        + "Engineer,rd,Wuhan,P5,2026-01-01,1,200000,400000,CNY\n");

        assertThat(pay("Engineer", "Shanghai", "P5", 3)).contains(300_000.0);
        assertThat(pay("Engineer", "Shanghai", "P5", 8)).contains(320_000.0);
        assertThat(pay("Engineer", "Chengdu", "P5", 3)).contains(250_000.0);
        assertThat(pay("Chemist", "Wuhan", "P9", 3)).contains(200_000.0);
    }

    @Test
    void uploadsAreSealedWhileTheyWait() throws Exception {
        bench.submit("employees.csv", HEAD + "S1,CANARY-77,Kanarienvogel,,,,,,,,,,,\n");

        try (var files = Files.list(folder)) {
            Path file = files.findFirst().orElseThrow();
            assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("CANARY");
        }
    }

    private java.util.Optional<Double> pay(String position, String location, String grade, int month) {
        return bench.market.median(new Wanted(position, "rd", location, grade, "CNY"), LocalDate.of(2026, month, 2));
    }

    private PersonCard card(String number) {
        return bench.people.cardByNo(subsidiary(), number).orElseThrow();
    }

    private UUID subsidiary() {
        return bench.people.subsidiaryByCode("S1").orElseThrow().id();
    }

    private static org.holdfast.core.people.PeopleQuery all() {
        return new org.holdfast.core.people.PeopleQuery("", java.util.Set.of(), java.util.Set.of(), null, card -> true);
    }

    /** Rows of people each of whom reports to the next in the file. */
    private static String many(int count, int step) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String manager = i + step < count ? "E%02d".formatted(i + step) : "";
            rows.append(
                    "S1,E%02d,Name%d,D1,%s,Engineer,rd,P5,2020-03-01,300000,CNY,active,,\n".formatted(i, i, manager));
        }
        return rows.toString();
    }
}
