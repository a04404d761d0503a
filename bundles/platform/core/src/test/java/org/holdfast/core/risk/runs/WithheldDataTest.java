package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.protection.basis.ScoringPermission.Refusal;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.Industries;
import org.holdfast.core.risk.features.SignalTypes;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.scoring.Reason;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.FactCodes;
import org.holdfast.core.signals.SignalsArrived;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate holds back changes nothing and stands nowhere. */
class WithheldDataTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final Executor AT_ONCE = Runnable::run;
    private static final IndustryModel TECH = Industries.load("tech");

    /** One firm has the withheld facts, one has others in their place, one has none of them: the scores are the same bits. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @Tag("O4")
    void noBitOfAScoreDependsOnWithheldData(long seed) {
        Map<UUID, Set<DataCategory>> withheld = new HashMap<>();
        Map<UUID, Outcome> whole = outcome(seed, withheld, Change.NONE);

        assertThat(outcome(seed, withheld, Change.OTHER)).isEqualTo(whole);
        assertThat(outcome(seed, withheld, Change.ABSENT)).isEqualTo(whole);
        assertThat(whole).hasSizeGreaterThan(20);
        whole.forEach((person, outcome) -> assertThat(Collections.disjoint(outcome.named, withheld.get(person)))
                .as("reasons name nothing that is withheld")
                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"WORK", "ATTENDANCE", "PERFORMANCE"})
    @Tag("O2")
    void scoresThatRestOnAWithdrawnBasisAreGoneEvenFromTheHistory(DataCategory withdrawn) {
        try (RiskRoom room = RiskRoom.small(CLOCK)) {
            room.run(Kind.SCORE, GeneratedFirm.END.minusDays(30));
            room.run(Kind.SCORE);
            Set<UUID> rested = resting(room, withdrawn);
            assertThat(rested).isNotEmpty();

            room.open = (person, category) -> category != withdrawn;
            room.arrivals.noteEverybody(GeneratedFirm.ID);
            Rescoring rescoring = new Rescoring(
                    room.arrivals,
                    room.runs,
                    new Rescoring.Work(room.table, room.scoring, room.source, room.lawful),
                    CLOCK);
            rescoring.hide(GeneratedFirm.ID);
            assertThat(room.current.all())
                    .as("hidden at once")
                    .extracting(found -> found.score().personId())
                    .doesNotContainAnyElementsOf(rested);
            rescoring.soon(new SignalsArrived(GeneratedFirm.ID, true), AT_ONCE);

            assertThat(resting(room, withdrawn)).isEmpty();
            assertThat(room.current.all())
                    .extracting(found -> found.score().personId())
                    .containsAll(rested);
            assertThat(room.current.of(rested.iterator().next()).orElseThrow().points())
                    .as("the superior's view, a day behind, does not tell that something was taken back")
                    .extracting(CurrentScores.Point::asOf)
                    .containsExactly(GeneratedFirm.END.minusDays(1), GeneratedFirm.END);
            assertThat(room.restarted().all())
                    .allSatisfy(
                            found -> assertThat(found.score().use().restsOn()).doesNotContain(withdrawn));
        }
    }

    /** The gate is asked batch by batch: those before the withdrawal were scored with what those after it were not. */
    @Test
    @Tag("O2")
    void whatIsWithdrawnDuringARunStandsInNoScoreOnceTheRunIsOver() {
        try (RiskRoom room = RiskRoom.small(CLOCK)) {
            Rescoring rescoring = new Rescoring(
                    room.arrivals,
                    room.runs,
                    new Rescoring.Work(room.table, room.scoring, room.source, room.lawful),
                    CLOCK);
            Set<UUID> asked = new HashSet<>();
            int half = room.facts.size() / 2;
            room.open = (person, category) -> {
                boolean first = asked.size() <= half;
                asked.add(person);
                if (first && asked.size() > half) {
                    room.arrivals.noteEverybody(GeneratedFirm.ID);
                    rescoring.hide(GeneratedFirm.ID);
                }
                return category != DataCategory.WORK || asked.size() <= half;
            };

            room.run(Kind.SCORE);
            assertThat(asked).as("people whom the run asked about").hasSizeGreaterThan(half);
            rescoring.soon(new SignalsArrived(GeneratedFirm.ID, true), AT_ONCE);

            assertThat(resting(room, DataCategory.WORK)).isEmpty();
            assertThat(room.current.all())
                    .isNotEmpty()
                    .allSatisfy(
                            found -> assertThat(found.score().use().restsOn()).doesNotContain(DataCategory.WORK));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOPPED", "NOT_ASSESSED"})
    @Tag("O27")
    void whereScoringIsRefusedARunScoresNobodyAndSaysWhy(Refusal refusal) {
        try (RiskRoom room = RiskRoom.small(CLOCK)) {
            room.refusal = refusal;

            RunTable.Run run = room.run(Kind.SCORE);

            assertThat(run.outcome()).isEqualTo(refusal.code());
            assertThat(room.current.all()).isEmpty();
            room.facts
                    .keySet()
                    .forEach(person -> assertThat(room.scores.ofPerson(person)).isEmpty());
        }
    }

    private static Set<UUID> resting(RiskRoom room, DataCategory category) {
        Set<UUID> found = new HashSet<>();
        room.facts
                .keySet()
                .forEach(person -> room.scores.ofPerson(person).stream()
                        .filter(score -> score.use().restsOn().contains(category))
                        .map(RiskScore::personId)
                        .forEach(found::add));
        return found;
    }

    private enum Change {
        NONE,
        OTHER,
        ABSENT
    }

    private record Outcome(long margin, List<Long> features, List<String> reasons, Set<DataCategory> named) {}

    private static Map<UUID, Outcome> outcome(long seed, Map<UUID, Set<DataCategory>> withheld, Change change) {
        try (RiskRoom room = RiskRoom.small(CLOCK)) {
            Random dice = new Random(seed);
            for (UUID person : room.facts.keySet()) {
                withheld.putIfAbsent(person, drawn(dice));
                room.facts.put(person, changed(room.facts.get(person), withheld.get(person), change));
            }
            room.open = (person, category) -> !withheld.get(person).contains(category);
            room.run(Kind.SCORE);
            Map<UUID, Outcome> outcomes = new TreeMap<>();
            room.current
                    .all()
                    .forEach(found -> outcomes.put(
                            found.score().personId(),
                            outcome(room.scores.find(found.score().id()).orElseThrow())));
            return outcomes;
        }
    }

    private static Outcome outcome(RiskScore score) {
        Set<DataCategory> named = EnumSet.noneOf(DataCategory.class);
        score.reasons().stream()
                .filter(reason -> !reason.signal().equals(Reason.NOT_KNOWN))
                .forEach(reason -> named.add(reason.category()));
        return new Outcome(
                Double.doubleToRawLongBits(score.margin()),
                Arrays.stream(score.features())
                        .mapToObj(Double::doubleToRawLongBits)
                        .toList(),
                score.reasons().stream().map(Reason::toString).toList(),
                named);
    }

    private static Set<DataCategory> drawn(Random dice) {
        Set<DataCategory> drawn = EnumSet.noneOf(DataCategory.class);
        for (DataCategory category : DataCategory.values()) {
            if (dice.nextInt(3) == 0) {
                drawn.add(category);
            }
        }
        return drawn;
    }

    /** From when to when somebody is employed has to be known in any case. */
    private static List<Fact> changed(List<Fact> facts, Set<DataCategory> withheld, Change change) {
        List<Fact> changed = new ArrayList<>();
        for (Fact fact : facts) {
            boolean held = !FactCodes.isEmployment(fact.signal()) && withheld.contains(category(fact));
            if (!held || change == Change.NONE) {
                changed.add(fact);
            } else if (change == Change.OTHER) {
                changed.add(new Fact(
                        fact.signal(),
                        fact.date().minusDays(40),
                        fact.knownAt().minusSeconds(3_456_000),
                        fact.value() * 3 + 1,
                        fact.detail()));
            }
        }
        if (change == Change.OTHER && withheld.contains(DataCategory.WORK)) {
            // Of a signal nobody else has: that it is delivered at all would be told by everybody's features.
            changed.add(new Fact(
                    "work.commits",
                    GeneratedFirm.END.minusDays(500),
                    CLOCK.instant().minusSeconds(43_200_000),
                    3,
                    new Fact.Detail("git", "")));
        }
        return changed;
    }

    private static DataCategory category(Fact fact) {
        return SignalTypes.of(TECH)
                .find(fact.signal())
                .map(signal -> signal.category())
                .orElseGet(() -> FactCodes.category(fact.signal()));
    }
}
