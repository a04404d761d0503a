package org.holdfast.api.labour;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * How long before the last day an ending has to be said. The day on which it is said does not count.
 *
 * @param days calendar days; 0 where it can end at once
 * @param probationDays calendar days during probation
 * @param endsOnWorkday true where a time that would end on a day off ends on the next day of work
 * @param article code of the article; empty where {@code days} and {@code probationDays} are 0
 * @param inLieu what the employer may pay instead of keeping to the time
 * @since 1.1.0
 */
public record NoticeRule(int days, int probationDays, boolean endsOnWorkday, String article, PayInLieu inLieu) {
    /** It can end at once. */
    public static final NoticeRule NONE = new NoticeRule(0, 0, false, "", PayInLieu.NONE);

    private static final int LONGEST = 3660;

    /** Checks. */
    public NoticeRule {
        Objects.requireNonNull(inLieu, "inLieu");
        if (days < 0 || days > LONGEST || probationDays < 0 || probationDays > LONGEST) {
            throw new IllegalArgumentException("A notice has from 0 to " + LONGEST + " days");
        }
        if (days > 0 || probationDays > 0) {
            ExitRules.article(article);
        } else if (!article.isEmpty() || inLieu.months().signum() > 0) {
            throw new IllegalArgumentException("An article or a pay in lieu belongs to a notice that has days");
        }
    }

    /**
     * Pay in lieu of notice.
     *
     * @param months months of pay, at the pay of the last month before the end; 0 where notice cannot be bought off
     * @param article code of the article; empty where {@code months} is 0
     */
    public record PayInLieu(BigDecimal months, String article) {
        private static final BigDecimal MOST = BigDecimal.valueOf(36);

        /** Notice cannot be bought off. */
        public static final PayInLieu NONE = new PayInLieu(BigDecimal.ZERO, "");

        /** Checks. */
        public PayInLieu {
            if (months.signum() < 0 || months.compareTo(MOST) > 0) {
                throw new IllegalArgumentException("Pay in lieu of notice is from 0 to " + MOST + " months");
            }
            if (months.signum() > 0) {
                ExitRules.article(article);
            } else if (!article.isEmpty()) {
                throw new IllegalArgumentException("No pay in lieu needs no article");
            }
        }
    }
}
