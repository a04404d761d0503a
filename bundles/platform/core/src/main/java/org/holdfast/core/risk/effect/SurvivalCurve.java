package org.holdfast.core.risk.effect;

import java.util.ArrayList;
import java.util.List;

/**
 * How many of those to whom something happened are still here after so many days (Kaplan and Meier 1958, JASA 53), with
 * Greenwood's variance on the log-log scale (Kalbfleisch and Prentice 1980). Who left otherwise than of their own wish, and who is
 * still here, is counted until that day only.
 *
 * @param after what happened: the code of a kind of action, {@code counterOffer}, or {@code counterOfferAndPromotion}
 * @param people to how many people
 * @param exits how many of them have left of their own wish since
 * @param points one every 30 days, as long as at least {@value #FEWEST_AT_RISK} people are looked at
 */
public record SurvivalCurve(String after, int people, int exits, List<Point> points) {
    /** Fewest people looked at for a point: fewer could be told apart. */
    public static final int FEWEST_AT_RISK = 10;

    private static final int STEP_DAYS = 30;
    private static final int MOST_DAYS = 720;
    private static final double NORMAL_95 = 1.959964;

    /** Copies the points. */
    public SurvivalCurve {
        points = List.copyOf(points);
    }

    /**
     * A point of the curve.
     *
     * @param day days since it happened
     * @param here share that is still here, 0 to 1
     * @param low lower end of its 95 % interval
     * @param high upper end of its 95 % interval
     * @param atRisk how many people were looked at on that day
     */
    public record Point(int day, double here, double low, double high, int atRisk) {}

    /**
     * How long somebody was looked at.
     *
     * @param days days since it happened, at least 0
     * @param left whether they left of their own wish on that day
     */
    record Spell(int days, boolean left) {}

    static SurvivalCurve of(String after, List<Spell> spells) {
        List<Point> points = new ArrayList<>();
        for (int day = 0; day <= MOST_DAYS; day += STEP_DAYS) {
            int until = day;
            int atRisk =
                    (int) spells.stream().filter(spell -> spell.days() >= until).count();
            if (atRisk < FEWEST_AT_RISK) {
                break;
            }
            points.add(point(spells, day, atRisk));
        }
        int exits = (int) spells.stream().filter(Spell::left).count();
        return new SurvivalCurve(after, spells.size(), exits, points);
    }

    private static Point point(List<Spell> spells, int day, int atRisk) {
        double here = 1;
        double variance = 0;
        int[] exitDays = spells.stream()
                .filter(spell -> spell.left() && spell.days() <= day)
                .mapToInt(Spell::days)
                .distinct()
                .sorted()
                .toArray();
        for (int exitDay : exitDays) {
            double looked =
                    spells.stream().filter(spell -> spell.days() >= exitDay).count();
            double left = spells.stream()
                    .filter(spell -> spell.left() && spell.days() == exitDay)
                    .count();
            here *= 1 - left / looked;
            variance += left / (looked * (looked - left));
        }
        if (here >= 1 || here <= 0) {
            // No interval follows from nobody, or from everybody.
            return new Point(day, here, here, here, atRisk);
        }
        double spread = NORMAL_95 * Math.sqrt(variance) / Math.log(here);
        return new Point(day, here, Math.pow(here, Math.exp(-spread)), Math.pow(here, Math.exp(spread)), atRisk);
    }
}
