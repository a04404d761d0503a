package org.holdfast.core.risk.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Whom;
import org.holdfast.core.risk.rest.WhatIfView.CostView;
import org.holdfast.core.risk.rest.WhatIfView.StateView;
import org.jspecify.annotations.Nullable;

/**
 * The smallest set of changes that brings a person under the threshold of alerts.
 *
 * @param employeeId the person
 * @param asOf as of which day
 * @param state {@code already}: no change is needed; {@code found}; {@code none}: nothing that is offered does, and the set
 *     that comes closest is shown; {@code unknown}: the model does not know the person well enough
 * @param threshold code of the lowest band that opens an alert
 * @param steps the changes
 * @param before what the model says of the person as they are
 * @param after what it says with the changes
 * @param cost what the changes cost more in a year, null where no pay is changed
 */
public record SmallestView(
        @Whom UUID employeeId,
        @Told("score") LocalDate asOf,
        @Told("score") String state,
        @Told("score") String threshold,
        @Told("reasons") List<StepView> steps,
        @Told("score") StateView before,
        @Told("score") StateView after,
        @Told("pay") @Nullable CostView cost) {

    /** Copies the list. */
    public SmallestView {
        steps = List.copyOf(steps);
    }

    /**
     * A change of the set.
     *
     * @param change {@code pay}, {@code promotion}, {@code project}, {@code overtime} or {@code training}
     * @param size percent of a raise, hours of overtime in 30 days at most; null for the others
     */
    public record StepView(String change, @Nullable Double size) {}
}
