package org.holdfast.core.risk.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.core.risk.whatif.WhatIf.Whom;

/**
 * Finds the smallest set of changes that brings a person under the threshold of alerts: of all sets of what is offered the
 * one that costs least in a year, of those the one with fewest changes. No part of the set found would do on its own, as
 * every part is tried before it. Safe for use from many threads.
 */
public final class SmallestSet {
    /** By how many percent the pay may rise. */
    private static final List<Integer> RAISES = List.of(5, 10, 15);

    private final WhatIf whatIf;
    private final SettingsTable settings;

    /**
     * Creates it.
     *
     * @param whatIf asks the model
     * @param settings where alerts begin
     */
    public SmallestSet(WhatIf whatIf, SettingsTable settings) {
        this.whatIf = whatIf;
        this.settings = settings;
    }

    /**
     * What the firm can offer.
     *
     * @param kinds which kinds of change
     * @param pay the person's base pay, gross per year; NaN where it is not known, then none is offered
     * @param overtimeAtMost hours of overtime in 30 days at most, 0 or more
     */
    public record Offer(Set<Change> kinds, double pay, double overtimeAtMost) {
        /** Copies the kinds. */
        public Offer {
            kinds = Set.copyOf(kinds);
        }
    }

    /** What the search came to. */
    public enum State {
        /** The person is under the threshold without any change. */
        ALREADY,
        /** A set was found. */
        FOUND,
        /** No set of what is offered does; the one that comes closest is shown. */
        NONE,
        /** The model does not know the person well enough. */
        UNKNOWN
    }

    /**
     * The answer.
     *
     * @param state what the search came to
     * @param threshold the lowest band that opens an alert
     * @param set the set found, or the one that comes closest; empty where none is needed or nothing is known
     * @param raise by how many percent the pay rises in the set, 0 where it stays
     * @param before the person as they are
     * @param after the person with the set
     */
    public record Answer(State state, Band threshold, Changes set, int raise, RiskScore before, RiskScore after) {}

    /**
     * Searches.
     *
     * @param whom about whom
     * @param offer what the firm can offer
     * @return the answer; empty where the person is not scored
     */
    public Optional<Answer> find(Whom whom, Offer offer) {
        List<Try> tries = tries(offer);
        List<RiskScore> scores =
                whatIf.imagine(whom, tries.stream().map(Try::changes).toList()).scores();
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        Band threshold = settings.current(whom.firm().id()).alertFrom();
        int best = 0;
        for (int at = 0; at < scores.size(); at++) {
            RiskScore score = scores.get(at);
            if (score.band() != Band.UNKNOWN && score.band().compareTo(threshold) < 0) {
                return Optional.of(answer(at == 0 ? State.ALREADY : State.FOUND, threshold, tries.get(at), scores, at));
            }
            // Not a number is never below: what the model does not know is not closer.
            best = score.margin() < scores.get(best).margin() ? at : best;
        }
        State state = scores.get(0).band() == Band.UNKNOWN ? State.UNKNOWN : State.NONE;
        return Optional.of(answer(state, threshold, tries.get(best), scores, best));
    }

    private static Answer answer(State state, Band threshold, Try found, List<RiskScore> scores, int at) {
        return new Answer(state, threshold, found.changes, found.raise, scores.get(0), scores.get(at));
    }

    /** All sets, cheapest first, of the same cost the smaller first; the first is empty. */
    private static List<Try> tries(Offer offer) {
        List<Change> free = offer.kinds().stream()
                .filter(kind -> kind != Change.PAY)
                .sorted()
                .toList();
        List<Integer> raises = new ArrayList<>(List.of(0));
        if (offer.kinds().contains(Change.PAY) && offer.pay() > 0) {
            raises.addAll(RAISES);
        }
        List<Try> tries = new ArrayList<>();
        for (int raise : raises) {
            for (int bits = 0; bits < 1 << free.size(); bits++) {
                tries.add(new Try(raise, changes(offer, raise, chosen(free, bits))));
            }
        }
        tries.sort(Comparator.comparingInt(Try::raise)
                .thenComparingInt(one -> one.changes.kinds().size()));
        return tries;
    }

    private static Set<Change> chosen(List<Change> free, int bits) {
        Set<Change> chosen = EnumSet.noneOf(Change.class);
        for (int at = 0; at < free.size(); at++) {
            if ((bits >> at & 1) == 1) {
                chosen.add(free.get(at));
            }
        }
        return chosen;
    }

    private static Changes changes(Offer offer, int raise, Set<Change> chosen) {
        if (raise > 0) {
            chosen.add(Change.PAY);
        }
        return new Changes(chosen, raise > 0 ? offer.pay() * (100 + raise) / 100 : Double.NaN, offer.overtimeAtMost());
    }

    private record Try(int raise, Changes changes) {}
}
