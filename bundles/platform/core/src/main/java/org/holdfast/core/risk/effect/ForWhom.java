package org.holdfast.core.risk.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * For whom a kind of action works: how far it moves a person's log-odds of leaving, told from what is known about them. Figures
 * about at least {@value StudyRules#FEWEST_FOR_RANKING} people.
 *
 * @param kind code of the kind of action
 * @param otherwise how far it moves somebody in the lowest third of every feature, or of whom none is known; below 0 where they
 *     leave less
 * @param terms what more it does for others
 */
public record ForWhom(String kind, double otherwise, List<Term> terms) {

    /** Copies the terms. */
    public ForWhom {
        terms = List.copyOf(terms);
    }

    /**
     * What more it does for those who lie higher in a feature.
     *
     * @param feature code of the feature
     * @param middleFrom above it lies the middle third
     * @param highestFrom above it lies the highest third
     * @param middle how much further it moves those in the middle third
     * @param highest how much further it moves those in the highest third
     */
    public record Term(String feature, double middleFrom, double highestFrom, double middle, double highest) {
        double of(double value) {
            if (value > highestFrom) {
                return highest;
            }
            return value > middleFrom ? middle : 0;
        }
    }

    /**
     * Tells how far it moves a person.
     *
     * @param features the person's value of a feature by its code, NaN where it is not known
     * @return log-odds
     */
    double moved(ToDoubleFunction<String> features) {
        double moved = otherwise;
        for (Term term : terms) {
            moved += term.of(features.applyAsDouble(term.feature()));
        }
        return moved;
    }

    static ForWhom of(String kind, List<String> features, double[][] cuts, double... weights) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            // What does not tell people apart has no thirds and moves nobody.
            if (!Double.isNaN(cuts[i][0])) {
                terms.add(new Term(features.get(i), cuts[i][0], cuts[i][1], weights[1 + 2 * i], weights[2 + 2 * i]));
            }
        }
        return new ForWhom(kind, weights[0], terms);
    }
}
