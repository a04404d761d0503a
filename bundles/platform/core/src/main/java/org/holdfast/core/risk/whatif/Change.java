package org.holdfast.core.risk.whatif;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.signals.FactCodes;

/** A kind of change that the firm can make, with the signals by which a model can see it. */
public enum Change {
    /** Another base pay from the day on. */
    PAY("pay", DataCategory.PAY),
    /** A promotion on the day. */
    PROMOTION("promotion", DataCategory.CAREER),
    /** Work on a project without delays, once the past ones are no longer counted. */
    PROJECT("project", DataCategory.PROJECT),
    /** Less overtime, once it has been so for long. */
    OVERTIME("overtime", DataCategory.ATTENDANCE),
    /** A training on the day. */
    TRAINING("training", DataCategory.CAREER);

    private final String code;
    private final DataCategory category;

    Change(String code, DataCategory category) {
        this.code = code;
        this.category = category;
    }

    /**
     * Returns the word used in the API.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * Returns what kind of data it would change: who is not told that of a person cannot ask what it would change either.
     *
     * @return the data category
     */
    public DataCategory category() {
        return category;
    }

    /**
     * Returns by which signals a model can see it.
     *
     * @return codes of signals
     */
    public Set<String> signals() {
        return switch (this) {
            case PAY ->
                Set.of(FactCodes.BASE_PAY, Signals.PAY_CHANGE, "profile.monthsSinceRaise", "profile.payToMarket");
            case PROMOTION -> Set.of(Signals.PROMOTION, "profile.monthsSincePromotion");
            case PROJECT -> Set.of(Signals.DELAY);
            case OVERTIME -> Set.of(Signals.OVERTIME, "indicator.disengaging");
            case TRAINING -> Set.of(Signals.TRAINING);
        };
    }

    /**
     * Finds a kind of change.
     *
     * @param code its word in the API
     * @return the kind, or empty where there is none
     */
    public static Optional<Change> ofCode(String code) {
        return Stream.of(values()).filter(change -> change.code.equals(code)).findFirst();
    }

    /** The signals whose facts are changed. */
    static final class Signals {
        static final String PROMOTION = "event.promotion";
        static final String PAY_CHANGE = "event.pay_change";
        static final String TRAINING = "event.training";
        static final String DELAY = "project.delay";
        static final String OVERTIME = "attendance.overtime_hours";

        private Signals() {}
    }
}
