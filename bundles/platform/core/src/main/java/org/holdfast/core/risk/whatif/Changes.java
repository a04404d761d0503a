package org.holdfast.core.risk.whatif;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is changed in thought. Each kind of change at most once.
 *
 * @param kinds which kinds of change; only these count, whatever the sizes say
 * @param pay the new base pay, gross per year in the currency of the person's pay; NaN where the pay stays
 * @param overtimeAtMost hours of overtime in 30 days at most, 0 or more; NaN where the overtime stays
 */
public record Changes(Set<Change> kinds, double pay, double overtimeAtMost) {

    /** Copies the kinds and checks that none lacks its size. */
    public Changes {
        kinds = Set.copyOf(kinds);
        if (kinds.contains(Change.PAY) && !(pay > 0)) {
            throw new IllegalArgumentException("A change of pay has no pay");
        }
        if (kinds.contains(Change.OVERTIME) && !(overtimeAtMost >= 0)) {
            throw new IllegalArgumentException("A change of overtime has no hours");
        }
    }

    /**
     * Returns those of the changes that are of some kinds.
     *
     * @param wanted the kinds
     * @return the same changes without all others
     */
    public Changes only(Collection<Change> wanted) {
        Set<Change> left = EnumSet.noneOf(Change.class);
        left.addAll(kinds);
        left.retainAll(Set.copyOf(wanted));
        return new Changes(left, pay, overtimeAtMost);
    }
}
