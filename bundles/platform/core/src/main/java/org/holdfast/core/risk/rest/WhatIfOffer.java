package org.holdfast.core.risk.rest;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.risk.whatif.Change;
import org.jspecify.annotations.Nullable;

/**
 * What the firm can offer a person.
 *
 * @param changes kinds of change: {@code pay}, {@code promotion}, {@code project}, {@code overtime}, {@code training};
 *     absent for all of them
 * @param overtimeAtMost hours of overtime in 30 days at most, 0 to 200; absent for 10
 */
public record WhatIfOffer(
        @Nullable List<String> changes, @Nullable Double overtimeAtMost) {
    private static final double USUAL_HOURS = 10;

    /** Returns the kinds of change offered; refuses unknown ones. */
    Set<Change> kinds() {
        if (changes == null) {
            return EnumSet.allOf(Change.class);
        }
        Set<Change> kinds = EnumSet.noneOf(Change.class);
        for (String code : changes) {
            kinds.add(Change.ofCode(code).orElseThrow(() -> RestException.invalid("changes", "whatIfChange")));
        }
        return kinds;
    }

    /** Returns the hours; refuses those that are out of bounds. */
    double hours() {
        String wrong = WhatIfDraft.hoursWrong(overtimeAtMost);
        if (wrong != null) {
            throw RestException.invalid("overtimeAtMost", wrong);
        }
        return overtimeAtMost == null ? USUAL_HOURS : overtimeAtMost;
    }
}
