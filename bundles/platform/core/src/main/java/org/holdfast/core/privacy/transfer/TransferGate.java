package org.holdfast.core.privacy.transfer;

import java.time.LocalDate;
import java.util.Optional;
import org.holdfast.api.jurisdiction.TransferRules;
import org.holdfast.api.jurisdiction.TransferRules.Mechanism;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether data may leave a subsidiary (PIPL Art. 38 to 40 and 55, GDPR Art. 44 to 49): figures of groups of ten
 * people and more without a permit, anything about single people on a permit alone. Asks nobody and changes nothing.
 */
final class TransferGate {
    /** Fewest people of a group (GDPR Art. 5(1)(c)). */
    static final int SMALLEST_GROUP = 10;

    private TransferGate() {}

    /**
     * What is to leave.
     *
     * @param country where to, ISO 3166-1
     * @param data what it is
     * @param smallestGroup people in the smallest group of figures; of no meaning for data about single people
     * @param since how much has left since 1 January, with this
     */
    record Wanted(String country, DataClass data, int smallestGroup, Counters since) {}

    /**
     * How much has left a subsidiary since 1 January, on whatever way and to whatever place.
     *
     * @param people how many people it was about, each counted once, sensitive or not
     * @param sensitive about how many of them it was sensitive
     */
    record Counters(long people, long sensitive) {}

    /**
     * What holds on the day.
     *
     * @param today the day in the subsidiary's time zone
     * @param assessed whether the impact assessment the permit rests on is signed and holds
     */
    record Day(LocalDate today, boolean assessed) {}

    /** Decides. */
    static Outcome decide(Optional<TransferRules> rules, Wanted wanted, @Nullable TransferPermit permit, Day day) {
        if (wanted.data() == DataClass.AGGREGATE) {
            return wanted.smallestGroup() >= SMALLEST_GROUP ? Outcome.ALLOWED : Outcome.GROUP_TOO_SMALL;
        }
        if (permit == null) {
            return Outcome.NO_PERMIT;
        }
        Outcome standing = standing(permit, wanted, day);
        if (standing != Outcome.ALLOWED) {
            return standing;
        }
        if (rules.isEmpty()) {
            return Outcome.NO_RULES;
        }
        return rules.get().mechanisms().stream()
                .filter(mechanism -> mechanism.code().equals(permit.mechanism()))
                .findFirst()
                .map(mechanism -> on(mechanism, wanted))
                .orElse(Outcome.NO_MECHANISM);
    }

    /** Whether the permit holds, and is for this. */
    private static Outcome standing(TransferPermit permit, Wanted wanted, Day day) {
        if (permit.signatures().second() == null) {
            return Outcome.NOT_SIGNED;
        }
        if (permit.signatures().revokedAt() != null) {
            return Outcome.REVOKED;
        }
        if (day.today().isAfter(permit.validTo())) {
            return Outcome.EXPIRED;
        }
        if (!day.assessed()) {
            return Outcome.NOT_ASSESSED;
        }
        if (!permit.country().equals(wanted.country())) {
            return Outcome.OTHER_COUNTRY;
        }
        boolean covered = permit.sensitive() || wanted.data() != DataClass.SENSITIVE;
        return covered ? Outcome.ALLOWED : Outcome.NOT_SENSITIVE;
    }

    private static Outcome on(Mechanism mechanism, Wanted wanted) {
        if (!mechanism.countries().isEmpty() && !mechanism.countries().contains(wanted.country())) {
            return Outcome.NOT_FOR_COUNTRY;
        }
        if (reached(mechanism.fewerPeople(), wanted.since().people())) {
            return Outcome.TOO_MANY_PEOPLE;
        }
        return reached(mechanism.fewerSensitive(), wanted.since().sensitive())
                ? Outcome.TOO_MANY_SENSITIVE
                : Outcome.ALLOWED;
    }

    private static boolean reached(int limit, long count) {
        return limit > 0 && count >= limit;
    }
}
