package org.holdfast.core.risk.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.risk.effect.Expectations.Expectation;

/** Spends a budget: what retains most for its cost first, one action for a person, as long as the money lasts. */
final class Spending {
    private Spending() {}

    /**
     * Chooses actions.
     *
     * @param all what may be done
     * @param budget how much may be spent; NaN for no budget
     * @return what to do; nothing without a budget
     */
    static List<Choice> chosen(List<Choice> all, double budget) {
        List<Choice> chosen = new ArrayList<>();
        if (Double.isNaN(budget)) {
            return chosen;
        }
        List<Choice> sorted = all.stream()
                .filter(choice -> choice.perCost() > 0)
                .sorted(Comparator.comparingDouble(Choice::perCost)
                        .reversed()
                        .thenComparing(choice -> choice.card().id()))
                .toList();
        Set<UUID> people = new HashSet<>();
        double left = budget;
        for (Choice choice : sorted) {
            if (choice.cost() <= left && people.add(choice.card().id())) {
                left -= choice.cost();
                chosen.add(choice);
            }
        }
        return chosen;
    }

    /** Adds up what is to be expected. The ends are added as well: a kind's average errs for all its actions alike. */
    static RankingView.SpendingView view(List<Choice> chosen, double budget) {
        List<Expectation> expected =
                chosen.stream().map(Choice::expected).filter(Objects::nonNull).toList();
        return new RankingView.SpendingView(
                budget,
                chosen.size(),
                chosen.stream().mapToDouble(Choice::cost).sum(),
                expected.stream().mapToDouble(Expectation::retained).sum(),
                expected.stream().mapToDouble(Expectation::low).sum(),
                expected.stream().mapToDouble(Expectation::high).sum());
    }
}
