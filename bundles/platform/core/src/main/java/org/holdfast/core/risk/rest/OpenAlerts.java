package org.holdfast.core.risk.rest;

import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;

/** Tells the watch list which alerts are open. The room of retention provides it; without it no alert is shown. */
public interface OpenAlerts {

    /**
     * Finds the latest alert of a person that is not closed.
     *
     * @param personId the person
     * @param reader who reads; whom the case of an alert is closed to is told of none
     * @return the alert, or empty
     */
    Optional<Mark> of(UUID personId, Visibility reader);

    /**
     * An alert as a mark on a row.
     *
     * @param id the alert
     * @param state code of its state
     */
    record Mark(UUID id, String state) {}
}
