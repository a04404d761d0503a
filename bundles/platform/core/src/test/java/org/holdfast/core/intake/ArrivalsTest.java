package org.holdfast.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.signals.Arrivals.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom an import leaves to be scored. */
class ArrivalsTest {
    private static final String PEOPLE = "subsidiary,employee_no,name,hire_date,base_pay,currency\n";
    private static final String SIGNALS = "subsidiary,employee_no,signal,date,value,source\n";

    @TempDir
    private Path folder;

    private IntakeBench bench;

    @BeforeEach
    void aFirmOfThirtyWhoHaveBeenScored() {
        bench = new IntakeBench(LocalDatabase.fresh(), folder);
        bench.take("subsidiaries.csv", IntakeBench.SUBSIDIARIES);
        bench.take("employees.csv", PEOPLE + people(30, 1000));
        bench.arrivals.settle(bench.waiting());
        bench.arrivedIn.clear();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void exactlyThoseAreScoredAgainAboutWhomAFileSaysSomethingNew() {
        String file =
                SIGNALS + late("E0003", 2) + late("E0003", 3) + late("E0007", 2) + "S1,E0009,nothing,2026-11-02,1,\n";

        bench.take("signals.csv", file);

        assertThat(bench.waiting().everybody()).isFalse();
        assertThat(bench.waiting().persons()).containsExactlyInAnyOrder(bench.person("E0003"), bench.person("E0007"));
        assertThat(bench.arrivedIn).hasSize(1);
    }

    @Test
    void theSameFileTwiceScoresNobodyAgain() {
        String file = SIGNALS + late("E0003", 2);
        bench.take("signals.csv", file);
        bench.arrivals.settle(bench.waiting());
        bench.arrivedIn.clear();

        bench.take("signals.csv", file);
        bench.take("employees.csv", PEOPLE + people(30, 1000));

        assertThat(bench.waiting().notes()).isEmpty();
        assertThat(bench.arrivedIn).isEmpty();
    }

    @Test
    void anEventARaiseAndAConsentCountToo() {
        bench.take("events.csv", "subsidiary,employee_no,event,date\nS1,E0001,training,2026-11-03\n");
        bench.take("employees.csv", PEOPLE + person(2, 1500));
        bench.take(
                "consents.csv",
                "subsidiary,employee_no,category,purpose,from\nS1,E0004,jobSite,retention,2026-01-01\n");

        assertThat(bench.waiting().persons())
                .containsExactlyInAnyOrder(bench.person("E0001"), bench.person("E0002"), bench.person("E0004"));
    }

    @Test
    void aKillInTheMiddleLosesNobodyWhoWaits() {
        UUID id = bench.submit("signals.csv", SIGNALS + late("E0001", 2) + late("E0002", 2) + late("E0003", 2));
        try (ImportRun cutOff = bench.imports.open(id).orElseThrow()) {
            cutOff.step(2);
        }
        bench.reopen();
        Waiting afterTheKill = bench.waiting();

        bench.run(id, 2);

        assertThat(afterTheKill.persons()).containsExactlyInAnyOrder(bench.person("E0001"), bench.person("E0002"));
        assertThat(bench.waiting().persons())
                .containsExactlyInAnyOrder(bench.person("E0001"), bench.person("E0002"), bench.person("E0003"));
    }

    @Test
    void aFileAboutMuchOfAFirmAsksForOneRunInsteadOfNamingEverybody() {
        bench.take("employees.csv", PEOPLE + people(ArrivalNotes.FEW + 60, 1000));
        bench.arrivals.settle(bench.waiting());
        List<String> rows = new ArrayList<>();
        IntStream.range(0, ArrivalNotes.FEW + 50).forEach(i -> rows.add(late(number(i), 2)));

        bench.run(bench.submit("signals.csv", SIGNALS + String.join("", rows)), 20);

        assertThat(bench.waiting().everybody()).isTrue();
        assertThat(bench.waiting().notes().size()).isLessThanOrEqualTo(1 + ArrivalNotes.FEW / 20);
    }

    @Test
    void whatComesWhileOthersAreScoredWaitsForTheNextTurn() {
        bench.take("signals.csv", SIGNALS + late("E0001", 2));
        Waiting first = bench.waiting();
        bench.take("signals.csv", SIGNALS + late("E0002", 2));

        bench.arrivals.settle(first);

        assertThat(bench.waiting().persons()).containsExactly(bench.person("E0002"));
    }

    private static String people(int count, int pay) {
        StringBuilder rows = new StringBuilder();
        IntStream.range(0, count).forEach(i -> rows.append(person(i, pay)));
        return rows.toString();
    }

    private static String person(int index, int pay) {
        return "S1," + number(index) + ",Person " + index + ",2020-03-01," + pay + ",CNY\n";
    }

    private static String number(int index) {
        return String.format(java.util.Locale.ROOT, "E%04d", index);
    }

    private static String late(String number, int day) {
        return "S1," + number + ",attendance.late,2026-11-0" + day + ",1,clock\n";
    }
}
