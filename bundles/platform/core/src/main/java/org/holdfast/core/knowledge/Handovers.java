package org.holdfast.core.knowledge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;

/** What the other parts of this room ask about handover lists. Safe for use from many threads. */
public interface Handovers {
    /** Permission to read a handover. */
    String READ = Parties.READ;

    /** Permission to write in a handover. */
    String WRITE = Parties.WRITE;

    /**
     * Something that is still open.
     *
     * @param code code of a template's item, empty where somebody wrote a title
     * @param title what somebody wrote, empty for a template's item
     */
    record OpenItem(String code, String title) {

        /** Tells nothing of the firm's affairs. */
        @Override
        public String toString() {
            return "something that is still open";
        }
    }

    /**
     * Finds a case for who reads its handover.
     *
     * @param caseId the case
     * @param caller who reads
     * @return the case
     * @throws org.holdfast.core.platform.rest.RestException with status 404 where the caller may not see it
     */
    ExitCase readable(UUID caseId, Visibility caller);

    /**
     * Finds a case, whoever asks.
     *
     * @param caseId the case
     * @return the case, empty where it is gone
     */
    Optional<ExitCase> find(UUID caseId);

    /**
     * Demands that something can still be handed over.
     *
     * @param of the case
     * @throws org.holdfast.core.platform.rest.RestException with status 409 where the case was taken back
     */
    void requireOpen(ExitCase of);

    /**
     * Returns what nobody has accepted or waived yet, other than meetings.
     *
     * @param caseId the case
     * @return in the order of the list
     */
    List<OpenItem> open(UUID caseId);

    /**
     * Returns who gets something.
     *
     * @param caseId the case
     * @return each once, in the order of the list
     */
    List<UUID> recipients(UUID caseId);

    /**
     * Says in the transaction of a signature whether all have signed; what HR does without stays so.
     *
     * @param connection the transaction
     * @param caseId the case
     * @param signed whether they have
     * @throws SQLException where the database refuses
     */
    void meeting(Connection connection, UUID caseId, boolean signed) throws SQLException;
}
