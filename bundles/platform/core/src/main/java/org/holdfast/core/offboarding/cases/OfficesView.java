package org.holdfast.core.offboarding.cases;

import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;

/**
 * Who does the tasks of which office in a subsidiary.
 *
 * @param subsidiaryId the subsidiary
 * @param version changes with every change: whoever changes it names the one they saw
 * @param offices the offices whose accounts can be named
 * @param candidates the accounts that handle tasks there
 */
@TellsNothing
public record OfficesView(UUID subsidiaryId, String version, List<OfficeView> offices, List<HandlerView> candidates) {

    /** Copies the lists. */
    public OfficesView {
        offices = List.copyOf(offices);
        candidates = List.copyOf(candidates);
    }

    /**
     * An office.
     *
     * @param office its code
     * @param accounts who does its tasks; empty for everybody who handles tasks in the subsidiary
     */
    public record OfficeView(String office, List<HandlerView> accounts) {

        /** Copies the accounts. */
        public OfficeView {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * An account.
     *
     * @param id its random id
     * @param name its name
     */
    public record HandlerView(UUID id, String name) {}
}
