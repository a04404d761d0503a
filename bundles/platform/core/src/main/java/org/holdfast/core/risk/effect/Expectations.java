package org.holdfast.core.risk.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.holdfast.core.risk.effect.ActionEffect.Estimate;
import org.holdfast.core.risk.scoring.Logit;

/**
 * What is to be expected of an action for a person, by a study: the person's log-odds of leaving, moved as far as the kind moved
 * people like them, or on average where that cannot be told or may not be used. An expectation about many such people, no
 * promise about one. Immutable.
 */
public final class Expectations {
    /** Shares are kept away from 0 and 1, where log-odds have no end. */
    private static final double EDGE = .001;

    private final List<Kind> kinds;

    private Expectations(List<Kind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /**
     * What is to be expected of an action of a kind.
     *
     * @param kind code of the kind
     * @param retained by how much the probability of leaving falls; negative where it rises
     * @param low lower end of its interval: that of the kind's average effect, at this person's risk
     * @param high upper end of its interval
     * @param personal whether it is told from what is known about the person, and not from the average alone
     */
    public record Expectation(String kind, double retained, double low, double high, boolean personal) {}

    /** How far a kind moves log-odds on average, with its 95 % interval, and for whom further. */
    private record Kind(String code, double average, double weakest, double strongest, Optional<ForWhom> forWhom) {

        static Optional<Kind> of(ActionEffect effect, Optional<ForWhom> forWhom) {
            return Optional.ofNullable(effect.estimate())
                    .map(found -> new Kind(
                            effect.kind(),
                            moved(found, found.retained()),
                            moved(found, found.low()),
                            moved(found, found.high()),
                            forWhom));
        }

        private static double moved(Estimate found, double retained) {
            return logOdds(found.withoutAction() - retained) - logOdds(found.withoutAction());
        }

        private static double logOdds(double share) {
            double inside = Math.min(1 - EDGE, Math.max(EDGE, share));
            return Math.log(inside / (1 - inside));
        }

        Expectation of(double margin, ToDoubleFunction<String> features, boolean usable) {
            boolean personal = usable && forWhom.isPresent();
            double moved = personal ? forWhom.orElseThrow().moved(features) : average;
            return new Expectation(
                    code,
                    retained(margin, moved),
                    retained(margin, moved + weakest - average),
                    retained(margin, moved + strongest - average),
                    personal);
        }

        private static double retained(double margin, double moved) {
            return Logit.probability(margin) - Logit.probability(margin + moved);
        }
    }

    /**
     * Takes the kinds whose effect is known.
     *
     * @param study the study
     * @return what is to be expected by it
     */
    public static Expectations of(EffectStudy study) {
        Map<String, ForWhom> forWhom =
                study.forWhom().stream().collect(Collectors.toMap(ForWhom::kind, Function.identity()));
        return new Expectations(study.effects().stream()
                .flatMap(effect -> Kind.of(effect, Optional.ofNullable(forWhom.get(effect.kind()))).stream())
                .toList());
    }

    /**
     * Says whether the effect of no kind is known.
     *
     * @return whether nothing can be expected
     */
    public boolean isEmpty() {
        return kinds.isEmpty();
    }

    /**
     * Tells what is to be expected for a person.
     *
     * @param margin the person's log-odds of leaving as they are
     * @param features the person's value of a feature by its code, NaN where it is not known
     * @param usable whether a feature may be used: where one of a kind may not, the kind's average is told
     * @return one for each kind whose effect is known, in the order of the study
     */
    public List<Expectation> of(double margin, ToDoubleFunction<String> features, Predicate<String> usable) {
        List<Expectation> all = new ArrayList<>(kinds.size());
        for (Kind kind : kinds) {
            boolean allUsable = kind.forWhom.map(ForWhom::terms).orElse(List.of()).stream()
                    .allMatch(term -> usable.test(term.feature()));
            all.add(kind.of(margin, features, allUsable));
        }
        return all;
    }
}
