package org.holdfast.core.risk.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.Industries;
import org.holdfast.core.risk.effect.ActionEffect.Estimate;
import org.holdfast.core.risk.effect.DemoFirm.ActionKey;
import org.holdfast.core.risk.effect.DemoFirm.Truth;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.FeatureTable;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.Surroundings;
import org.holdfast.demo.DemoPlan;
import org.holdfast.engine.xgboost.XgboostEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The effects that are planted in the generated group are found from what can be seen. How many people are generated is said by the
 * system property {@code effect.people}; the figures of {@code docs/evaluation.md} are left in {@code target/planted-effects.md}.
 */
class PlantedEffectsTest {
    private static final SignalGate OPEN = (subsidiary, person, category, day) -> true;
    private static final int PEOPLE = Integer.getInteger("effect.people", 15_000);
    private static final LocalDate END = LocalDate.of(2026, 11, 22);
    private static final StudyRules RULES = new StudyRules(180, LocalDate.of(2025, 11, 30), 1, 2);
    private static final IndustryModel TECH = Industries.load("tech");

    private static DemoFirm firm;
    private static List<PersonSeries> people;
    private static FeatureRun run;
    private static ActionEffects found;

    @BeforeAll
    static void measure(@TempDir Path directory) throws IOException {
        firm = DemoFirm.generate("TECH", new DemoPlan(7, END, PEOPLE, 48), directory);
        people = firm.people(TECH);
        run = new FeatureRun(TECH, GeneratedFirm.ID, OPEN, new Surroundings(people, firm.market()));
        found = ActionEffects.measure(new XgboostEngine(), TECH, run, people, RULES);
        Files.writeString(Path.of("target", "planted-effects.md"), report());
    }

    @Test
    void theTrueEffectOfEachKindLiesInItsInterval() {
        assertThat(found.effects()).hasSize(5).allSatisfy(effect -> {
            Estimate estimate = estimate(effect);
            double truth = truth(effect.kind(), one -> one.without() - one.with());
            assertThat(truth).as(effect.kind()).isBetween(estimate.low(), estimate.high());
        });
    }

    @Test
    void thatActionsGoToThoseWhoAreLeavingAnywayDoesNotMakeThemLookHarmful() {
        double leavers = found.effects().stream()
                        .mapToDouble(ActionEffect::exits)
                        .sum()
                / found.effects().stream().mapToDouble(ActionEffect::people).sum();
        double others = Study.rows(run, people, RULES).quietRate();

        assertThat(leavers).as("who got an action leaves more often").isGreaterThan(others);
        assertThat(found.effects().stream()
                        .mapToDouble(
                                effect -> effect.people() * estimate(effect).retained())
                        .sum())
                .as("and yet more of them stayed than would have")
                .isPositive();
    }

    @Test
    @EnabledIf("manyPeople")
    void rankingByEffectKeepsHalfAsManyMoreAsRankingByRisk() {
        List<Told> told = told();
        int tenth = told.size() / 10;

        assertThat(mean(told, tenth, Told::effect)).isGreaterThan(1.5 * mean(told, tenth, Told::risk));
        assertThat(found.effects().get(0).kind()).isEqualTo("promotion");
        assertThat(found.effects().get(4).kind()).isEqualTo("training");
    }

    static boolean manyPeople() {
        return PEOPLE >= 60_000;
    }

    /** What was told on the eve of an action that nobody had learnt from, and what is true. */
    private record Told(double effect, double risk, double truth) {}

    private static List<Told> told() {
        ActionRanking ranking = found.ranking().orElseThrow();
        Map<UUID, PersonSeries> byId = people.stream().collect(Collectors.toMap(PersonSeries::id, Function.identity()));
        Map<LocalDate, List<ActionKey>> byDay = firm.truth().keySet().stream()
                .filter(action -> action.day().isAfter(RULES.lastKnownDay()))
                .collect(Collectors.groupingBy(ActionKey::day));
        List<Told> told = new ArrayList<>();
        byDay.forEach((day, actions) -> {
            FeatureTable table = run.asOf(
                    day.minusDays(1),
                    actions.stream().map(action -> byId.get(action.person())).toList());
            List<Map<String, Double>> effects = ranking.effects(table.matrix());
            double[] risks = ranking.risks(table.matrix());
            for (int i = 0; i < risks.length; i++) {
                Truth truth = firm.truth().get(new ActionKey(table.people().get(i), day));
                double effect = effects.get(i).getOrDefault(kind(truth), 0.0);
                told.add(new Told(effect, risks[i], truth.without() - truth.with()));
            }
        });
        return told;
    }

    /** The mean true effect among those who come first. */
    private static double mean(List<Told> told, int first, ToDoubleFunction<Told> by) {
        return told.stream()
                .sorted(Comparator.comparingDouble(by).reversed())
                .limit(first)
                .mapToDouble(Told::truth)
                .average()
                .orElseThrow();
    }

    private static String report() {
        StringBuilder lines = new StringBuilder(
                String.format(Locale.ROOT, "%d people generated, %d comparisons%n", PEOPLE, found.comparisons()));
        for (ActionEffect effect : found.effects()) {
            Estimate estimate = effect.estimate();
            lines.append(String.format(
                    Locale.ROOT,
                    "| %s | %d of %d | %s | true %.4f |%n",
                    effect.kind(),
                    effect.exits(),
                    effect.people(),
                    estimate == null
                            ? "not enough data"
                            : String.format(
                                    Locale.ROOT,
                                    "with %.4f without %.4f kept %.4f (%.4f to %.4f)",
                                    estimate.withAction(),
                                    estimate.withoutAction(),
                                    estimate.retained(),
                                    estimate.low(),
                                    estimate.high()),
                    truth(effect.kind(), one -> one.without() - one.with())));
        }
        if (found.ranking().isPresent()) {
            List<Told> told = told();
            for (int share : new int[] {5, 10, 20, 30}) {
                int first = told.size() * share / 100;
                lines.append(String.format(
                        Locale.ROOT,
                        "first %d %% (%d of %d): kept per ten actions by effect %.3f, by risk %.3f, by truth %.3f%n",
                        share,
                        first,
                        told.size(),
                        10 * mean(told, first, Told::effect),
                        10 * mean(told, first, Told::risk),
                        10 * mean(told, first, Told::truth)));
            }
        }
        return lines.toString();
    }

    private static double truth(String kind, ToDoubleFunction<Truth> of) {
        LocalDate last = RULES.lastKnownDay().minusDays(RULES.horizonDays());
        return firm.truth().entrySet().stream()
                .filter(entry -> !entry.getKey().day().isAfter(last))
                .map(Map.Entry::getValue)
                .filter(truth -> kind(truth).equals(kind))
                .mapToDouble(of)
                .average()
                .orElse(Double.NaN);
    }

    private static String kind(Truth truth) {
        return ActionKinds.ofWord(truth.kind()).orElseThrow().code();
    }

    private static Estimate estimate(ActionEffect effect) {
        Estimate estimate = effect.estimate();
        assertThat(estimate).as(effect.kind()).isNotNull();
        return estimate;
    }
}
