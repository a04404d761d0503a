package org.holdfast.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.intake.ImportStatus.Counts;
import org.holdfast.core.people.PastCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of past cases, as HR sends it on 20 November 2026. */
class CaseRowsTest {
    private static final String HEAD =
            "subsidiary,employee_no,date,talk_date,intent,causes,outcome,outcome_date,text\n";
    private static final String GOOD =
            "S1,E1,2026-03-02,2026-03-05,confirmed,pay;growth,retained,2026-03-20,Said so.\n";

    @TempDir
    private Path folder;

    private IntakeBench bench;

    @BeforeEach
    void open() {
        bench = new IntakeBench(LocalDatabase.fresh(), folder);
        bench.take("subsidiaries.csv", IntakeBench.SUBSIDIARIES);
        bench.take(
                "employees.csv",
                "subsidiary,employee_no,name,hire_date,status,leave_date,leave_type\nS1,E1,An,2020-01-01,,,\n"
                        + "S1,E2,Bo,2020-01-01,left,2026-06-30,voluntary\nS2,E1,Ce,2020-01-01,,,\n");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aRowIsTakenWithEverythingItSays() {
        ImportStatus status = bench.take("cases.csv", HEAD + GOOD);

        assertThat(status.counts()).isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(bench.past.taken).singleElement().satisfies(one -> {
            assertThat(one.personId()).isEqualTo(bench.person("E1"));
            assertThat(one.noticedOn()).isEqualTo("2026-03-02");
            assertThat(one.talk())
                    .isEqualTo(new PastCase.Talk(
                            LocalDate.of(2026, 3, 5), "confirmed", List.of("pay", "growth"), "Said so."));
            assertThat(one.outcome()).isEqualTo(new PastCase.Outcome("retained", LocalDate.of(2026, 3, 20)));
        });
    }

    @Test
    void chineseHeadersAndNoOutcomeAreFine() {
        ImportStatus status =
                bench.take("谈话.csv", "子公司,工号,日期,谈话日期,离职意向,离职因素\nS1,E1,2026年3月2日,2026/3/5,undeclared,pay；other\n");

        assertThat(status.kind()).isEqualTo("cases");
        assertThat(bench.past.taken).singleElement().satisfies(one -> {
            assertThat(one.outcome()).isNull();
            assertThat(one.talk().causes()).containsExactly("pay", "other");
        });
    }

    @Test
    void whoHasLeftMeanwhileIsThePoint() {
        ImportStatus status = bench.take("cases.csv", HEAD + "S1,E2,2026-03-02,2026-03-05,confirmed,,,,\n");

        assertThat(status.counts().accepted()).isEqualTo(1);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        bench.take("cases.csv", HEAD + GOOD);

        assertThat(bench.take("cases.csv", HEAD + GOOD).counts()).isEqualTo(new Counts(1, 0, 1, 0));
    }

    @Test
    void aDryRunFindsTheSameAndTakesNothing() {
        ImportStatus status = bench.dryRun("cases.csv", HEAD + GOOD + "S1,E2,2026-03-02,2026-03-01,confirmed,,,,\n");

        assertThat(status.counts()).isEqualTo(new Counts(2, 1, 0, 1));
        assertThat(bench.past.taken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S1,E1,2026-03-05,2026-03-02,denied,,,, | talk_date | beforeNoticed",
                "S1,E1,2026-03-02,2026-03-05,denied,,retained,2026-03-04, | outcome_date | beforeTalk",
                "S1,E1,2019-03-02,2020-03-05,denied,,,, | date | beforeHire",
                "S1,E2,2026-06-29,2026-07-01,denied,,,, | talk_date | afterLeave",
                "S1,E2,2026-06-01,2026-06-02,denied,,retained,2026-07-01, | outcome_date | afterLeave",
                "S1,E1,2026-11-19,2026-11-21,denied,,,, | talk_date | inTheFuture",
                "S1,E1,2026-03-02,2026-03-05,denied,weather,,, | causes | unknownCause",
                "S1,E1,2026-03-02,2026-03-05,maybe,,,, | intent | notOneOf",
                "S1,E1,2026-03-02,2026-03-05,,,,, | intent | missing",
                "S1,E1,2026-03-02,2026-03-05,denied,,left,2026-03-06, | outcome | notOneOf",
                "S1,E1,2026-03-02,2026-03-05,denied,,retained,, | outcome_date | missing",
                "S1,E1,2026-03-02,2026-03-05,denied,,,2026-03-06, | outcome | missing",
                "S1,E1,2026-03-02,,denied,,,, | talk_date | missing",
                "S1,E1,2026-02-30,2026-03-05,denied,,,, | date | notADate",
                "S1,E9,2026-03-02,2026-03-05,denied,,,, | employee_no | unknownEmployee",
                "S9,E1,2026-03-02,2026-03-05,denied,,,, | subsidiary | unknownSubsidiary"
            })
    void aWrongRowIsRejectedWithItsColumnAndReason(String row, String column, String reason) {
        ImportStatus status = bench.take("cases.csv", HEAD + GOOD.replace("2026-03-02", "2026-03-01") + row + "\n");

        assertThat(status.counts().accepted()).isEqualTo(1);
        assertThat(bench.rejected(status)).singleElement().satisfies(rejected -> {
            assertThat(rejected.line()).isEqualTo(3);
            assertThat(rejected.problems()).containsExactly(new Problem(column, reason));
        });
    }

    @Test
    void twoRowsOfOnePersonAndDayAreOneTooMany() {
        ImportStatus status = bench.take("cases.csv", HEAD + GOOD + GOOD.replace("2026-03-02", "2026/3/2"));

        assertThat(bench.rejected(status))
                .singleElement()
                .satisfies(row -> assertThat(row.problems()).containsExactly(new Problem("", "duplicateKey")));
    }

    @Test
    void moreThanTenCausesAndWordsWithoutEndAreRefused() {
        String row = "S1,E1,2026-03-02,2026-03-05,denied,1;2;3;4;5;6;7;8;9;10;11,,," + "x".repeat(4_001) + "\n";

        assertThat(bench.rejected(bench.take("cases.csv", HEAD + row)).get(0).problems())
                .containsExactly(new Problem("causes", "tooManyCauses"), new Problem("text", "longText"));
    }

    @Test
    void whatTheRuleBookDoesNotLetKeepIsNotTaken() {
        bench.past.since = LocalDate.of(2026, 3, 3);

        assertThat(bench.rejected(bench.take("cases.csv", HEAD + GOOD)).get(0).problems())
                .containsExactly(new Problem("date", "notKept"));
    }

    @Test
    void fromTheFirstOwnAlertOnATalkBelongsIntoItsCase() {
        bench.past.alerted.put(bench.person("E1"), LocalDate.of(2026, 3, 2));

        assertThat(bench.rejected(bench.take("cases.csv", HEAD + GOOD)).get(0).problems())
                .containsExactly(new Problem("date", "alertKnown"));
        assertThat(bench.take("cases.csv", HEAD + GOOD.replace("2026-03-02", "2026-03-01"))
                        .counts()
                        .accepted())
                .isEqualTo(1);
    }

    @Test
    void somebodyWhoWasErasedDoesNotComeBack() {
        bench.forget("E1");

        assertThat(bench.rejected(bench.take("cases.csv", HEAD + GOOD)).get(0).problems())
                .containsExactly(new Problem("employee_no", "erased"));
        assertThat(bench.past.taken).isEmpty();
        assertThat(bench.past.alertedSince(Set.of())).isEmpty();
    }
}
