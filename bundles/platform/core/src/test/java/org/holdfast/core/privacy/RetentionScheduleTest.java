package org.holdfast.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.people.EmployeeTracesOf;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.AgedRecords;
import org.holdfast.core.protection.erasure.AgedTable;
import org.holdfast.core.protection.erasure.Erasures;
import org.holdfast.core.protection.erasure.Hold;
import org.holdfast.core.protection.erasure.LegalHolds;
import org.holdfast.core.protection.erasure.StatutoryRecords;
import org.holdfast.launcher.shred.ShredLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has been kept long enough ends by itself, is announced before, and waits where somebody is on hold. */
@Tag("O11")
class RetentionScheduleTest {
    private static final RetentionRule SCORES =
            new RetentionRule(RetentionRule.Kind.SCORES, 12, RetentionRule.Start.DATE);
    private static final RetentionRule PERSON =
            new RetentionRule(RetentionRule.Kind.PERSON, 24, RetentionRule.Start.EXIT);

    @TempDir
    Path data;

    private final LocalDatabase database = LocalDatabase.fresh();
    private final SetClock clock = new SetClock("2026-11-26T08:00:00Z");
    private ShredLedger ledger;
    private LegalHolds holds;
    private Staff staff;
    private RetentionSchedule schedule;
    private UUID firm;

    @BeforeEach
    void open() {
        ledger = ShredLedger.open(data);
        TestVault vault = new TestVault(id -> ledger.find(id).isPresent());
        staff = new Staff(database, vault);
        firm = staff.subsidiary("S1", "Asia/Shanghai");
        holds = new LegalHolds(database, vault);
        Erasures erasures = new Erasures(
                new Erasures.Keys(vault, ledger, event -> {}, clock),
                database,
                holds,
                List.of(EmployeeTracesOf.people(staff.people)));
        AgedRecords scores = new AgedTable(RetentionRule.Kind.SCORES, database, "risk_score", "as_of", day -> day);
        StatutoryRecords statutory = new StatutoryRecords(
                database,
                vault,
                new StatutoryRecords.Sources(id -> List.of(), List.of(), person -> Optional.empty()),
                clock);
        schedule = new RetentionSchedule(
                new RetentionSchedule.Rules(id -> List.of(SCORES, PERSON), staff.people, statutory),
                erasures,
                holds,
                List.of(scores),
                clock);
    }

    @AfterEach
    void close() {
        ledger.close();
        database.close();
    }

    @Test
    void leaversAreErasedWhenTheirTimeIsOverAndNotADayBefore() {
        UUID over = left(LocalDate.of(2024, 11, 25));
        UUID today = left(LocalDate.of(2024, 11, 26));
        UUID working = staff.hire(firm, null);

        assertThat(schedule.look(firm).get(1))
                .extracting(RetentionSchedule.Standing::due, RetentionSchedule.Standing::soon)
                .containsExactly(1L, 1L);
        assertThat(schedule.apply(firm)).containsEntry("person", 1L);

        assertThat(staff.people.ids(firm)).containsExactlyInAnyOrder(today, working);
        assertThat(ledger.find(over)).isPresent();
        assertThat(schedule.apply(firm)).containsEntry("person", 0L);
        clock.set("2026-11-27T00:00:00Z");
        assertThat(schedule.apply(firm)).containsEntry("person", 1L);
    }

    @Test
    void whoIsOnHoldIsLeftAloneAndSaidToBe() {
        UUID held = left(LocalDate.of(2020, 1, 1));
        score(held, LocalDate.of(2020, 1, 1));
        score(staff.hire(firm, null), LocalDate.of(2020, 1, 1));
        holds.place(
                Subject.person(firm, held),
                new Hold(held, LocalDate.of(2026, 12, 31), "an open claim", UUID.randomUUID(), clock.instant()));

        RetentionSchedule.Standing standing = schedule.look(firm).get(1);
        assertThat(standing.due()).isZero();
        assertThat(standing.held()).isEqualTo(1);
        assertThat(schedule.apply(firm)).isEqualTo(Map.of("person", 0L, "scores", 1L, "statutory", 0L));
        assertThat(scores()).isEqualTo(1);

        clock.set("2027-01-02T08:00:00Z");
        assertThat(schedule.apply(firm)).isEqualTo(Map.of("person", 1L, "scores", 1L, "statutory", 0L));
    }

    @Test
    void scoresEndByTheirDay() {
        UUID person = staff.hire(firm, null);
        score(person, LocalDate.of(2025, 11, 25));
        score(person, LocalDate.of(2025, 11, 26));
        score(person, LocalDate.of(2026, 10, 31));

        assertThat(schedule.look(firm).get(0))
                .extracting(
                        RetentionSchedule.Standing::before,
                        RetentionSchedule.Standing::due,
                        RetentionSchedule.Standing::soon)
                .containsExactly(LocalDate.of(2025, 11, 26), 1L, 1L);
        assertThat(schedule.apply(firm)).containsEntry("scores", 1L);
        assertThat(scores()).isEqualTo(2);
    }

    private UUID left(LocalDate day) {
        UUID person = staff.hire(firm, null);
        staff.leaves(person, day, "voluntary");
        return person;
    }

    private void score(UUID person, LocalDate asOf) {
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into risk_score (id, subsidiary_id, person_id, as_of, computed_at, sealed)"
                            + " values (?, ?, ?, ?, current_timestamp, ?)")) {
                insert.setObject(1, UUID.randomUUID());
                insert.setObject(2, firm);
                insert.setObject(3, person);
                insert.setObject(4, asOf);
                insert.setBytes(5, new byte[1]);
                insert.executeUpdate();
            }
        });
    }

    private int scores() {
        return database.call(connection -> {
            try (PreparedStatement count = connection.prepareStatement("select count(*) from risk_score");
                    ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
    }
}
