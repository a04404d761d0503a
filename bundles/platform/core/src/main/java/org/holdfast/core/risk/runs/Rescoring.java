package org.holdfast.core.risk.runs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.holdfast.core.platform.jobs.Attempt;
import org.holdfast.core.risk.runs.RunTable.Cause;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.signals.Arrivals;
import org.holdfast.core.signals.Arrivals.Waiting;
import org.holdfast.core.signals.SignalsArrived;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores people as soon as something new is known about them, and a whole subsidiary where that is much. What comes while
 * a subsidiary is being scored is taken together next. What fails or is cut off waits for the next arrival, the next
 * opening of the key ring or the next run. Safe for use from many threads.
 */
public final class Rescoring {
    private static final Logger LOG = LoggerFactory.getLogger(Rescoring.class);

    private final Arrivals arrivals;
    private final RiskRuns runs;
    private final RunTable table;
    private final Scoring scoring;
    private final RiskSource source;
    private final LawfulScores lawful;
    private final Clock clock;
    private final Map<UUID, Set<UUID>> hidden = new ConcurrentHashMap<>();
    private final Set<UUID> queued = ConcurrentHashMap.newKeySet();

    /**
     * Creates it.
     *
     * @param arrivals knows about whom something is new
     * @param runs scores whole subsidiaries
     * @param work what is shared with the runs
     * @param clock the time
     */
    public Rescoring(Arrivals arrivals, RiskRuns runs, Work work, Clock clock) {
        this.arrivals = arrivals;
        this.runs = runs;
        this.table = work.table();
        this.scoring = work.scoring();
        this.source = work.source();
        this.lawful = work.lawful();
        this.clock = clock;
    }

    /**
     * What is shared with the runs.
     *
     * @param table the runs
     * @param scoring scores
     * @param source firms
     * @param lawful takes back what may no longer be shown
     */
    public record Work(RunTable table, Scoring scoring, RiskSource source, LawfulScores lawful) {}

    /**
     * Scores those who wait in a subsidiary, soon.
     *
     * @param arrived what has happened. A file into a subsidiary that no run has scored yet scores nobody: files come in
     *     a row then, and the first run is somebody's decision or the night's.
     * @param executor who does it
     */
    public void soon(SignalsArrived arrived, Executor executor) {
        UUID subsidiaryId = arrived.subsidiaryId();
        if (arrived.imported() && !table.everDone(subsidiaryId)) {
            return;
        }
        if (queued.add(subsidiaryId)) {
            executor.execute(() -> {
                queued.remove(subsidiaryId);
                Attempt.of(() -> now(subsidiaryId))
                        .ifPresent(failure -> LOG.warn(
                                "What is new in subsidiary {} waits to be scored ({})",
                                subsidiaryId,
                                Attempt.name(failure)));
            });
        }
    }

    /**
     * Scores those who wait anywhere, because a stop of the server or a closed key ring kept them from being scored.
     *
     * @param executor who does it
     */
    public void goOn(Executor executor) {
        arrivals.subsidiaries().forEach(id -> soon(new SignalsArrived(id, true), executor));
    }

    /**
     * Hides at once what may no longer be shown in a subsidiary; it is deleted when those who wait are scored.
     *
     * @param subsidiaryId the subsidiary
     */
    public void hide(UUID subsidiaryId) {
        Set<UUID> gone = lawful.hide(subsidiaryId);
        hidden.computeIfAbsent(subsidiaryId, id -> ConcurrentHashMap.newKeySet())
                .addAll(gone);
    }

    /** Scores those who wait in a subsidiary. */
    private void now(UUID subsidiaryId) {
        Waiting waiting = arrivals.waiting(subsidiaryId);
        Optional<LocalDate> today =
                source.firm(subsidiaryId).map(firm -> LocalDate.ofInstant(clock.instant(), firm.zone()));
        if (waiting.notes().isEmpty() || today.isEmpty()) {
            return;
        }
        // What arrived can be a withdrawal: what rested on it goes before anything takes its place.
        Set<UUID> gone = waiting.everybody() ? lawful.hide(subsidiaryId) : lawful.hide(subsidiaryId, waiting.persons());
        gone.addAll(Optional.ofNullable(hidden.remove(subsidiaryId)).orElse(Set.of()));
        // A consent can be withdrawn while an objection waits, when there is no current score to notice it by.
        gone.addAll(lawful.suspended(subsidiaryId));
        lawful.takeBack(subsidiaryId, gone);
        if (waiting.everybody()) {
            runs.execute(table.takeUp(subsidiaryId, Kind.SCORE, Cause.ARRIVALS, today.get()));
            yesterday(subsidiaryId, gone, today.get());
        } else {
            scoring.rescore(subsidiaryId, waiting.persons(), today.get());
            yesterday(subsidiaryId, gone, today.get());
            arrivals.settle(waiting);
        }
    }

    /** The superior's view is a day behind: without a score of then it would tell that something was taken back today. */
    private void yesterday(UUID subsidiaryId, Set<UUID> gone, LocalDate today) {
        scoring.rescore(subsidiaryId, gone, today.minusDays(1));
    }
}
