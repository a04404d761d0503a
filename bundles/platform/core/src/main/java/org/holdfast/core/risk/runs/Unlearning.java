package org.holdfast.core.risk.runs;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.core.risk.store.ModelTable;

/**
 * Sees to it that no model is kept that learnt from people who have been erased since: a model is trained anew without them
 * within thirty days, and the old ones are deleted (EDPB Opinion 28/2024: whether a model tells of those it was trained on
 * cannot be ruled out by saying so). Safe for use from many threads.
 */
public final class Unlearning {
    /** Within which time after an erasure the models that learnt from the person are gone. */
    static final Period LONGEST = Period.ofDays(30);

    /** How long erasures are collected, so that not each of them has a model trained; some nights are left for failures. */
    static final Period COLLECTED = Period.ofDays(21);

    private final ModelTable models;
    private final Models loaded;
    private final Function<UUID, List<Instant>> erasures;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param models the trained models
     * @param loaded those in memory
     * @param erasures tells when people of a subsidiary were erased
     * @param clock the time
     */
    public Unlearning(ModelTable models, Models loaded, Function<UUID, List<Instant>> erasures, Clock clock) {
        this.models = models;
        this.loaded = loaded;
        this.erasures = erasures;
        this.clock = clock;
    }

    /**
     * Says whether it is time to train a subsidiary's models anew.
     *
     * @param subsidiaryId the subsidiary
     * @param zone its time zone
     * @return whether a model learnt from somebody who was erased three weeks ago or earlier
     */
    public boolean due(UUID subsidiaryId, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return first(subsidiaryId, models.madeAt(subsidiaryId).values())
                .map(erased -> LocalDate.ofInstant(erased, zone).plus(COLLECTED))
                .filter(day -> !day.isAfter(today))
                .isPresent();
    }

    /**
     * Says until when models are replaced.
     *
     * @param subsidiaryId the subsidiary
     * @param zone its time zone
     * @return the last day of each model that learnt from somebody who was erased since
     */
    public Map<UUID, LocalDate> lastDays(UUID subsidiaryId, ZoneId zone) {
        Map<UUID, LocalDate> days = new HashMap<>();
        models.madeAt(subsidiaryId)
                .forEach((model, madeAt) -> first(subsidiaryId, List.of(madeAt))
                        .ifPresent(erased -> days.put(
                                model, LocalDate.ofInstant(erased, zone).plus(LONGEST))));
        return days;
    }

    /**
     * Deletes the models that learnt from people who have been erased since. Where none is left the scorecard takes over.
     *
     * @param subsidiaryId the subsidiary, whose models have just been trained anew
     * @return how many were deleted
     */
    int forget(UUID subsidiaryId) {
        Optional<Instant> last = erasures.apply(subsidiaryId).stream().max(Comparator.naturalOrder());
        List<UUID> gone = last.map(erased -> models.deleteMadeBefore(subsidiaryId, erased))
                .orElse(List.of());
        loaded.forget(gone);
        return gone.size();
    }

    /** The first erasure after the oldest of some models was made. */
    private Optional<Instant> first(UUID subsidiaryId, Collection<Instant> madeAt) {
        return madeAt.stream()
                .min(Comparator.naturalOrder())
                .flatMap(oldest -> erasures.apply(subsidiaryId).stream()
                        .filter(erased -> !erased.isBefore(oldest))
                        .min(Comparator.naturalOrder()));
    }
}
