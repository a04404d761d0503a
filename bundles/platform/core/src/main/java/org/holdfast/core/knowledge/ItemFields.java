package org.holdfast.core.knowledge;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is handed over, as somebody writes it.
 *
 * @param key random id, chosen by who adds it, so that it is added once; of no meaning in a change
 * @param version the version that was read, in a change
 * @param kind what kind of knowledge it is; of no meaning in a change
 * @param title what it is, at most 200 characters
 * @param mandatory whether the handover is not done without it
 * @param recipientId who gets it, null while nobody is named
 * @param dueOn until when, null while nobody has said
 */
public record ItemFields(
        @Nullable UUID key,
        @Nullable Integer version,
        @Nullable String kind,
        @Nullable String title,
        @Nullable Boolean mandatory,
        @Nullable UUID recipientId,
        @Nullable LocalDate dueOn) {}
