package org.holdfast.core.retention.holdout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells of the hold-outs of a subsidiary what figures are counted from. Safe for use from many threads. */
public final class Holdouts {
    private final HoldoutTable table;
    private final DrawTable draws;
    private final HoldoutDays days;

    Holdouts(HoldoutTable table, DrawTable draws, HoldoutDays days) {
        this.table = table;
        this.draws = draws;
        this.days = days;
    }

    /**
     * A hold-out that began.
     *
     * @param from the day it began
     * @param to the last day on which lots were or are drawn
     * @param share of a hundred people, how many are held out on average
     * @param state how far it has come
     * @param draws its lots about people who are on file, the oldest first
     */
    public record Begun(LocalDate from, LocalDate to, int share, HoldoutState state, List<Draw> draws) {

        /** Copies the lots. */
        public Begun {
            draws = List.copyOf(draws);
        }
    }

    /**
     * Returns the hold-outs of a subsidiary that began, whether they are over or not.
     *
     * @param subsidiaryId the subsidiary
     * @return the newest first
     */
    public List<Begun> of(UUID subsidiaryId) {
        Map<UUID, List<Draw>> byHoldout =
                draws.ofSubsidiary(subsidiaryId).stream().collect(Collectors.groupingBy(Draw::holdoutId));
        List<Begun> begun = new ArrayList<>();
        for (Holdout holdout : table.of(subsidiaryId)) {
            Instant at = holdout.signatures().secondAt();
            if (at != null) {
                begun.add(new Begun(
                        days.day(subsidiaryId, at),
                        lastDay(holdout),
                        holdout.rules().share(),
                        holdout.state(days.today(subsidiaryId)),
                        byHoldout.getOrDefault(holdout.id(), List.of())));
            }
        }
        return begun;
    }

    /**
     * Returns what differs once a hold-out of a subsidiary began or was stopped, or a lot was drawn or erased.
     *
     * @param subsidiaryId the subsidiary
     * @return to be compared with an earlier one
     */
    public Object standing(UUID subsidiaryId) {
        return List.of(
                draws.standing(subsidiaryId),
                table.of(subsidiaryId).stream().map(Holdout::signatures).toList());
    }

    private LocalDate lastDay(Holdout holdout) {
        Instant stopped = holdout.signatures().stoppedAt();
        LocalDate last = holdout.rules().lastDay();
        if (stopped == null) {
            return last;
        }
        LocalDate day = days.day(holdout.subsidiaryId(), stopped);
        return day.isBefore(last) ? day : last;
    }
}
