package org.holdfast.api.labour;

import java.time.Period;
import java.util.Objects;

/**
 * Until when, after the last day, what has to be done.
 *
 * @param wages when wages are due, whatever was handed over
 * @param certificate when the leaving certificate is due
 * @param transfer when the personnel archive and the social insurance have to be transferred
 * @param records how long the ended contract has to be kept
 * @since 1.1.0
 */
public record ExitDeadlines(Term wages, Term certificate, Term transfer, Term records) {

    /** Checks. */
    public ExitDeadlines {
        Objects.requireNonNull(wages, "wages");
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(transfer, "transfer");
        Objects.requireNonNull(records, "records");
    }

    /**
     * A time after the last day.
     *
     * @param after how long after it, in calendar time; zero for the last day itself
     * @param article code of the article
     */
    public record Term(Period after, String article) {

        /** Checks. */
        public Term {
            if (after.isNegative()) {
                throw new IllegalArgumentException("A deadline lies not before the last day: " + after);
            }
            ExitRules.article(article);
        }
    }
}
