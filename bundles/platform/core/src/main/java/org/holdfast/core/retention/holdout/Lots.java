package org.holdfast.core.retention.holdout;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.holdfast.core.retention.HeldOut;
import org.holdfast.core.retention.holdout.Draw.Lot;
import org.holdfast.core.risk.scoring.Band;

/**
 * Draws who is held out, once for each person and hold-out, and keeps to it until the horizon of that day has passed. Whoever was
 * held out once is told without a lot from then on, so that it meets nobody twice. Safe for use from many threads.
 */
final class Lots implements HeldOut {
    private static final int HUNDRED = 100;

    private final HoldoutTable holdouts;
    private final DrawTable draws;
    private final HoldoutDays days;
    private final RandomGenerator random;
    private final AtomicBoolean stopped = new AtomicBoolean();

    /**
     * Takes where lots are kept.
     *
     * @param random unpredictable, so that nobody can tell who will be drawn
     */
    Lots(HoldoutTable holdouts, DrawTable draws, HoldoutDays days, RandomGenerator random) {
        this.holdouts = holdouts;
        this.draws = draws;
        this.days = days;
        this.random = random;
    }

    @Override
    public Predicate<Risen> now() {
        // A day before the earliest of any time zone: each lot is looked at by its own day.
        LocalDate earliest = LocalDate.ofInstant(days.now(), ZoneOffset.UTC).minusDays(1);
        Map<UUID, Draw> latest = new HashMap<>();
        draws.reaching(earliest).forEach(draw -> latest.put(draw.personId(), draw));
        Map<UUID, Optional<Holdout>> known = new HashMap<>();
        return risen -> {
            Draw draw = latest.get(risen.personId());
            return draw != null
                    && known.computeIfAbsent(draw.holdoutId(), holdouts::find)
                            .filter(holdout -> holds(draw, holdout, risen.band()))
                            .isPresent();
        };
    }

    @Override
    public synchronized boolean tells(Risen risen) {
        List<Holdout> known = holdouts.of(risen.subsidiaryId());
        if (known.isEmpty()) {
            return true;
        }
        Optional<Draw> last = draws.ofPerson(risen.personId()).stream().findFirst();
        LocalDate today = days.today(risen.subsidiaryId());
        if (last.isPresent() && last.get().holdsOn(today)) {
            return release(last.get(), known, risen.band());
        }
        return known.stream()
                .filter(holdout -> holdout.state(today) == HoldoutState.RUNNING)
                .filter(holdout -> last.isEmpty() || free(last.get(), holdout, today))
                .filter(holdout -> !exempt(risen, holdout))
                .findFirst()
                .map(holdout -> draw(risen, holdout, today))
                .orElse(true);
    }

    @Override
    public boolean stopped() {
        return stopped.getAndSet(false);
    }

    /** Lets the next sweep look for those who are told now. */
    void hurry() {
        stopped.set(true);
    }

    private boolean draw(Risen risen, Holdout holdout, LocalDate today) {
        Lot lot = random.nextInt(HUNDRED) < holdout.rules().share() ? Lot.HELD : Lot.TOLD;
        draws.add(new Draw(
                UUID.randomUUID(),
                holdout.id(),
                risen.subsidiaryId(),
                risen.personId(),
                today,
                days.until(risen.subsidiaryId()),
                lot));
        return lot == Lot.TOLD;
    }

    /** Tells somebody who is held out no longer, and notes it; returns whether they are told. */
    private boolean release(Draw last, List<Holdout> known, Band band) {
        boolean held = known.stream()
                .filter(holdout -> holdout.id().equals(last.holdoutId()))
                .anyMatch(holdout -> holds(last, holdout, band));
        if (!held) {
            draws.told(last.toldNow());
        }
        return !held;
    }

    private boolean holds(Draw draw, Holdout holdout, Band band) {
        return draw.holdsOn(days.today(draw.subsidiaryId()))
                && !holdout.stopped()
                && !(band == Band.HIGH && holdout.rules().highestExempt());
    }

    /** Says whether a lot may be drawn about somebody of whom one was drawn before. */
    private static boolean free(Draw last, Holdout holdout, LocalDate today) {
        return !last.heldOut() && !last.holdoutId().equals(holdout.id()) && today.isAfter(last.until());
    }

    private boolean exempt(Risen risen, Holdout holdout) {
        return (risen.band() == Band.HIGH && holdout.rules().highestExempt())
                || (holdout.rules().keyPostsExempt() && days.keyPost(risen.personId()));
    }
}
