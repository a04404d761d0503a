package org.holdfast.core.offboarding.papers;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.holdfast.core.offboarding.papers.CertificateView.DueView;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * Where the personnel archive and the social insurance of somebody went, and until when they have to.
 *
 * @param offboardingId the case
 * @param employee who leaves
 * @param version how often it was changed; 0 where nothing was noted
 * @param due until when; null where the country has no rules, or nobody has said the last day
 * @param done whether both are noted
 * @param archive of the personnel archive
 * @param insurance of the social insurance
 * @param by user name of who noted it last, empty for nobody
 * @param at when, null for never
 */
public record TransferView(
        @TellsNothing UUID offboardingId,
        @Whom EmployeeRow employee,
        @TellsNothing int version,
        @Told("papers") @Nullable DueView due,
        @Told("papers") boolean done,
        @Told("papers") PartView archive,
        @Told("papers") PartView insurance,
        @Told("papers") String by,
        @Told("papers") @Nullable OffsetDateTime at) {

    /**
     * One of the two.
     *
     * @param state {@code open}, {@code sent} or {@code none}
     * @param on the day it was sent
     * @param office who received it
     * @param reference under what it is found there
     * @param reason why there is none to send
     */
    public record PartView(String state, @Nullable LocalDate on, String office, String reference, String reason) {}
}
