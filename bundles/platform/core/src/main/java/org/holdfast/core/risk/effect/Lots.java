package org.holdfast.core.risk.effect;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.UUID;

/** Draws lots that depend on the seed and the person alone, so that the same data give the same figures. */
final class Lots {

    private Lots() {}

    /** Draws a number from 0 to 1 for a person on a day. */
    static double drawn(long seed, UUID person, LocalDate day) {
        return random(seed ^ 31 * day.toEpochDay(), person).nextDouble();
    }

    /** Puts a person into one of some parts. */
    static int part(long seed, UUID person, int parts) {
        return random(seed, person).nextInt(parts);
    }

    private static SplittableRandom random(long seed, UUID person) {
        return new SplittableRandom(seed ^ person.getMostSignificantBits() ^ 17 * person.getLeastSignificantBits());
    }
}
