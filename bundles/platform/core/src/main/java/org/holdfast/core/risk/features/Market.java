package org.holdfast.core.risk.features;

import java.time.LocalDate;
import java.util.OptionalDouble;

/** What the market pays for a post. */
@FunctionalInterface
public interface Market {

    /** A market about which nothing is known. */
    Market UNKNOWN = (post, day) -> OptionalDouble.empty();

    /**
     * Returns the median pay for a post.
     *
     * @param post the post
     * @param day as of which day
     * @return gross per year in the post's currency, or empty where nothing is known
     */
    OptionalDouble median(PaidPost post, LocalDate day);

    /**
     * A post as the market sees it. Words may be empty.
     *
     * @param position name of the position
     * @param family code of the position family
     * @param location place of work
     * @param grade grade
     * @param currency ISO 4217 code
     */
    record PaidPost(String position, String family, String location, String grade, String currency) {}
}
