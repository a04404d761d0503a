package org.holdfast.core.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.retention.Dismissal.Finding;
import org.holdfast.core.retention.Dismissal.Outcome;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is flagged, then dismissed, is brought before the data-protection officer. */
@Tag("O3")
class DismissalWatchTest {
    private final RetentionWorld world = new RetentionWorld();
    private final Dismissals register = new Dismissals(world.dismissals, world.clock);
    private final UUID boss = world.staff.hire(world.firm, null);
    private final UUID person = world.staff.hire(world.firm, boss);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void dismissalAfterAnAlertIsNoticedOnceAndAudited() {
        flag();
        world.staff.leaves(person, LocalDate.of(2026, 12, 31), "involuntary");

        assertThat(world.watch.look()).isEqualTo(1);
        world.staff.hire(world.firm, boss);
        assertThat(world.watch.look()).isZero();

        assertThat(register.pending()).singleElement().satisfies(one -> {
            assertThat(one.personId()).isEqualTo(person);
            assertThat(one.facts().flaggedOn()).isEqualTo("2026-11-23");
            assertThat(one.facts().leftOn()).isEqualTo("2026-12-31");
            assertThat(one.facts().toldManager()).isFalse();
        });
        assertThat(world.audited).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo(DismissalWatch.NOTICED);
            assertThat(event.about().persons()).containsExactly(person.toString());
        });
    }

    @Test
    void sweepInTheBackgroundNoticesIt() {
        flag();
        world.staff.leaves(person, LocalDate.of(2026, 12, 31), "involuntary");

        world.sweep(() -> false).run();
        assertThat(register.pending()).isEmpty();
        world.sweep(() -> true).run();
        assertThat(register.pending()).hasSize(1);
    }

    @Test
    void itIsToldWhetherTheSuperiorKnew() {
        flag();
        world.clock.set("2026-11-24T01:00:00Z");
        world.alerts.deliver();
        world.staff.leaves(person, LocalDate.of(2026, 12, 31), "involuntary");

        world.watch.look();

        assertThat(register.pending())
                .singleElement()
                .matches(one -> one.facts().toldManager());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31, voluntary, false",
        "2026-12-31, retirement, false",
        "2026-12-31, other, false",
        "2026-11-22, involuntary, false",
        "2026-11-23, involuntary, true",
        "2027-11-23, involuntary, true",
        "2027-11-24, involuntary, false",
    })
    void onlyADismissalWithinAYearOfTheAlertCounts(LocalDate lastDay, String kind, boolean noticed) {
        flag();

        world.staff.leaves(person, lastDay, kind);

        assertThat(world.watch.look()).isEqualTo(noticed ? 1 : 0);
    }

    @Test
    void closedAlertCountsAndWhoeverWasNeverFlaggedDoesNot() {
        world.alerts.close(flag(), "hr", CloseReason.TALKED, "");
        UUID other = world.staff.hire(world.firm, boss);
        world.staff.leaves(other, LocalDate.of(2026, 12, 31), "involuntary");
        world.staff.leaves(person, LocalDate.of(2026, 12, 31), "involuntary");

        world.watch.look();

        assertThat(register.pending()).extracting(Dismissal::personId).containsExactly(person);
    }

    @Test
    void whatTheLogCannotTakeIsNoticedByTheNextLook() {
        flag();
        world.staff.leaves(person, LocalDate.of(2026, 12, 31), "involuntary");
        boolean[] full = {true};
        DismissalWatch watch =
                new DismissalWatch(world.alerts, world.dismissals, world.staff.people, world.clock, event -> {
                    if (full[0]) {
                        throw new AuditFailure("full", null);
                    }
                });

        assertThatThrownBy(watch::look).isInstanceOf(AuditFailure.class);
        assertThat(register.pending()).isEmpty();
        full[0] = false;
        assertThat(watch.look()).isEqualTo(1);
    }

    @Test
    void findingIsSaidOnceByName() {
        flag();
        world.staff.leaves(person, LocalDate.of(2026, 12, 31), "involuntary");
        world.watch.look();
        Dismissal found = register.pending().get(0);

        register.settle(found, new Finding(Outcome.UNRELATED, "The plant was closed.", "anna"));

        assertThat(register.pending()).isEmpty();
        assertThat(register.settled()).singleElement().satisfies(one -> {
            assertThat(one.finding()).isEqualTo(new Finding(Outcome.UNRELATED, "The plant was closed.", "anna"));
            assertThat(one.settledAt()).isEqualTo(RetentionWorld.MONDAY);
        });
        assertThatThrownBy(() -> register.settle(found, new Finding(Outcome.MISUSE, "No.", "ben")))
                .isInstanceOf(RestException.class);
        assertThat(register.settled().get(0).finding().by()).isEqualTo("anna");
    }

    @Test
    @Tag("O12")
    void personReadsIt() {
        flag();
        world.staff.leaves(person, LocalDate.of(2026, 12, 31), "involuntary");
        world.watch.look();
        register.settle(register.pending().get(0), new Finding(Outcome.MISUSE, "Taken back.", "anna"));

        assertThat(new DismissalRecords(world.dismissals).of(Subject.person(world.firm, person), "en"))
                .singleElement()
                .satisfies(item -> assertThat(item.fields())
                        .containsEntry("outcome", "misuse")
                        .containsEntry("assessment", "Taken back.")
                        .containsEntry("leaveDate", "2026-12-31"));
        assertThat(new DismissalRecords(world.dismissals).of(Subject.person(world.firm, boss), "en"))
                .isEmpty();
    }

    @Test
    @Tag("O14")
    void erasingThePersonTakesIt() {
        flag();
        world.staff.leaves(person, LocalDate.of(2026, 12, 31), "involuntary");
        world.watch.look();

        world.database.run(connection -> new AlertTraces().erase(connection, Subject.person(world.firm, person)));

        assertThat(register.pending()).isEmpty();
        try {
            assertThat(world.database.<Integer>call(connection -> {
                        try (PreparedStatement count =
                                        connection.prepareStatement("select count(*) from flagged_dismissal");
                                var row = count.executeQuery()) {
                            row.next();
                            return row.getInt(1);
                        }
                    }))
                    .isZero();
        } finally {
            assertThat(List.copyOf(world.audited))
                    .extracting(AuditEvent::outcome)
                    .containsExactly(AuditEvent.DONE);
        }
    }

    private Alert flag() {
        return world.cross(person, Band.LOW, Band.HIGH).orElseThrow();
    }
}
