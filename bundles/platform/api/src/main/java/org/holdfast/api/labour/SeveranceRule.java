package org.holdfast.api.labour;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * How severance is computed: months of average pay for each year of service.
 *
 * @param monthsPerYear months of pay for a year of service
 * @param rest how the part of a year at the end counts
 * @param average of how many months before the end pay is averaged
 * @param cap how high pay and years may be
 * @param from first day of service that counts by this rule; service before it is not covered by it
 * @param articles codes of the articles that the steps are from
 * @since 1.1.0
 */
public record SeveranceRule(
        BigDecimal monthsPerYear, Rest rest, int average, Cap cap, LocalDate from, Articles articles) {

    /** Checks. */
    public SeveranceRule {
        Objects.requireNonNull(rest, "rest");
        Objects.requireNonNull(cap, "cap");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(articles, "articles");
        if (monthsPerYear.signum() <= 0 || monthsPerYear.compareTo(BigDecimal.valueOf(12)) > 0) {
            throw new IllegalArgumentException("A year of service brings more than 0 and at most 12 months of pay");
        }
        if (average < 1 || average > 120) {
            throw new IllegalArgumentException("Pay is averaged over 1 to 120 months");
        }
    }

    /**
     * How the part of a year at the end counts.
     *
     * @param wholeFrom from how many months on it counts as a whole year, 1 to 12
     * @param part as how much of a year a shorter one counts, 0 to 1
     */
    public record Rest(int wholeFrom, BigDecimal part) {

        /** Checks. */
        public Rest {
            boolean share = part.signum() >= 0 && part.compareTo(BigDecimal.ONE) <= 0;
            if (wholeFrom < 1 || wholeFrom > 12 || !share) {
                throw new IllegalArgumentException(
                        "A part of a year counts whole from 1 to 12 months on, before from 0 to 1");
            }
        }
    }

    /**
     * How high pay and years may be. Both hold only where pay is higher than the multiple.
     *
     * @param multiple how many times the average wage of the place
     * @param years at most so many years of service
     */
    public record Cap(BigDecimal multiple, int years) {

        /** Checks. */
        public Cap {
            if (multiple.signum() <= 0 || multiple.compareTo(BigDecimal.valueOf(100)) > 0 || years < 1 || years > 100) {
                throw new IllegalArgumentException("A cap has a multiple of wages and a number of years, up to 100");
            }
        }
    }

    /**
     * Where the steps are from.
     *
     * @param formula code of the article on years and cap
     * @param average code of the article on average pay
     * @param from code of the article on the first day
     */
    public record Articles(String formula, String average, String from) {

        /** Checks. */
        public Articles {
            ExitRules.article(formula);
            ExitRules.article(average);
            ExitRules.article(from);
        }
    }
}
