package org.holdfast.core.risk.effect;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.PersonSeries;

/**
 * What was learnt from the actions of a subsidiary.
 *
 * @param effects one for each kind that was ever done, what retained most first, what is not known last
 * @param comparisons how many rows of people on whom nothing was done they are compared with
 * @param ranking for whom an action works; empty where there are too few actions
 */
public record ActionEffects(List<ActionEffect> effects, int comparisons, Optional<ActionRanking> ranking) {

    /** Copies the effects. */
    public ActionEffects {
        effects = List.copyOf(effects);
    }

    /**
     * Returns what is kept of it.
     *
     * @param people everybody, those who have left included
     * @param answered whose answers to surveys may be used
     * @param rules how it was measured
     * @return the figures, which are about many people each
     */
    public EffectStudy study(Collection<PersonSeries> people, Predicate<UUID> answered, StudyRules rules) {
        return new EffectStudy(
                rules.horizonDays(),
                comparisons,
                effects,
                SurvivalCurves.of(people, rules.lastKnownDay()),
                ranking.map(ActionRanking::forWhom).orElse(List.of()),
                RaiseAloneStudy.of(people, answered, rules).orElse(null));
    }

    /**
     * Measures the effects of the actions of a subsidiary.
     *
     * @param engine the engine
     * @param industry the industry whose features are computed
     * @param run computes features
     * @param people everybody, those who have left included
     * @param rules how to measure
     * @return what was learnt
     */
    public static ActionEffects measure(
            Engine engine, IndustryModel industry, FeatureRun run, Collection<PersonSeries> people, StudyRules rules) {
        StudyRows rows = Study.rows(run, people, rules);
        List<String> kinds = rows.kinds().stream()
                .filter(kind -> !kind.isEmpty())
                .distinct()
                .sorted()
                .toList();
        int quiet = rows.size()
                - (int) rows.kinds().stream().filter(kind -> !kind.isEmpty()).count();
        if (!comparable(rows)) {
            return new ActionEffects(
                    kinds.stream().map(kind -> unknown(rows, kind)).toList(), quiet, Optional.empty());
        }
        BaseRisk models = new BaseRisk(engine, rules);
        double[] base = models.crossFitted(rows);
        AverageEffect average = new AverageEffect(models, rows, base);
        List<ActionEffect> effects = kinds.stream()
                .map(average::of)
                .sorted(Comparator.comparingDouble(ActionEffect::rank).reversed())
                .toList();
        return new ActionEffects(effects, quiet, ActionRanking.fit(models, new Moderators(industry), rows, base));
    }

    /** Whether enough people left on whom nothing was done, so that a base risk can be learnt. */
    private static boolean comparable(StudyRows rows) {
        long exits = 0;
        for (int row = 0; row < rows.size(); row++) {
            exits += !rows.acted(row) && rows.labels()[row] > .5 ? 1 : 0;
        }
        return exits >= FEWEST_EXITS_TO_COMPARE;
    }

    private static final int FEWEST_EXITS_TO_COMPARE = 60;

    private static ActionEffect unknown(StudyRows rows, String kind) {
        int people = 0;
        int exits = 0;
        for (int row = 0; row < rows.size(); row++) {
            boolean own = rows.kinds().get(row).equals(kind);
            people += own ? 1 : 0;
            exits += own && rows.labels()[row] > .5 ? 1 : 0;
        }
        return new ActionEffect(kind, people, exits, null);
    }
}
