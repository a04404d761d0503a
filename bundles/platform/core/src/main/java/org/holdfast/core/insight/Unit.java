package org.holdfast.core.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.risk.scoring.Band;
import org.jspecify.annotations.Nullable;

/** A subsidiary or department with all below it, while its figures are added up. For one thread. */
final class Unit {
    final UUID id;
    final @Nullable UUID parentId;
    final String kind;
    final String name;
    final List<Unit> children = new ArrayList<>();
    private Figures own = Figures.NONE;
    private boolean suppressed;

    Unit(UUID id, @Nullable UUID parentId, String kind, String name) {
        this.id = id;
        this.parentId = parentId;
        this.kind = kind;
        this.name = name;
    }

    /**
     * Sums about some people.
     *
     * @param people how many there are
     * @param scored how many have a known score
     * @param scores sum of the known scores
     * @param high how many are in the band high
     */
    record Figures(int people, int scored, double scores, int high) {
        static final Figures NONE = new Figures(0, 0, 0, 0);

        Figures plus(Figures other) {
            return new Figures(people + other.people, scored + other.scored, scores + other.scores, high + other.high);
        }
    }

    /** Counts somebody who is directly in it; the score is NaN where it is not known. */
    void count(double score, Band band) {
        boolean known = !Double.isNaN(score);
        own = own.plus(new Figures(1, known ? 1 : 0, known ? score : 0, band == Band.HIGH ? 1 : 0));
    }

    /** Returns the figures of everybody in it and below. */
    Figures all() {
        return children.stream().map(Unit::all).reduce(own, Figures::plus);
    }

    boolean suppressed() {
        return suppressed;
    }

    /** Suppresses it with all below, whose figures would add up to its own. */
    void suppress() {
        suppressed = true;
        children.forEach(Unit::suppress);
    }

    /**
     * Returns the figures to show. A few people who are in none of the parts that are shown, such as the head of a
     * division, are left out: taking the parts from the whole would tell of them.
     */
    Figures shown() {
        Figures all = all();
        Figures parts = children.stream()
                .filter(child -> !child.suppressed)
                .map(Unit::shown)
                .reduce(Figures.NONE, Figures::plus);
        int others = all.scored() - parts.scored();
        return others < SmallGroups.FEWEST ? parts : all;
    }

    HeatNode node() {
        Figures shown = suppressed ? Figures.NONE : shown();
        boolean known = shown.scored() > 0;
        Double mean = known ? Math.round(100 * shown.scores() / shown.scored()) / 100.0 : null;
        return new HeatNode(id, parentId, kind, name, all().people(), mean, known ? shown.high() : null, suppressed);
    }
}
