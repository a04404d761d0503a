package org.holdfast.core.retention.teams;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.risk.runs.CurrentScores;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.store.ScoreTable;
import org.jspecify.annotations.Nullable;

/** How scores of people moved since a day. Safe for use from many threads. */
final class TeamScores {
    /** So many days back scores are held in memory. */
    static final int NEAR_DAYS = 60;

    private final CurrentScores current;
    private final ScoreTable table;
    private final Lawful lawful;

    TeamScores(CurrentScores current, ScoreTable table, Lawful lawful) {
        this.current = current;
        this.table = table;
        this.lawful = lawful;
    }

    /** Says which stored scores of a person may be shown today. */
    @FunctionalInterface
    interface Lawful {
        Predicate<RiskScore> shown(UUID subsidiaryId, UUID personId);
    }

    /**
     * A score on a day.
     *
     * @param score 0 to 10, NaN where unknown
     * @param band its band
     */
    record Mark(double score, Band band) {}

    /**
     * How somebody's score moved.
     *
     * @param personId the person
     * @param then the score on the day, null where there is none
     * @param now the current score, null where there is none
     */
    record Move(
            UUID personId, @Nullable Mark then, @Nullable Mark now) {

        boolean known() {
            return then != null && now != null && then.band() != Band.UNKNOWN && now.band() != Band.UNKNOWN;
        }

        boolean rose() {
            return known() && now != null && then != null && now.band().compareTo(then.band()) > 0;
        }

        double points() {
            return now == null || then == null ? Double.NaN : now.score() - then.score();
        }
    }

    /** Returns how somebody's score moved, from memory alone: where the day is longer ago, it is not known. */
    Move near(PersonCard card, LocalDate since) {
        Optional<CurrentScores.Current> held = current.of(card.id());
        Mark then = held.stream()
                .flatMap(found -> found.points().stream())
                .filter(point -> !point.asOf().isAfter(since))
                .reduce((first, second) -> second)
                .map(point -> new Mark(point.score(), point.band()))
                .orElse(null);
        Mark now = held.map(CurrentScores.Current::score).map(TeamScores::mark).orElse(null);
        return new Move(card.id(), then, now);
    }

    /** Returns the same, looking into the stored scores where the day is longer ago. */
    Move exact(PersonCard card, LocalDate since) {
        Move near = near(card, since);
        if (near.then() != null) {
            return near;
        }
        List<RiskScore> stored = table.ofPerson(card.id());
        Mark then = stored.stream()
                .filter(lawful.shown(card.subsidiaryId(), card.id()))
                .filter(score -> !score.asOf().isAfter(since))
                .max(Comparator.comparing(RiskScore::asOf).thenComparing(RiskScore::computedAt))
                .map(TeamScores::mark)
                .orElse(null);
        return new Move(card.id(), then, near.now());
    }

    private static Mark mark(RiskScore score) {
        return new Mark(score.score(), score.band());
    }
}
