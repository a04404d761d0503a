package org.holdfast.core.offboarding.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.core.offboarding.cases.CaseChange;
import org.jspecify.annotations.Nullable;

/**
 * A change of a case, as it is kept to be told.
 *
 * @param id random id, the same at each attempt and for every target
 * @param about whom it is about
 * @param number where it stands among the events of the person: later ones have higher numbers, with gaps
 * @param kind what happened
 * @param at when
 * @param content what it says; sealed under the person's key
 */
record CaseEvent(UUID id, About about, long number, CaseChange.Kind kind, Instant at, Content content) {

    /**
     * Whom it is about.
     *
     * @param subsidiaryId their subsidiary
     * @param personId who leaves
     * @param caseId their case
     */
    record About(UUID subsidiaryId, UUID personId, UUID caseId) {}

    /**
     * What it says, as it was when it happened: what is sent again says the same.
     *
     * @param employeeNo the employee number, empty where nobody knows it
     * @param lastDay the last day of employment
     * @param step the step it is about, null for none
     */
    record Content(String employeeNo, LocalDate lastDay, CaseChange.@Nullable Step step) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "content of an event";
        }
    }
}
