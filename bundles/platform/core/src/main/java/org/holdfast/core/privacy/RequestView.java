package org.holdfast.core.privacy;

import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;
import org.holdfast.core.protection.rights.AutomatedDecisions;
import org.holdfast.core.protection.rights.Relative;
import org.holdfast.core.protection.rights.RequestWords;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked for, and what became of it.
 *
 * @param id its id
 * @param employeeId random id of the person
 * @param employeeName the person's name, null once the person was erased
 * @param subsidiaryId the person's subsidiary
 * @param kind {@code access}, {@code rectification}, {@code objection}, {@code refusalOfAutomatedDecision},
 *     {@code humanReview} or {@code erasure}
 * @param state {@code open}, {@code extended}, {@code fulfilled}, {@code refused} or {@code withdrawn}
 * @param receivedOn when it came
 * @param dueOn last day on which it is answered in time
 * @param extendableTo to which day its time can be extended, null where it cannot
 * @param bySelf whether the person filed it; false where an officer registered a letter
 * @param byRelative whether a relative asks for somebody who died
 * @param relative who that is, and what was checked; null where nobody asks for another, and once the person was erased
 * @param answeredOn when it was answered, null where it was not
 * @param contact whom the person can ask about it, one line each; empty where nobody is named
 * @param claim what holds for an objection or a refusal of automated decisions by the rule book, null for the rest
 * @param words what was asked and answered, null once the person was erased
 */
public record RequestView(
        @TellsNothing UUID id,
        @Whom UUID employeeId,
        @Told("name") @Nullable String employeeName,
        @Where UUID subsidiaryId,
        @Told("requests") String kind,
        @Told("requests") String state,
        @Told("requests") LocalDate receivedOn,
        @Told("requests") LocalDate dueOn,
        @Told("requests") @Nullable LocalDate extendableTo,
        @Told("requests") boolean bySelf,
        @Told("requests") boolean byRelative,
        @Told("requests") @Nullable Relative relative,
        @Told("requests") @Nullable LocalDate answeredOn,
        @TellsNothing String contact,
        @TellsNothing AutomatedDecisions.@Nullable Standing claim,
        @Told("requests") @Nullable RequestWords words) {}
