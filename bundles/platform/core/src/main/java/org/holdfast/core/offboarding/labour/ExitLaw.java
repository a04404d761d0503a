package org.holdfast.core.offboarding.labour;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.api.labour.ExitRules;
import org.jspecify.annotations.Nullable;

/**
 * What the labour law of a subsidiary's country says of the end of an employment, by the labour bundle that is enabled for it. Where
 * there is none, or it says nothing of a kind of ending, answers are empty: nothing is guessed, and whoever asks says "no rules".
 * Days are days in the subsidiary's time zone. Safe for use from many threads.
 */
public interface ExitLaw {

    /**
     * Returns the earliest last day of an employment.
     *
     * @param subsidiaryId the employer
     * @param kind how it ends
     * @param given the day on which it is said, which does not count itself
     * @param employment since when and until when the person is employed
     * @return the notice; empty where the country has no rules for this kind
     */
    Optional<Notice> notice(UUID subsidiaryId, ExitKind kind, LocalDate given, Employment employment);

    /**
     * Returns until when what has to be done after an employment has ended.
     *
     * @param subsidiaryId the employer
     * @param lastDay its last day
     * @return the deadlines; empty where the country has no rules
     */
    Optional<Deadlines> deadlines(UUID subsidiaryId, LocalDate lastDay);

    /**
     * Returns how far a duty not to compete may go.
     *
     * @param subsidiaryId the employer
     * @param lastDay the last day of the employment
     * @return the limits; empty where the country has no rules for it
     */
    Optional<NonCompete> nonCompete(UUID subsidiaryId, LocalDate lastDay);

    /**
     * Returns all rules, for whoever computes with them.
     *
     * @param subsidiaryId the employer
     * @return the rules; empty where the country has none
     */
    Optional<Law> law(UUID subsidiaryId);

    /**
     * Since when and until when somebody is employed.
     *
     * @param hired first day
     * @param probationUntil last day of probation; null where there was none
     * @param contractUntil last day of the contract; null where it has none
     */
    record Employment(
            LocalDate hired,
            @Nullable LocalDate probationUntil,
            @Nullable LocalDate contractUntil) {}

    /**
     * A notice that has to be kept.
     *
     * @param kind how the employment ends
     * @param days calendar days after the day on which it is said
     * @param probation whether they are those of probation
     * @param earliestLastDay the first day that can be the last one; where the contract ends before, its end
     * @param moved whether the law moved that day from a day off to the next day of work
     * @param contractEndsFirst whether the contract ends before the notice would
     * @param buyable whether the employer may pay instead of keeping to it
     * @param articles keys of the articles' texts such as {@code article.cn.lcl37}, that of the ground first
     */
    record Notice(
            ExitKind kind,
            int days,
            boolean probation,
            LocalDate earliestLastDay,
            boolean moved,
            boolean contractEndsFirst,
            boolean buyable,
            List<String> articles) {

        /** Copies. */
        public Notice {
            articles = List.copyOf(articles);
        }
    }

    /**
     * Until when what has to be done.
     *
     * @param wages wages paid, whatever was handed over
     * @param certificate leaving certificate issued, whatever was handed over
     * @param transfer personnel archive and social insurance transferred
     * @param records until when the ended contract has to be kept at least
     */
    record Deadlines(Due wages, Due certificate, Due transfer, Due records) {}

    /**
     * How far a duty not to compete may go.
     *
     * @param latestEnd the last day it can hold
     * @param share what is due each month where nothing was agreed on, as a part of average pay, 0 to 1
     * @param currency in which it is due
     * @param articles keys of the articles' texts: on the time, on the payment
     */
    record NonCompete(LocalDate latestEnd, BigDecimal share, Currency currency, List<String> articles) {

        /** Copies. */
        public NonCompete {
            articles = List.copyOf(articles);
        }

        /**
         * Returns what is due each month where nothing was agreed on.
         *
         * @param averagePay average pay of a month in the year before the end
         * @param minimumWage lowest lawful wage of a month at the place; null where it is not known, and then it is not looked at
         * @return the amount, rounded half up to the smallest coin
         */
        public BigDecimal monthly(BigDecimal averagePay, @Nullable BigDecimal minimumWage) {
            BigDecimal part = averagePay.multiply(share);
            BigDecimal due = minimumWage == null ? part : part.max(minimumWage);
            return due.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
        }
    }

    /**
     * A deadline.
     *
     * @param day the last day on which it is in time
     * @param end the moment when that day is over in the subsidiary's time zone
     * @param article key of the article's text
     */
    record Due(LocalDate day, Instant end, String article) {}

    /**
     * The law that holds for a subsidiary.
     *
     * @param country ISO 3166 code of two letters
     * @param version version of the bundle's rules
     * @param weekend days of rest of each week
     * @param rules what they say
     */
    record Law(String country, String version, Set<DayOfWeek> weekend, ExitRules rules) {

        /** Copies. */
        public Law {
            weekend = Set.copyOf(weekend);
        }

        /**
         * Returns where an article's name is found.
         *
         * @param code its code in the rules
         * @return the key of its text
         */
        public String article(String code) {
            return "article." + country.toLowerCase(Locale.ROOT) + "." + code;
        }
    }
}
