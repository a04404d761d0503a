package org.holdfast.core.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.settings.CostInputs;
import org.holdfast.core.risk.settings.RiskSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HR gets as many alerts in a week as it can follow, first about those of whom most is to be gained; nobody is forgotten. */
class WeeklyAlertsTest {
    private final RetentionWorld world = new RetentionWorld();

    @BeforeEach
    void limit() {
        world.settings.put(world.firm, RiskSettings.STANDARD.withAlertsPerWeek(3));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void thoseOfWhomMostIsToBeGainedAreOpenedAndTheOthersWaitForTheNextWeek() {
        Random random = new Random(7);
        List<RiskScore> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            UUID person = world.staff.hire(world.firm, null);
            world.staff.pay(person, 80_000 + 10_000 * random.nextInt(40), random.nextBoolean());
            all.add(over(person, -0.5 + random.nextDouble()));
        }
        List<UUID> best = all.stream()
                .sorted(Comparator.comparingDouble(this::benefit).reversed())
                .map(RiskScore::personId)
                .toList();

        assertThat(world.threshold.catchUp()).isEqualTo(3);
        assertThat(flagged()).isEqualTo(Set.copyOf(best.subList(0, 3)));
        assertThat(world.threshold.catchUp()).as("the week is full").isZero();
        AlertThreshold.Waiting waiting = world.threshold.waiting(world.firm).orElseThrow();
        assertThat(waiting.people()).isEqualTo(9);
        assertThat(waiting.week().opened()).isEqualTo(3);
        assertThat(waiting.week().next()).isEqualTo("2026-11-30");

        world.clock.set("2026-11-29T15:59:59Z");
        assertThat(world.threshold.catchUp()).as("Sunday in Shanghai").isZero();
        world.clock.set("2026-11-29T16:00:00Z");
        assertThat(world.threshold.catchUp()).as("Monday in Shanghai").isEqualTo(3);
        assertThat(flagged()).isEqualTo(Set.copyOf(best.subList(0, 6)));
    }

    @Test
    void theHighestBandNeverWaitsAndCounts() {
        for (int i = 0; i < 4; i++) {
            assertThat(world.cross(world.staff.hire(world.firm, null), Band.LOW, Band.HIGH))
                    .isPresent();
        }
        UUID next = world.staff.hire(world.firm, null);

        assertThat(world.cross(next, Band.LOW, Band.MID_HIGH)).isEmpty();
        over(next, 0.4);

        assertThat(world.threshold.catchUp()).isZero();
    }

    @Test
    void whatWasImportedTakesNothingFromTheWeek() {
        Instant now = world.clock.instant();
        world.past()
                .add(
                        world.firm,
                        List.of(PastAlerts.of(
                                world.firm, world.staff.hire(world.firm, null), LocalDate.of(2026, 11, 23), now, now)));
        for (int i = 0; i < 9; i++) {
            over(world.staff.hire(world.firm, null), 0.1);
        }

        assertThat(world.threshold.catchUp()).isEqualTo(3);
    }

    @Test
    void eachAccountOfHrHasItsNumber() {
        for (int i = 0; i < 9; i++) {
            over(world.staff.hire(world.firm, null), 0.1);
        }
        world.hrAccounts = 2;

        assertThat(world.threshold.catchUp()).isEqualTo(6);
    }

    @Test
    void nobodyIsChosenWhileTheSubsidiaryIsBeingScored() {
        over(world.staff.hire(world.firm, null), 0.1);
        world.scoring = true;
        assertThat(world.threshold.catchUp()).isZero();

        world.scoring = false;
        assertThat(world.threshold.catchUp()).isEqualTo(1);
    }

    @Test
    void whereNothingIsSetNobodyWaits() {
        world.settings.put(world.firm, RiskSettings.STANDARD.withAlertsPerWeek(0));
        for (int i = 0; i < 9; i++) {
            over(world.staff.hire(world.firm, null), 0.1);
        }

        assertThat(world.threshold.catchUp()).isEqualTo(9);
        assertThat(world.threshold.waiting(world.firm)).isEmpty();
    }

    @Test
    void whoseAlertWasClosedIsNotChosenInTheQuietTime() {
        UUID person = world.staff.hire(world.firm, null);
        over(person, 0.1);
        world.threshold.catchUp();
        world.close(world.alerts.unclosed(person).orElseThrow());
        world.clock.set("2026-12-07T12:00:00Z");

        assertThat(world.threshold.catchUp()).isZero();
        assertThat(world.threshold.waiting(world.firm).orElseThrow().people()).isZero();
    }

    @Test
    void whereNoPayMayBeUsedTheProbabilityDecides() {
        world.payLawful = false;
        world.settings.put(world.firm, RiskSettings.STANDARD.withAlertsPerWeek(1));
        UUID dear = world.staff.hire(world.firm, null);
        world.staff.pay(dear, 900_000, false);
        UUID likely = world.staff.hire(world.firm, null);
        over(dear, -0.2);
        over(likely, 0.4);

        world.threshold.catchUp();

        assertThat(flagged()).containsOnly(likely);
    }

    private RiskScore over(UUID person, double margin) {
        RiskScore score = world.score(person, Band.MID_HIGH, margin);
        world.current.add(score);
        return score;
    }

    private double benefit(RiskScore score) {
        var employee = world.staff.people.employee(score.personId()).orElseThrow();
        CostInputs.CostOfLoss cost = CostInputs.STANDARD.of(
                employee.terms().basePay(), "CNY", employee.post().keyPost());
        return score.probability() * (cost.low() + cost.high());
    }

    private Set<UUID> flagged() {
        return world.alerts.unclosed().stream().map(Alert::personId).collect(Collectors.toSet());
    }
}
