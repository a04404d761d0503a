package org.holdfast.core.protection.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked for, and what became of it (PIPL Art. 50, GDPR Art. 12).
 *
 * @param id its id
 * @param person who asks
 * @param kind what for
 * @param state how far it has come
 * @param days when it came and by when it is answered
 * @param origin how it came
 * @param settled who answered it and when; null while it is pending or where the person took it back unanswered
 * @param words its words; null once the person was erased
 */
public record RightsRequest(
        UUID id,
        Subject person,
        RequestKind kind,
        RequestState state,
        Days days,
        Origin origin,
        @Nullable Settled settled,
        @Nullable RequestWords words) {

    /**
     * Its days, in the subsidiary's time zone.
     *
     * @param receivedOn when it came
     * @param dueOn last day on which it is answered in time
     */
    public record Days(LocalDate receivedOn, LocalDate dueOn) {}

    /**
     * How it came.
     *
     * @param by the account that filed it
     * @param bySelf whether that was the person; false where an officer registered a letter
     * @param at when it was filed
     * @param byRelative whether a relative asks for somebody who died; stays when the person is erased
     * @param relative who that is; null where nobody asks for another, and once the person was erased
     */
    public record Origin(
            UUID by,
            boolean bySelf,
            Instant at,
            boolean byRelative,
            @Nullable Relative relative) {}

    /**
     * How it was answered.
     *
     * @param by the account that answered, null where an erasure did
     * @param at when
     */
    public record Settled(@Nullable UUID by, Instant at) {}

    RightsRequest with(RequestState now, Days fresh, @Nullable Settled done, @Nullable RequestWords said) {
        return new RightsRequest(id, person, kind, now, fresh, origin, done, said);
    }
}
