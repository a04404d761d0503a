package org.holdfast.demo;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What demo group to generate. Equal plans give equal bytes, on every machine and on every day.
 *
 * @param seed where the dice start
 * @param endDay the last day anything is dated or known, never read from the system clock
 * @param people posts in the three large subsidiaries together, 60 to 3,000,000; leavers and their successors share a post
 * @param months calendar months of history, 12 to 120; the last one is the month of {@code endDay}
 * @param promotedOffers share of the counter-offers taken that come with a promotion and then hold longer, 0 to 1
 */
public record DemoPlan(long seed, LocalDate endDay, int people, int months, double promotedOffers) {

    /** Seed of the group that the demo starts with. */
    public static final long DEFAULT_SEED = 20_260_101L;

    /** Posts in the group that the demo starts with. */
    public static final int DEFAULT_PEOPLE = 3_000;

    /** Months of history in the group that the demo starts with. */
    public static final int DEFAULT_MONTHS = 36;

    private static final int COMPRESSED_FROM = 10_000;

    /** Checks that the sizes are in range. */
    public DemoPlan {
        Objects.requireNonNull(endDay, "endDay");
        if (people < 60 || people > 3_000_000) {
            throw new IllegalArgumentException("A demo group has 60 to 3,000,000 people, not " + people);
        }
        if (months < 12 || months > 120) {
            throw new IllegalArgumentException("A demo group has 12 to 120 months of history, not " + months);
        }
        if (!(promotedOffers >= 0 && promotedOffers <= 1)) {
            throw new IllegalArgumentException("A share lies between 0 and 1, not at " + promotedOffers);
        }
    }

    /**
     * Plans a group whose counter-offers are raises alone.
     *
     * @param seed where the dice start
     * @param endDay the last day anything is dated or known
     * @param people posts in the three large subsidiaries together
     * @param months calendar months of history
     */
    public DemoPlan(long seed, LocalDate endDay, int people, int months) {
        this(seed, endDay, people, months, 0);
    }

    /**
     * Plans the group that the demo starts with.
     *
     * @param endDay the last day of the history
     * @return 3,000 people over 36 months
     */
    public static DemoPlan endingOn(LocalDate endDay) {
        return new DemoPlan(DEFAULT_SEED, endDay, DEFAULT_PEOPLE, DEFAULT_MONTHS);
    }

    /**
     * Tells whether the files are written as {@code .csv.gz}.
     *
     * @return true from 10,000 people on
     */
    public boolean compressed() {
        return people >= COMPRESSED_FROM;
    }
}
