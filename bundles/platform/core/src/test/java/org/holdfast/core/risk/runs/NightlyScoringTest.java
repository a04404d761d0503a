package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.holdfast.core.platform.jobs.HandDrivenJobs;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.runs.RunTable.Cause;
import org.holdfast.core.risk.runs.RunTable.Run;
import org.holdfast.core.risk.settings.RiskSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every subsidiary is scored once a night, at its own hour, whatever happens to the server. */
class NightlyScoringTest {
    private static final String FIRM = GeneratedFirm.ID.toString();

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final RiskRoom world = RiskRoom.small(clock);
    private final NightlyScoring nightly =
            new NightlyScoring(world.table, world.runs, world.inputs, world.settings, clock);
    private final HandDrivenJobs node = new HandDrivenJobs(nightly, world.database.dataSource(), clock);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theNightBeginsAtTwoInTheSubsidiarysOwnZone() {
        node.keep(FIRM);

        at("2026-11-22T17:59:00Z");
        int before = nights().size();
        at("2026-11-22T18:00:00Z");

        assertThat(before).isZero();
        assertThat(nights()).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo("done");
            assertThat(run.asOf()).isEqualTo(LocalDate.of(2026, 11, 23));
            assertThat(run.people()).isPositive();
        });
        at("2026-11-23T18:00:00Z");
        assertThat(nights()).hasSize(2);
    }

    @Test
    void aNightStandsInTheAuditLogFromBeforeItBegan() {
        node.keep(FIRM);
        at("2026-11-22T18:00:00Z");

        assertThat(world.audited)
                .extracting(event -> event.action() + ' ' + event.outcome())
                .containsExactly("run.score begun", "run.score done");
        assertThat(world.audited.get(1).details())
                .containsEntry("subsidiary", FIRM)
                .containsEntry("cause", "night")
                .containsEntry("people", String.valueOf(nights().get(0).people()));
    }

    @Test
    void aNightThatCannotBeAuditedScoresNobodyAndIsTriedAgain() {
        world.auditFull = true;
        node.keep(FIRM);
        at("2026-11-22T18:00:00Z");

        assertThat(nights())
                .singleElement()
                .satisfies(run -> assertThat(run.state()).isEqualTo("failed"));
        world.auditFull = false;
        at("2026-11-22T18:05:00Z");
        assertThat(nights()).anyMatch(run -> run.state().equals("done"));
    }

    @Test
    void twoNodesScoreANightOnce() {
        HandDrivenJobs other = new HandDrivenJobs(nightly, world.database.dataSource(), clock);
        node.keep(FIRM);
        other.keep(FIRM);

        now = Instant.parse("2026-11-22T18:00:01Z");
        node.look();
        other.look();
        node.look();

        assertThat(nights()).hasSize(1);
    }

    @Test
    void nightsThatWereMissedAreCaughtUpOnceAtTheStart() {
        node.keep(FIRM);
        now = Instant.parse("2026-11-26T09:00:00Z");
        HandDrivenJobs restarted = new HandDrivenJobs(nightly, world.database.dataSource(), clock);

        restarted.keep(FIRM);
        restarted.look();
        restarted.look();

        assertThat(nights())
                .singleElement()
                .satisfies(run -> assertThat(run.asOf()).isEqualTo(LocalDate.of(2026, 11, 26)));
        at("2026-11-26T18:00:00Z");
        assertThat(nights()).hasSize(2);
    }

    @Test
    void aFailureIsShownAndTriedAgain() {
        world.source.broken = true;
        node.keep(FIRM);
        at("2026-11-22T18:00:00Z");
        List<Run> failed = nights();

        world.source.broken = false;
        at("2026-11-22T18:05:00Z");

        assertThat(failed)
                .singleElement()
                .satisfies(run -> assertThat(run.state()).isEqualTo("failed"));
        assertThat(nights()).hasSize(2).anyMatch(run -> run.state().equals("done"));
        at("2026-11-22T19:00:00Z");
        assertThat(nights()).hasSize(2);
    }

    @Test
    void aNightThatKeepsFailingIsGivenUpUntilTheNext() {
        world.source.broken = true;
        node.keep(FIRM);

        at("2026-11-22T18:00:00Z");
        for (int minutes = 5; minutes < 300; minutes += 5) {
            now = Instant.parse("2026-11-22T18:00:00Z").plus(Duration.ofMinutes(minutes));
            node.look();
        }

        assertThat(nights()).hasSize(4).allMatch(run -> run.state().equals("failed"));
        world.source.broken = false;
        at("2026-11-23T18:00:00Z");
        assertThat(nights().get(0).state()).isEqualTo("done");
    }

    @Test
    void aNightCutOffByAClosedKeyRingGoesOnUnderTheSameRun() {
        world.source.sealed = true;
        node.keep(FIRM);
        at("2026-11-22T18:00:00Z");

        world.source.sealed = false;
        at("2026-11-22T18:05:00Z");

        assertThat(nights())
                .singleElement()
                .satisfies(run -> assertThat(run.state()).isEqualTo("done"));
    }

    @Test
    void theHourCanBeChangedWhileTheServerRuns() {
        node.keep(FIRM);
        RiskSettings standard = RiskSettings.STANDARD;
        world.settings.put(
                GeneratedFirm.ID,
                new RiskSettings(
                        0,
                        standard.bands(),
                        standard.evidence(),
                        standard.horizonDays(),
                        standard.alertFrom(),
                        standard.minExits(),
                        standard.cost(),
                        "21:30",
                        null,
                        null,
                        List.of()));
        node.keep(FIRM);

        at("2026-11-22T13:30:00Z");

        assertThat(nights())
                .singleElement()
                .satisfies(run -> assertThat(run.asOf()).isEqualTo(LocalDate.of(2026, 11, 22)));
    }

    @Test
    void aSubsidiaryWithoutAnIndustryModelIsLeftAlone() {
        world.registry.without(world.industry);
        node.keep(FIRM);

        at("2026-11-22T18:00:00Z");

        assertThat(world.table.latest()).isEmpty();
        world.registry.with(world.industry);
        at("2026-11-23T18:00:00Z");
        assertThat(nights()).hasSize(1);
    }

    private void at(String moment) {
        now = Instant.parse(moment);
        node.look();
    }

    private List<Run> nights() {
        return world.table.latest().stream()
                .filter(run -> run.cause() == Cause.NIGHT)
                .toList();
    }
}
