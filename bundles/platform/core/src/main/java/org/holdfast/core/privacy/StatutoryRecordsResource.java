package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.NeverStored;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;
import org.holdfast.core.protection.erasure.StatutoryRecord;
import org.holdfast.core.protection.erasure.StatutoryRecords;
import org.jspecify.annotations.Nullable;

/** What the law has kept of people who were erased (GDPR Art. 17(3), PIPL Art. 47(2)), for whoever has to prove something. */
@Path("privacy/statutory-records")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class StatutoryRecordsResource {
    private static final Set<String> REASONS = Set.of("legalClaim", "authority", "person", "audit");
    private static final int LONGEST_NUMBER = 100;

    private final StatutoryRecords records;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param records what is kept
     * @param visibility what the caller may see
     * @param audit takes why it was looked for
     */
    @Inject
    StatutoryRecordsResource(StatutoryRecords records, Visibility visibility, AuditNotes audit) {
        this.records = records;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Of whom, and why.
     *
     * @param subsidiaryId the subsidiary
     * @param employeeNo the employee number, 1 to 100 characters
     * @param reason {@code legalClaim}, {@code authority}, {@code person} where the person asks, or {@code audit}
     */
    public record Search(
            @Nullable UUID subsidiaryId,
            @Nullable String employeeNo,
            @Nullable String reason) {}

    /**
     * What is kept of somebody.
     *
     * @param items one for each kind of record; empty where nothing is kept
     */
    @NeverStored
    public record StatutoryRecordsView(List<StatutoryRecordView> items) {

        /** Copies the items. */
        public StatutoryRecordsView {
            items = List.copyOf(items);
        }
    }

    /**
     * A kind of record that is kept.
     *
     * @param holder random id under whose key it is kept, not written
     * @param subsidiaryId the subsidiary
     * @param record section of the person's record
     * @param law which articles ask for it
     * @param erasedOn when the person was erased
     * @param keptUntil last day on which it is kept
     * @param entries what is kept, oldest first: names of fields with their values
     */
    public record StatutoryRecordView(
            @Whom(shown = false) UUID holder,
            @Where UUID subsidiaryId,
            @Told("record") String record,
            @Told("record") String law,
            @Told("record") LocalDate erasedOn,
            @Told("record") LocalDate keptUntil,
            @Told("record") List<Map<String, Object>> entries) {

        /** Copies the entries. */
        public StatutoryRecordView {
            entries = List.copyOf(entries);
        }

        static StatutoryRecordView of(UUID subsidiaryId, StatutoryRecord kept) {
            return new StatutoryRecordView(
                    kept.holder(),
                    subsidiaryId,
                    kept.record(),
                    kept.law(),
                    kept.days().erasedOn(),
                    kept.days().keptUntil(),
                    kept.items());
        }
    }

    /**
     * Looks for what is kept of somebody who was erased.
     *
     * @param search of whom, and why
     * @return what is kept; the same empty list for people of whom nothing is kept, who are there, and who never were
     */
    @POST
    @Path("search")
    @Permitted("privacy:sign")
    @Operation(summary = "Returns what the law has kept of somebody who was erased")
    public StatutoryRecordsView search(Search search) {
        if (search.subsidiaryId() == null) {
            throw RestException.invalid("subsidiaryId", "missing");
        }
        UUID subsidiaryId = search.subsidiaryId();
        visibility.requireSubsidiary(subsidiaryId);
        String number = search.employeeNo() == null ? "" : search.employeeNo().strip();
        if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
            throw RestException.invalid("employeeNo", number.isEmpty() ? "missing" : "tooLong");
        }
        String reason = search.reason() == null ? "" : search.reason();
        if (!REASONS.contains(reason)) {
            throw RestException.invalid("reason", reason.isEmpty() ? "missing" : "unknown");
        }
        List<StatutoryRecord> found = records.find(subsidiaryId, number);
        audit.detail("reason", reason);
        audit.told(found.stream().map(StatutoryRecord::holder).distinct().toList());
        return new StatutoryRecordsView(found.stream()
                .map(kept -> StatutoryRecordView.of(subsidiaryId, kept))
                .toList());
    }
}
