package org.holdfast.core.risk.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.ToldAs;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * What the model in use says of a person with changes that are made in thought.
 *
 * @param employeeId the person
 * @param asOf as of which day
 * @param before what it says of the person as they are
 * @param after what it says with the changes
 * @param deltas what the changes move, by signal, strongest first
 * @param ignored changes that move nothing, and why
 * @param cost what the changes cost more in a year, null where no pay is changed
 */
public record WhatIfView(
        @Whom UUID employeeId,
        @Told("score") LocalDate asOf,
        @Told("score") StateView before,
        @Told("score") StateView after,
        @Told("reasons") List<DeltaView> deltas,
        @Told("reasons") List<IgnoredView> ignored,
        @Told("pay") @Nullable CostView cost) {

    /** Copies the lists. */
    public WhatIfView {
        deltas = List.copyOf(deltas);
        ignored = List.copyOf(ignored);
    }

    /**
     * What the model says.
     *
     * @param score 0 to 10, null where the band is unknown
     * @param probability 0 to 1, null where the band is unknown
     * @param band code of the band
     * @param unknownBecause why the band is unknown, empty where it is known
     */
    public record StateView(
            @Nullable Double score, @Nullable Double probability, String band, String unknownBecause) {}

    /**
     * How the contribution of a signal moves.
     *
     * @param signal code of the signal
     * @param name its name
     * @param category code of its data category
     * @param before log-odds before, 0 where it added nothing
     * @param after log-odds after, 0 where it adds nothing
     * @param text the reason afterwards in words, empty where there is none any more
     */
    public record DeltaView(
            String signal, String name, @ToldAs String category, double before, double after, String text) {
        double size() {
            return Math.abs(after - before);
        }
    }

    /**
     * A change that moves nothing.
     *
     * @param change {@code pay}, {@code promotion}, {@code project}, {@code overtime} or {@code training}
     * @param because {@code notRead}: the model in use does not look at it; {@code noDifference}: nothing changes in what
     *     it may use about this person; {@code notTold}: the caller is not told such data; {@code payNotKnown}
     */
    public record IgnoredView(String change, String because) {}

    /**
     * What changes cost more in a year.
     *
     * @param perYear the amount
     * @param currency ISO 4217 code
     */
    public record CostView(double perYear, String currency) {}
}
