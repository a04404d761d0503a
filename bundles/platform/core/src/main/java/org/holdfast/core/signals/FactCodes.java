package org.holdfast.core.signals;

import org.holdfast.api.signal.DataCategory;

/**
 * Codes of facts that are not in the signal catalogue: career events and changes of a person's post.
 *
 * <p>They lie in the same sealed blocks as signals, so that everything dated about a person is read at once, and
 * features as of a day see a post as it was known then.
 */
public final class FactCodes {

    /** Prefix of the events of {@code events.csv}, as in {@code event.promotion}. */
    public static final String EVENT_PREFIX = "event.";

    /** An action was taken so that the person stays; the text is its kind. */
    public static final String ACTION = EVENT_PREFIX + "action";

    /** A counter-offer was taken; the value is what a year costs, the text its kind. */
    public static final String COUNTER_OFFER = EVENT_PREFIX + "counter_offer";

    /** Promoted. */
    public static final String PROMOTION = EVENT_PREFIX + "promotion";

    /** Hired; the date is the day of hire. */
    public static final String HIRED = "employment.hired";

    /** Left; the value is 1 for a voluntary exit and 0 for any other, the text is type and reason joined by a colon.
     * NaN withdraws a departure that was reported in error. */
    public static final String LEFT = "employment.left";

    /** End of the contract; the value is its day as days since 1970. */
    public static final String CONTRACT_END = "employment.contractEnd";

    /** Department; the text is its id. */
    public static final String DEPARTMENT = "post.department";

    /** Superior; the text is the superior's person id, empty for none. */
    public static final String MANAGER = "post.manager";

    /** Position; the text is its name. */
    public static final String POSITION = "post.position";

    /** Position family; the text is its code. */
    public static final String FAMILY = "post.family";

    /** Grade; the text is its code. */
    public static final String GRADE = "post.grade";

    /** Location; the text is its name. */
    public static final String LOCATION = "post.location";

    /** Key post; the value is 1 or 0. */
    public static final String KEY_POST = "post.keyPost";

    /** Share of the firm's revenue the post answers for; the value is 0 to 1. */
    public static final String REVENUE_SHARE = "post.revenueShare";

    /** Base pay, gross per year; the value is the amount, the text the currency. */
    public static final String BASE_PAY = "pay.base";

    private static final String EMPLOYMENT_PREFIX = "employment.";

    private FactCodes() {}

    /**
     * Returns the data category of a fact that is not in the signal catalogue.
     *
     * @param code code of the fact
     * @return the category its lawful basis is filed for
     */
    public static DataCategory category(String code) {
        return code.startsWith(EVENT_PREFIX) ? DataCategory.CAREER : DataCategory.EMPLOYMENT;
    }

    /**
     * Returns whether a fact says from when to when somebody is employed. Without it nobody could tell whose data must no
     * longer be used, so no gate stands before it; what is computed from it has to pass one.
     *
     * @param code code of the fact
     * @return whether it begins or ends an employment
     */
    public static boolean isEmployment(String code) {
        return code.startsWith(EMPLOYMENT_PREFIX);
    }
}
