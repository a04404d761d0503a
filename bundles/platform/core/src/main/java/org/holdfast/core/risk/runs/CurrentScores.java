package org.holdfast.core.risk.runs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.RiskScore;

/**
 * The scores that are current, in memory only, to search, sort and page. Scores older than two months are not current.
 * Safe for use from many threads.
 */
public final class CurrentScores {
    /** How many days back a score is current. */
    public static final int DAYS = 62;

    private static final int CHANGE_DAYS = 30;

    private final Map<UUID, Current> byPerson = new ConcurrentHashMap<>();
    private final BiConsumer<LocalDate, Consumer<RiskScore>> stored;
    private final Clock clock;
    private volatile boolean loaded;

    /**
     * Creates the index; it is filled from the stored scores when it is first asked.
     *
     * @param stored hands over the stored scores since a day, oldest first
     * @param clock the time
     */
    public CurrentScores(BiConsumer<LocalDate, Consumer<RiskScore>> stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    /**
     * Takes in scores, oldest first.
     *
     * @param scores the scores
     */
    public synchronized void add(Collection<RiskScore> scores) {
        load();
        scores.forEach(this::take);
    }

    /** Drops all scores from memory; they are read again at the next question. */
    public synchronized void drop() {
        loaded = false;
        byPerson.clear();
    }

    private void take(RiskScore full) {
        RiskScore score = full.withoutFeatures();
        byPerson.merge(
                score.personId(),
                new Current(score, List.of(Point.of(score))),
                (old, fresh) -> old.followedBy(fresh.score()));
    }

    private void load() {
        if (!loaded) {
            synchronized (this) {
                if (!loaded) {
                    byPerson.clear();
                    stored.accept(LocalDate.now(clock).minusDays(DAYS), this::take);
                    loaded = true;
                }
            }
        }
    }

    /**
     * Forgets people who are no longer scored, such as those who have left.
     *
     * @param subsidiaryId the subsidiary
     * @param scored who has been scored by the latest run
     */
    public void keepOnly(UUID subsidiaryId, Collection<UUID> scored) {
        byPerson.values()
                .removeIf(current -> current.score().subsidiaryId().equals(subsidiaryId)
                        && !scored.contains(current.score().personId()));
    }

    /**
     * Forgets people who are no longer scored.
     *
     * @param persons whom
     */
    public void forget(Collection<UUID> persons) {
        byPerson.keySet().removeAll(persons);
    }

    /**
     * Finds a person's score.
     *
     * @param personId the person
     * @return the current score, or empty
     */
    public Optional<Current> of(UUID personId) {
        load();
        return Optional.ofNullable(byPerson.get(personId));
    }

    /**
     * Returns all current scores.
     *
     * @return a copy, in no particular order
     */
    public List<Current> all() {
        load();
        return List.copyOf(byPerson.values());
    }

    Band band(UUID personId) {
        return of(personId).map(current -> current.score().band()).orElse(Band.UNKNOWN);
    }

    /**
     * A person's current score with what it was before.
     *
     * @param score the score, without its feature vector
     * @param points scores by day, oldest first, the current one last
     */
    public record Current(RiskScore score, List<Point> points) {

        /** Copies the points. */
        public Current {
            points = List.copyOf(points);
        }

        /**
         * Returns the change against the score of thirty days before.
         *
         * @return points, NaN where there is no score that old or either is unknown
         */
        public double change30() {
            LocalDate then = score.asOf().minusDays(CHANGE_DAYS);
            double before = Double.NaN;
            for (Point point : points) {
                if (!point.asOf().isAfter(then)) {
                    before = point.score();
                }
            }
            return Math.round(10 * (score.score() - before)) / 10.0 + (Double.isNaN(before) ? Double.NaN : 0);
        }

        Current followedBy(RiskScore next) {
            if (next.asOf().isBefore(score.asOf())) {
                return this;
            }
            List<Point> all = new ArrayList<>(points);
            all.removeIf(point -> point.asOf().equals(next.asOf())
                    || point.asOf().isBefore(next.asOf().minusDays(DAYS)));
            all.add(Point.of(next));
            return new Current(next, all);
        }
    }

    /**
     * A score on a day.
     *
     * @param asOf the day
     * @param score 0 to 10, NaN where unknown
     * @param band the band
     */
    public record Point(LocalDate asOf, double score, Band band) {
        static Point of(RiskScore score) {
            return new Point(score.asOf(), score.score(), score.band());
        }
    }
}
