package org.holdfast.core.privacy.breach;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;

/** The breaches of a subsidiary for somebody who checks how they were dealt with: no words, no names. */
public final class BreachSummaries {
    private final Breaches breaches;

    BreachSummaries(Breaches breaches) {
        this.breaches = breaches;
    }

    /**
     * A breach.
     *
     * @param id its id
     * @param noticedAt when somebody became aware of it
     * @param authorityDueAt last moment at which the authority was told in time
     * @param peopleDueAt last moment at which people were told in time
     * @param severity {@code low}, {@code medium} or {@code high}
     * @param state {@code open}, {@code notified} or {@code closed}
     * @param foundByServer whether the server registered it by itself
     * @param categories codes of the data categories concerned
     * @param people how many people it concerns
     * @param steps what was done
     */
    public record Summary(
            UUID id,
            Instant noticedAt,
            Instant authorityDueAt,
            Instant peopleDueAt,
            String severity,
            String state,
            boolean foundByServer,
            List<String> categories,
            int people,
            List<Step> steps) {

        /** Copies the lists. */
        public Summary {
            categories = List.copyOf(categories);
            steps = List.copyOf(steps);
        }
    }

    /**
     * Something that was done.
     *
     * @param whom {@code authority}, {@code people} or {@code closure}
     * @param sent whether something was sent
     * @param at when
     */
    public record Step(String whom, boolean sent, Instant at) {}

    /**
     * Returns the breaches of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return the one noticed last before the others
     */
    public List<Summary> of(UUID subsidiaryId) {
        return breaches.tables().breaches().all().stream()
                .filter(breach -> breach.subsidiaryId().equals(subsidiaryId))
                .map(this::summary)
                .toList();
    }

    private Summary summary(Breach breach) {
        return new Summary(
                breach.id(),
                breach.times().noticedAt(),
                breach.times().authorityDueAt(),
                breach.times().peopleDueAt(),
                breach.severity().code(),
                breach.state().code(),
                breach.origin().by() == null,
                breach.categories().stream().map(DataCategory::code).sorted().toList(),
                breaches.tables().people().counts().getOrDefault(breach.id(), 0),
                breaches.tables().steps().of(breach).stream()
                        .map(step -> new Step(step.whom().code(), step.sent(), step.at()))
                        .toList());
    }
}
