package org.holdfast.api.labour;

import java.math.BigDecimal;

/**
 * How far a duty not to compete after the end of an employment may go.
 *
 * @param months for how many months at most
 * @param share what is due each month where nothing was agreed on, as a part of the average pay of the year before, 0 to 1
 * @param article code of the article on the time
 * @param shareArticle code of the article, or of the courts' rule, on the payment
 * @since 1.1.0
 */
public record NonCompeteLimits(int months, BigDecimal share, String article, String shareArticle) {

    /** Checks. */
    public NonCompeteLimits {
        if (months < 1 || months > 120 || share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "A duty not to compete has 1 to 120 months, and a share of pay from 0 to 1");
        }
        ExitRules.article(article);
        ExitRules.article(shareArticle);
    }
}
