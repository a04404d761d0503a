package org.holdfast.core.privacy.breach;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.jspecify.annotations.Nullable;

/**
 * A personal-data breach in one subsidiary, without its words. Each subsidiary answers for its own people to its own
 * authority, so an incident that reaches several has one of these in each.
 *
 * @param id its id
 * @param incidentId the same for all subsidiaries that one incident reaches
 * @param subsidiaryId the subsidiary
 * @param severity how much it can harm people
 * @param state how far it has come
 * @param times when it was noticed, and by when it is told
 * @param origin how it came into the register
 * @param categories the data concerned
 */
record Breach(
        UUID id,
        UUID incidentId,
        UUID subsidiaryId,
        Severity severity,
        State state,
        Times times,
        Origin origin,
        Set<DataCategory> categories) {

    Breach {
        categories = Set.copyOf(categories);
    }

    /**
     * Its clock. What is due does not move when a rule book changes.
     *
     * @param noticedAt when somebody became aware of it
     * @param authorityDueAt last moment at which the authority is told in time
     * @param peopleDueAt last moment at which people are told in time
     * @param warnAtHours after how many hours whoever has to tell is warned, rising
     */
    record Times(Instant noticedAt, Instant authorityDueAt, Instant peopleDueAt, List<Integer> warnAtHours) {
        Times {
            warnAtHours = List.copyOf(warnAtHours);
        }

        /** Returns the hours of the last warning that is due by a moment; empty before the first. */
        Optional<Integer> warnedAt(Instant now) {
            Duration since = Duration.between(noticedAt, now);
            return warnAtHours.stream()
                    .filter(hours -> since.compareTo(Duration.ofHours(hours)) >= 0)
                    .reduce((earlier, later) -> later);
        }
    }

    /**
     * How it came.
     *
     * @param at when it was registered
     * @param by the account that registered it, null where the server did
     * @param place table and column of the record that did not open; empty where a person noticed it
     */
    record Origin(Instant at, @Nullable UUID by, String place) {}
}
