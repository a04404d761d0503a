package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.flows.FlowOffice;
import org.jspecify.annotations.Nullable;

/**
 * Offboarding cases as other packages and rooms see them: who leaves, until when, and whether anything lawful says so. Who may see a
 * person is for the caller to check. Safe for use from many threads.
 */
public interface ExitCases {

    /**
     * Finds a case, whatever its stage.
     *
     * @param id its id
     * @return the case; empty where there is none
     */
    Optional<ExitCase> find(UUID id);

    /**
     * Finds the case of a person that goes on or is prepared.
     *
     * @param personId the person
     * @return the case; empty where there is none
     */
    Optional<ExitCase> ofPerson(UUID personId);

    /**
     * Finds a case for a step that cannot be taken back: one that rests on a lawful event and was not taken back.
     *
     * @param id its id
     * @return the case
     * @throws org.holdfast.core.platform.rest.RestException with status 404 where there is no such case, 409 with what is missing where
     *     it is only prepared, or was taken back
     */
    ExitCase requireLawful(UUID id);

    /**
     * Says whether the caller acts for an office in a case. The person who leaves does so as {@link FlowOffice#EMPLOYEE} alone.
     *
     * @param of the case
     * @param office the office
     * @param caller who calls
     * @return whether a task of that office would be theirs
     */
    boolean acts(ExitCase of, FlowOffice office, Visibility caller);

    /**
     * A case.
     *
     * @param id its id
     * @param subsidiaryId the subsidiary of who leaves
     * @param personId who leaves
     * @param stage how far it is
     * @param lastDay the last day of employment; null while it is only prepared
     */
    record ExitCase(
            UUID id,
            UUID subsidiaryId,
            UUID personId,
            Stage stage,
            @Nullable LocalDate lastDay) {}

    /** How far a case is. */
    enum Stage {
        /** HR prepares; no lawful event is on file, nothing is done that cannot be taken back. */
        PREPARING,
        /** Its flow goes on. */
        RUNNING,
        /** The person stays: it was taken back. */
        WITHDRAWN,
        /** Everything of its flow is done. */
        ENDED
    }
}
