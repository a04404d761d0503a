package org.holdfast.api.labour;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How what is due at the end of an employment is computed. Each month of wages and each other line is rounded half up to the
 * currency's smallest coin, and not before.
 *
 * @param currency in which pay is settled
 * @param dailyPay how pay of a month becomes pay of some days of it
 * @param leave what annual leave that was not taken is worth
 * @param severance how severance is computed; empty where the law knows none
 * @param holds what may wait for a handover; everything else is due, whatever was handed over
 * @since 1.1.0
 */
public record SettlementRules(
        Currency currency, DailyPay dailyPay, LeavePay leave, Optional<SeveranceRule> severance, Holds holds) {

    /** Checks. */
    public SettlementRules {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(dailyPay, "dailyPay");
        Objects.requireNonNull(leave, "leave");
        Objects.requireNonNull(severance, "severance");
        Objects.requireNonNull(holds, "holds");
    }

    /** What is counted where pay of a month becomes pay of some days. */
    public enum Counted {
        /**
         * Days of the week that are no days of rest, with the holidays among them, at the month's pay by the divisor. Days that
         * are worked in exchange do not change the count.
         */
        WEEKDAYS,
        /** Each day, at the month's pay by the days of that month. */
        CALENDAR_DAYS
    }

    /**
     * How pay of a month becomes pay of some days of it. Some days never bring more than the whole month.
     *
     * @param counted which days count
     * @param divisor days that a month has on average: what a day's pay is, for leave always and for wages where weekdays count
     * @param wagesArticle code of the article by which wages are due
     * @param article code of the article that the divisor is from
     */
    public record DailyPay(Counted counted, BigDecimal divisor, String wagesArticle, String article) {

        /** Checks. */
        public DailyPay {
            Objects.requireNonNull(counted, "counted");
            if (divisor.compareTo(BigDecimal.ONE) < 0 || divisor.compareTo(BigDecimal.valueOf(31)) > 0) {
                throw new IllegalArgumentException("A month has from 1 to 31 days on average");
            }
            ExitRules.article(wagesArticle);
            ExitRules.article(article);
        }
    }

    /**
     * What annual leave that was not taken is worth. The leave of the year is taken in proportion to the days of the year, of 365,
     * until the last day, and only whole days of it count; what was taken is subtracted.
     *
     * @param rate how many times a day's pay is due for a day, on top of the wages
     * @param proportionArticle code of the article on the proportion
     * @param rateArticle code of the article on the rate
     */
    public record LeavePay(BigDecimal rate, String proportionArticle, String rateArticle) {

        /** Checks. */
        public LeavePay {
            if (rate.signum() < 0 || rate.compareTo(BigDecimal.TEN) > 0) {
                throw new IllegalArgumentException("A day of leave is worth from 0 to 10 times a day's pay");
            }
            ExitRules.article(proportionArticle);
            ExitRules.article(rateArticle);
        }
    }

    /**
     * What may wait for a handover.
     *
     * @param components these; wages are never among them
     * @param article code of the article; empty where nothing may wait
     */
    public record Holds(Set<SettlementComponent> components, String article) {

        /** Copies and checks. */
        public Holds {
            components = Set.copyOf(components);
            if (components.contains(SettlementComponent.WAGES)) {
                throw new IllegalArgumentException("Wages wait for no handover");
            }
            if (components.isEmpty() != article.isEmpty()) {
                throw new IllegalArgumentException(
                        "What may wait has an article, and an article something that may wait");
            }
            if (!article.isEmpty()) {
                ExitRules.article(article);
            }
        }
    }
}
