package org.holdfast.core.risk.runs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.RiskScore;

/**
 * The scores that are current, in memory only, to search, sort and page: of each subsidiary those of the run with the
 * latest day, and what was scored for a day since then. What is in memory is the same before and after a restart. Safe for
 * use from many threads.
 */
public final class CurrentScores {
    /** How many days before the current score its history reaches back. */
    public static final int DAYS = 62;

    private static final int CHANGE_DAYS = 30;

    private final Map<UUID, Current> byPerson = new ConcurrentHashMap<>();
    private final Map<UUID, LocalDate> runDays = new ConcurrentHashMap<>();
    private final Stored stored;
    private final AtomicLong version = new AtomicLong();
    private volatile boolean loaded;

    /**
     * Creates the index; it is filled from the stored scores when it is first asked.
     *
     * @param stored hands over the stored scores
     */
    public CurrentScores(Stored stored) {
        this.stored = stored;
    }

    /** Scores that outlive the server. */
    public interface Stored {
        /** A day before all scores. */
        LocalDate NO_RUN = LocalDate.of(1970, 1, 1);

        /**
         * Returns the subsidiaries whose people may have scores.
         *
         * @return each with the latest day a run that came to its end scored it for, {@link #NO_RUN} where none has
         */
        Map<UUID, LocalDate> runDays();

        /**
         * Hands over scores.
         *
         * @param subsidiaryId whose
         * @param day first day they are for
         * @param action takes them, oldest first
         */
        void since(UUID subsidiaryId, LocalDate day, Consumer<RiskScore> action);
    }

    /**
     * Takes in a score.
     *
     * @param score the score
     * @return whether it is the person's current score now; one for a day before that of the score that is there belongs
     *     to its history, and one of somebody whom the latest run left out is not current either
     */
    public synchronized boolean add(RiskScore score) {
        load();
        boolean late = score.asOf().isBefore(runDays.getOrDefault(score.subsidiaryId(), Stored.NO_RUN));
        if (late && !byPerson.containsKey(score.personId())) {
            return false;
        }
        take(score);
        return of(score.personId())
                .filter(current -> current.score().id().equals(score.id()))
                .isPresent();
    }

    /** Drops all scores from memory; they are read again at the next question. */
    public synchronized void drop() {
        loaded = false;
        byPerson.clear();
        runDays.clear();
        version.incrementAndGet();
    }

    /**
     * Returns a number that grows with each change, for who keeps what was counted from the scores.
     *
     * @return how often something has changed
     */
    public long version() {
        load();
        return version.get();
    }

    private void take(RiskScore score) {
        byPerson.merge(
                score.personId(), new Current(score, List.of(Point.of(score))), (old, fresh) -> old.and(fresh.score()));
        version.incrementAndGet();
    }

    private void load() {
        if (!loaded) {
            synchronized (this) {
                if (!loaded) {
                    byPerson.clear();
                    runDays.clear();
                    stored.runDays().forEach(this::load);
                    loaded = true;
                }
            }
        }
    }

    private void load(UUID subsidiaryId, LocalDate runDay) {
        runDays.put(subsidiaryId, runDay);
        stored.since(subsidiaryId, runDay.minusDays(DAYS), this::take);
        byPerson.values()
                .removeIf(current -> current.score().subsidiaryId().equals(subsidiaryId)
                        && current.score().asOf().isBefore(runDay));
    }

    /**
     * Forgets people whom a run over a whole subsidiary did not score, such as those who have left.
     *
     * @param subsidiaryId the subsidiary
     * @param asOf the day the run was for; nothing changes where another run was for a later one
     * @param scored who has been scored
     */
    public synchronized void ran(UUID subsidiaryId, LocalDate asOf, Collection<UUID> scored) {
        load();
        if (asOf.isBefore(runDays.getOrDefault(subsidiaryId, Stored.NO_RUN))) {
            return;
        }
        runDays.put(subsidiaryId, asOf);
        byPerson.values()
                .removeIf(current -> current.score().subsidiaryId().equals(subsidiaryId)
                        && !scored.contains(current.score().personId())
                        && !current.score().asOf().isAfter(asOf));
        version.incrementAndGet();
    }

    /**
     * Forgets people who are no longer scored.
     *
     * @param persons whom
     */
    public void forget(Collection<UUID> persons) {
        byPerson.keySet().removeAll(persons);
        version.incrementAndGet();
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

    /** Returns the band somebody was in on a day, unknown where that is longer ago than the history reaches. */
    Band band(UUID personId, LocalDate day) {
        return of(personId).map(current -> current.band(day)).orElse(Band.UNKNOWN);
    }

    /**
     * A person's current score with what it was before.
     *
     * @param score the score
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

        /**
         * Returns what the score and those before it rest on.
         *
         * @return data categories
         */
        public Set<DataCategory> restsOn() {
            Set<DataCategory> all = EnumSet.noneOf(DataCategory.class);
            points.forEach(point -> all.addAll(point.restsOn()));
            return all;
        }

        /** Takes in another score: the later one is current, the other belongs to its history. */
        Current and(RiskScore other) {
            RiskScore latest = other.asOf().isBefore(score.asOf()) ? score : other;
            LocalDate first = latest.asOf().minusDays(DAYS);
            List<Point> all = new ArrayList<>(points);
            all.removeIf(point -> point.asOf().equals(other.asOf()));
            all.add(Point.of(other));
            all.removeIf(point -> point.asOf().isBefore(first));
            all.sort(Comparator.comparing(Point::asOf));
            return new Current(latest, all);
        }

        private Band band(LocalDate day) {
            Band band = Band.UNKNOWN;
            for (Point point : points) {
                band = point.asOf().isAfter(day) ? band : point.band();
            }
            return band;
        }
    }

    /**
     * A score on a day.
     *
     * @param asOf the day
     * @param score 0 to 10, NaN where unknown
     * @param band the band
     * @param restsOn data categories it rests on
     */
    public record Point(LocalDate asOf, double score, Band band, Set<DataCategory> restsOn) {
        /** There are few different sets, and every score of two months in memory has one. */
        private static final Map<Set<DataCategory>, Set<DataCategory>> SETS = new ConcurrentHashMap<>();

        static Point of(RiskScore score) {
            Set<DataCategory> restsOn = score.use().restsOn();
            return new Point(score.asOf(), score.score(), score.band(), SETS.computeIfAbsent(restsOn, same -> restsOn));
        }
    }
}
