package org.holdfast.core.signals;

import java.time.LocalDate;
import java.util.Optional;

/** What the market pays. Not personal. Safe for use from many threads. */
public interface MarketPay {

    /**
     * Finds the median pay for a post.
     *
     * <p>Rows are tried from the closest to the widest: position, location and grade; position and location; position
     * and grade; position; then the same four for the position family. Of the first step with rows in the asked
     * currency that are valid on the day (the newest of each post not after it), the median of the medians is
     * returned.
     *
     * @param post what is looked for
     * @param day as of which day
     * @return gross per year in the asked currency, or empty where no row fits
     */
    Optional<Double> median(Wanted post, LocalDate day);

    /**
     * A post whose pay is looked for. Words may be empty.
     *
     * @param position name of the position
     * @param family code of the position family
     * @param location place of work
     * @param grade grade
     * @param currency ISO 4217 code
     */
    record Wanted(String position, String family, String location, String grade, String currency) {}
}
