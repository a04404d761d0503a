package org.holdfast.core.retention.programmes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.retention.programmes.CohortEffect.Counts;
import org.holdfast.core.retention.programmes.EffectView.PointsView;
import org.jspecify.annotations.Nullable;

/**
 * Tells what became of a cohort, as far as it may be told and means something: nothing about fewer people than reports tell of, and no
 * difference below the minimum of the study of actions. Safe for use from many threads.
 */
final class ProgrammeEffects {
    /** Within how many months exits are counted. */
    static final List<Integer> MONTHS = List.of(3, 6, 12);

    private final CohortEffect effect;
    private final KeptEffects kept;
    private final Programmes.Firm firm;

    ProgrammeEffects(CohortEffect effect, KeptEffects kept, Programmes.Firm firm) {
        this.effect = effect;
        this.kept = kept;
        this.firm = firm;
    }

    /**
     * Shows an effect.
     *
     * @param of the programme
     * @param months within how many months an exit counts: 3, 6 or 12; null for 6
     * @return the effect
     */
    EffectView show(Programme of, @Nullable Integer months) {
        int asked = months == null ? 6 : months;
        if (!MONTHS.contains(asked)) {
            throw RestException.invalid("months", "unknown");
        }
        if (!of.begun()) {
            return empty(of, asked, "notStarted", null);
        }
        LocalDate knownOn = CohortEffect.knownOn(of, asked);
        return counted(of, asked)
                .map(counts -> view(of, asked, counts))
                .orElseGet(() -> empty(of, asked, "notYet", knownOn));
    }

    /** Counts what is over, and keeps it. */
    Optional<Counts> counted(Programme of, int months) {
        Optional<Counts> known = kept.of(of, months);
        boolean over = !firm.today(of.subsidiaryId()).isBefore(CohortEffect.knownOn(of, months));
        if (known.isPresent() || !over) {
            return known;
        }
        Counts counts = effect.count(of, months);
        kept.keep(of, months, counts);
        return Optional.of(counts);
    }

    private static EffectView view(Programme of, int months, Counts counts) {
        Comparison comparison = new Comparison(counts);
        return new EffectView(
                of.subsidiaryId(),
                months,
                comparison.state(),
                of.course().startedOn(),
                CohortEffect.knownOn(of, months),
                comparison.share(counts.before()),
                comparison.share(counts.after()),
                comparison.otherShare(counts.otherBefore()),
                comparison.otherShare(counts.otherAfter()),
                comparison.change().map(PointsView::of).orElse(null),
                comparison.otherChange().map(PointsView::of).orElse(null),
                comparison.difference().map(PointsView::of).orElse(null));
    }

    private static EffectView empty(Programme of, int months, String state, @Nullable LocalDate knownOn) {
        return new EffectView(
                of.subsidiaryId(),
                months,
                state,
                of.course().startedOn(),
                knownOn,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
