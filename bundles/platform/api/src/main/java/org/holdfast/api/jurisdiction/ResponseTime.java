package org.holdfast.api.jurisdiction;

import java.util.Objects;

/**
 * Within which time a data subject's request has to be answered (PIPL Art. 50, GDPR Art. 12(3)).
 *
 * @param request what is asked for
 * @param within how many units, at least 1
 * @param unit the unit
 * @param extension by how many units it may be extended once, with reasons told in time; 0 for not at all
 */
public record ResponseTime(Request request, int within, Unit unit, int extension) {

    /** Checks. */
    public ResponseTime {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(unit, "unit");
        if (within < 1 || extension < 0) {
            throw new IllegalArgumentException("A time to answer is one day at least, its extension not negative");
        }
    }

    /** What a data subject can ask for. */
    public enum Request {
        /** What is held, and why (PIPL Art. 45, GDPR Art. 15). */
        ACCESS,
        /** That it is put right (PIPL Art. 46, GDPR Art. 16). */
        RECTIFICATION,
        /** That it is erased (PIPL Art. 47, GDPR Art. 17). */
        ERASURE,
        /** That scoring ends (PIPL Art. 24 and 44, GDPR Art. 21). */
        OBJECTION,
        /** That a human decides anew (PIPL Art. 24, GDPR Art. 22). */
        HUMAN_REVIEW
    }

    /** Unit of a time to answer. */
    public enum Unit {
        /** Calendar days. */
        DAYS,
        /** Days on which people of the country work, by its labour bundle; without one, Monday to Friday. */
        WORKING_DAYS,
        /** Calendar months. */
        MONTHS
    }
}
