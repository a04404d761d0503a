package org.holdfast.core.risk.scoring;

/**
 * Where the bands begin, on the score of 0 to 10 rounded to one decimal, as people see it.
 *
 * <p>Hysteresis: a band is entered at its threshold and left only once the score lies below the threshold by the
 * margin, so that a score that trembles around a threshold opens one alert, not ten.
 *
 * @param medium first score of medium
 * @param midHigh first score of mid-high
 * @param high first score of high
 * @param hysteresis how far below its threshold a band is left, 0 to 2
 */
public record Bands(double medium, double midHigh, double high, double hysteresis) {

    /** The bands of a new subsidiary. */
    public static final Bands STANDARD = new Bands(4, 6, 8, 0.3);

    /** Checks that the thresholds rise within 0 to 10. */
    public Bands {
        if (!(0 < medium && medium < midHigh && midHigh < high && high <= 10)) {
            throw new IllegalArgumentException("The thresholds of the bands do not rise within 0 to 10");
        }
        if (!(hysteresis >= 0 && hysteresis <= 2)) {
            throw new IllegalArgumentException("The hysteresis of the bands is not within 0 to 2");
        }
    }

    /**
     * Returns the band of a score.
     *
     * @param score 0 to 10
     * @param previous the band the person was in; {@code UNKNOWN} where there was none
     * @return the band, never {@code UNKNOWN}
     */
    public Band of(double score, Band previous) {
        Band reached = reached(score);
        for (Band band : new Band[] {Band.HIGH, Band.MID_HIGH, Band.MEDIUM}) {
            boolean held = band.compareTo(previous) <= 0 && band.compareTo(reached) > 0;
            if (held && score >= threshold(band) - hysteresis - 1e-9) {
                return band;
            }
        }
        return reached;
    }

    /**
     * Returns where a band begins.
     *
     * @param band the band
     * @return a score of 0 to 10
     */
    public double threshold(Band band) {
        return switch (band) {
            case HIGH -> high;
            case MID_HIGH -> midHigh;
            case MEDIUM -> medium;
            case LOW, UNKNOWN -> 0;
        };
    }

    private Band reached(double score) {
        if (score >= high) {
            return Band.HIGH;
        }
        if (score >= midHigh) {
            return Band.MID_HIGH;
        }
        return score >= medium ? Band.MEDIUM : Band.LOW;
    }
}
