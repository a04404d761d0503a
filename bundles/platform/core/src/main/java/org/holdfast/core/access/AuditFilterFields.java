package org.holdfast.core.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.launcher.audit.AuditKind;
import org.holdfast.launcher.audit.AuditQuery;
import org.holdfast.launcher.audit.AuditQuery.Period;
import org.holdfast.launcher.audit.AuditQuery.What;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit log a caller looks for; what is absent looks for all.
 *
 * @param person random id of a person
 * @param actor random id of an account or token, or {@code server}, {@code local}, {@code anonymous}
 * @param kind sort of action, such as {@code read} or {@code export}
 * @param endpoint part of the action, such as {@code /profile}
 * @param from first moment
 * @param to first moment that is too late
 * @param limit entries per page
 * @param cursor where to begin
 */
public record AuditFilterFields(
        @Nullable UUID person,
        @Nullable String actor,
        @Nullable String kind,
        @Nullable String endpoint,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime to,
        @Nullable Integer limit,
        @Nullable String cursor) {
    private static final Pattern CODE_OR_ID = Pattern.compile("[0-9a-f-]{36}|server|local|anonymous");

    AuditQuery query() {
        Instant first = from == null ? null : from.toInstant();
        Instant end = to == null ? null : to.toInstant();
        if (first != null && end != null && !first.isBefore(end)) {
            throw RestException.invalid("to", "notAfterFrom");
        }
        return new AuditQuery(
                person == null ? "" : person.toString(),
                text(actor),
                new What("", wantedKind(), text(endpoint)),
                new Period(first, end));
    }

    /** Notes what is looked for, but for what somebody types: that may be anything. */
    void noteIn(AuditNotes notes) {
        note(notes, "kind", text(kind));
        note(notes, "from", from == null ? "" : from.toInstant().toString());
        note(notes, "to", to == null ? "" : to.toInstant().toString());
        if (CODE_OR_ID.matcher(text(actor)).matches()) {
            note(notes, "searchedActor", text(actor));
        }
    }

    private static void note(AuditNotes notes, String key, String value) {
        if (!value.isEmpty()) {
            notes.detail(key, value);
        }
    }

    private @Nullable AuditKind wantedKind() {
        return text(kind).isEmpty()
                ? null
                : AuditKind.ofCode(text(kind)).orElseThrow(() -> RestException.invalid("kind", "notOneOf"));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
