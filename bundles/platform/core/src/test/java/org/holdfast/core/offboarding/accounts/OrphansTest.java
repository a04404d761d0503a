package org.holdfast.core.offboarding.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.connector.AccountStatus.Life;
import org.holdfast.core.access.Role;
import org.holdfast.core.fixture.OpenSight;
import org.holdfast.core.offboarding.accounts.MoodySystem.Mood;
import org.holdfast.core.offboarding.accounts.OrphanTable.Orphan;
import org.holdfast.core.people.Employee;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Once a day the firm learns which accounts live that nobody at work is known to own. */
class OrphansTest {
    private static final Instant DUE = Instant.parse("2026-11-27T10:00:00Z");

    private AccountRoom room;
    private RegisteredSystem system;

    @BeforeEach
    void begin() {
        room = new AccountRoom();
        room.system.account("b1", room.number(room.boss), Life.ACTIVE);
        system = room.setUp();
    }

    @AfterEach
    void end() {
        room.close();
    }

    private List<Orphan> orphans() {
        return room.reader.orphans(room.firm, room.sight);
    }

    private void leave(UUID person) {
        room.staff.leaves(person, new Employee.Exit(LocalDate.of(2026, 11, 20), "voluntary", ""));
    }

    @Test
    void anAccountOfSomebodyWhoLeftIsOursAndOneOfNobodyKnownIsUnknown() {
        room.system.account("a1", room.number(room.leaver), Life.ACTIVE);
        room.system.account("x1", "E-nobody", Life.ACTIVE);
        room.system.account("x2", "E-nobody-either", Life.DISABLED);
        room.system.account("x3", "", Life.ACTIVE);
        leave(room.leaver);

        room.scan.run();

        assertThat(orphans())
                .extracting(one -> one.content().name() + ' ' + one.ours())
                .containsExactlyInAnyOrder("user a1 true", "user x1 false", "user x3 false");
        assertThat(room.reader
                        .orphan(
                                orphans().stream()
                                        .filter(Orphan::ours)
                                        .findFirst()
                                        .orElseThrow(),
                                room.reader.systems(room.firm))
                        .employee()
                        .id())
                .isEqualTo(room.leaver);
    }

    @Test
    void theDaySinceStaysAndWhatWasClosedIsNoLongerThere() {
        room.system.account("x1", "E-nobody", Life.ACTIVE);
        room.system.account("x2", "E-nobody-either", Life.ACTIVE);
        room.scan.run();
        Instant first = orphans().get(0).since();
        room.system.account("x2", "E-nobody-either", Life.DISABLED);
        room.later(Duration.ofHours(25));
        room.scan.run();

        assertThat(orphans())
                .singleElement()
                .satisfies(one -> assertThat(one.since()).isEqualTo(first));
    }

    @Test
    void aScanThatBreaksOffForgetsNothingAndComesAgainWithinTheHour() {
        room.system.account("x1", "E-nobody", Life.ACTIVE);
        room.scan.run();
        room.system.mood(Mood.DOWN);
        room.later(Duration.ofHours(25));
        room.scan.run();

        assertThat(orphans()).hasSize(1);
        assertThat(room.desk.find(system.id(), room.sight).health().scanError()).isEqualTo("unreachable");

        room.system.mood(Mood.WELL);
        room.later(Duration.ofMinutes(61));
        room.scan.run();

        assertThat(room.desk.find(system.id(), room.sight).health().scanError()).isNull();
    }

    @Test
    void aDeadAccountThatLivesAgainNextDayIsClosedAnew() {
        room.system.account("a1", room.number(room.leaver), Life.ACTIVE);
        room.closings.schedule(room.offboarding, room.leaver, DUE);
        room.at("2026-11-27T10:00:00Z");
        room.pass(Duration.ofMinutes(10));
        assertThat(room.progress().proved()).isTrue();

        room.system.account("a1", room.number(room.leaver), Life.ACTIVE);
        room.at("2026-11-28T11:00:00Z");
        room.scan.run();

        assertThat(room.state()).isEqualTo(AccountState.ALIVE);
        assertThat(room.progress().proved()).isFalse();

        room.pass(Duration.ofMinutes(10));

        assertThat(room.system.life("a1")).isEqualTo(Life.DISABLED);
        assertThat(room.state()).isEqualTo(AccountState.DEAD);
        assertThat(room.progress().proved()).isTrue();
    }

    @Test
    void whoWasHiredAgainKeepsTheAccountThatWasEnabledForThem() {
        UUID person = room.staff.hire(room.firm, null, room.boss, LocalDate.of(2026, 12, 1));
        room.system.account("r1", room.number(person), Life.ACTIVE);
        room.closings.schedule(room.offboarding, person, DUE);
        room.at("2026-11-27T10:00:00Z");
        room.pass(Duration.ofMinutes(10));
        room.system.account("r1", room.number(person), Life.ACTIVE);
        room.at("2026-12-02T11:00:00Z");
        room.scan.run();
        room.pass(Duration.ofMinutes(10));

        assertThat(room.system.life("r1")).isEqualTo(Life.ACTIVE);
    }

    @Test
    void theScanDisablesNothingThatNobodyScheduled() {
        room.system.account("a1", room.number(room.leaver), Life.ACTIVE);
        leave(room.leaver);
        room.scan.run();
        room.pass(Duration.ofHours(2));

        assertThat(room.system.life("a1")).isEqualTo(Life.ACTIVE);
        assertThat(room.system.effects).isEmpty();
    }

    @Test
    void whoMayNotSeeAPersonIsNotShownTheirAccount() {
        room.system.account("a1", room.number(room.leaver), Life.ACTIVE);
        leave(room.leaver);
        room.scan.run();
        OpenSight own = new OpenSight(room.firm, Role.SUBSIDIARY_HR, UUID.randomUUID(), Optional.of(room.leaver));

        assertThat(room.reader.orphans(room.firm, own)).isEmpty();
    }
}
