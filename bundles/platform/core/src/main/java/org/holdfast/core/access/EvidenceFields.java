package org.holdfast.core.access;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.launcher.audit.AuditQuery;
import org.jspecify.annotations.Nullable;

/**
 * About whom evidence is wanted.
 *
 * @param person random id of the person; must be given
 * @param from first moment, null for any
 * @param to first moment that is too late, null for none
 */
public record EvidenceFields(
        @Nullable UUID person,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime to) {

    AuditQuery query() {
        if (person == null) {
            throw RestException.invalid("person", "missing");
        }
        return filter().query();
    }

    /** Notes the period. */
    void noteIn(AuditNotes notes) {
        filter().noteIn(notes);
    }

    List<UUID> persons() {
        return person == null ? List.of() : List.of(person);
    }

    private AuditFilterFields filter() {
        return new AuditFilterFields(person, null, null, null, from, to, null, null);
    }
}
