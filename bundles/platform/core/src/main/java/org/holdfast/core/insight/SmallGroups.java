package org.holdfast.core.insight;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps figures about few people from being shown, and from being worked out by taking what is shown of the parts away
 * from what is shown of the whole.
 */
public final class SmallGroups {
    /** Fewest people a figure may be about. */
    public static final int FEWEST = 10;

    private SmallGroups() {}

    /**
     * Suppresses in a tree what is too small, and as many next smallest neighbours as it takes to hide that.
     *
     * @param unit the root of the tree
     */
    static void suppress(Unit unit) {
        if (tooSmall(unit)) {
            unit.suppress();
            return;
        }
        unit.children.stream().filter(SmallGroups::tooSmall).forEach(Unit::suppress);
        Optional<Unit> next = nextSmallest(unit.children);
        while (tellsOfFew(unit) && next.isPresent()) {
            next.get().suppress();
            next = nextSmallest(unit.children);
        }
        unit.children.stream().filter(child -> !child.suppressed()).forEach(SmallGroups::suppress);
    }

    static boolean tooSmall(Unit unit) {
        Unit.Figures all = unit.all();
        return all.people() < FEWEST || (all.scored() > 0 && all.scored() < FEWEST);
    }

    /** Says whether somebody is suppressed and those left, when the parts shown are taken from the whole, are few. */
    private static boolean tellsOfFew(Unit unit) {
        int shown = unit.children.stream()
                .filter(child -> !child.suppressed())
                .mapToInt(child -> child.all().scored())
                .sum();
        int left = unit.all().scored() - shown;
        return left > 0
                && left < FEWEST
                && unit.children.stream()
                        .anyMatch(child -> child.suppressed() && child.all().scored() > 0);
    }

    private static Optional<Unit> nextSmallest(List<Unit> units) {
        return units.stream()
                .filter(unit -> !unit.suppressed())
                .min(Comparator.comparingInt((Unit unit) -> unit.all().scored()).thenComparing(unit -> unit.id));
    }
}
