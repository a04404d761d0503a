package org.holdfast.demo;

import java.util.List;

/** What the market pays, in CNY gross per year. It grows by five per cent a year over the whole history. */
final class PayScale {

    /** Grades from the lowest; the last four come with a post that leads. */
    static final List<String> GRADES = List.of("P2", "P3", "P4", "P5", "P6", "P7", "P8", "M1", "M2", "M3", "M4");

    /** The highest grade that is reached by promotion alone. */
    static final int TOP_EXPERT = 6;

    private static final double[] BASE = {
        78_000, 96_000, 122_000, 158_000, 205_000, 268_000, 352_000, 262_000, 418_000, 690_000, 1_400_000
    };
    private static final double MONTHLY_GROWTH = StrictMath.pow(1.05, 1 / 12.0);

    private PayScale() {}

    /** The middle of the market at the start of the history. */
    static double median(String position, Family family, Place place, int grade) {
        double positionFactor = .94 + Math.floorMod(position.hashCode(), 13) * .01;
        return BASE[grade] * family.payFactor() * place.payFactor() * positionFactor;
    }

    /** How much the market has grown since the start of the history; months before it are negative. */
    static double growth(int months) {
        return StrictMath.pow(MONTHLY_GROWTH, months);
    }
}
