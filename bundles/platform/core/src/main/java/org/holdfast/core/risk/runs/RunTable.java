package org.holdfast.core.risk.runs;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.jspecify.annotations.Nullable;

/** The runs with their state. Nothing in it is personal. Safe for use from many threads. */
public final class RunTable {
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final String READ = "select id, subsidiary_id, kind, as_of, state, outcome, people, progress,"
            + " started_at, ended_at, cause from risk_run where ";

    private final Database database;
    private final Clock clock;

    /**
     * Creates the table.
     *
     * @param database the database
     * @param clock the time
     */
    public RunTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Notes that a run is wanted.
     *
     * @param subsidiaryId the subsidiary
     * @param kind what it does
     * @param cause why it is wanted
     * @param asOf as of which day
     * @return the run
     */
    public Run create(UUID subsidiaryId, Kind kind, Cause cause, LocalDate asOf) {
        Run run =
                new Run(UUID.randomUUID(), subsidiaryId, kind, cause, asOf, "queued", "", 0, 0, clock.instant(), null);
        database.run(connection -> {
            String sql = "insert into risk_run (id, subsidiary_id, kind, as_of, state, outcome, people, progress,"
                    + " started_at, cause) values (?, ?, ?, ?, 'queued', '', 0, 0, ?, ?)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, run.id());
                statement.setObject(2, subsidiaryId);
                statement.setString(3, kind.code());
                statement.setObject(4, asOf);
                statement.setObject(5, OffsetDateTime.ofInstant(run.startedAt(), ZoneOffset.UTC));
                statement.setString(6, cause.code());
                statement.executeUpdate();
            }
        });
        return run;
    }

    /**
     * Notes how far a run is.
     *
     * @param id the run
     * @param share 0 to 1
     */
    public void running(UUID id, double share) {
        update("update risk_run set state = 'running', progress = ? where id = ?", share, id);
    }

    /**
     * Notes that a run has ended.
     *
     * @param id the run
     * @param state {@code done} or {@code failed}
     * @param outcome what came of it, a stable word
     * @param people how many people were scored
     */
    public void ended(UUID id, String state, String outcome, int people) {
        update(
                "update risk_run set state = ?, outcome = ?, people = ?, progress = 1, ended_at = ? where id = ?",
                state,
                outcome,
                people,
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                id);
    }

    /**
     * Returns runs.
     *
     * @return newest first, at most 200
     */
    public List<Run> latest() {
        return query("1 = ? order by started_at desc", 1);
    }

    /**
     * Returns runs that have not ended.
     *
     * @param cause why they are wanted
     * @return in the order in which they were wanted
     */
    public List<Run> unfinished(Cause cause) {
        return query("ended_at is null and cause = ? order by started_at", cause.code());
    }

    /**
     * Says whether a subsidiary is being scored. A run that began longer ago than any takes is not waited for.
     *
     * @param subsidiaryId the subsidiary
     * @return whether a run of the last twelve hours has not ended
     */
    public boolean underWay(UUID subsidiaryId) {
        Instant longAgo = clock.instant().minus(LONGEST);
        return query("ended_at is null and subsidiary_id = ? order by started_at", subsidiaryId).stream()
                .anyMatch(run -> run.startedAt().isAfter(longAgo));
    }

    /**
     * Returns the run that was cut off for a cause, so that it goes on under its own name, or notes a new one.
     *
     * @param subsidiaryId the subsidiary
     * @param kind what it does
     * @param cause why it is wanted
     * @param asOf as of which day; a run that was cut off on another day is not taken up, and ends as failed
     * @return a run that scores everybody
     */
    public Run takeUp(UUID subsidiaryId, Kind kind, Cause cause, LocalDate asOf) {
        Run taken = null;
        for (Run run : unfinished(cause)) {
            if (!run.subsidiaryId().equals(subsidiaryId)) {
                continue;
            }
            if (taken == null && run.asOf().equals(asOf)) {
                taken = run;
            } else {
                ended(run.id(), "failed", "cutOff", 0);
            }
        }
        return taken == null ? create(subsidiaryId, kind, cause, asOf) : taken;
    }

    /**
     * Finds a run.
     *
     * @param id the run
     * @return the run, or empty
     */
    public Optional<Run> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    /**
     * Returns whether a run has ever scored a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return whether one has come to its end
     */
    public boolean everDone(UUID subsidiaryId) {
        return !query("state = 'done' and subsidiary_id = ?", subsidiaryId).isEmpty();
    }

    /**
     * Returns whether a subsidiary has been scored by a nightly run as of a day.
     *
     * @param subsidiaryId the subsidiary
     * @param asOf the day
     * @return whether one has come to its end
     */
    public boolean doneAtNight(UUID subsidiaryId, LocalDate asOf) {
        return query("state = 'done' and cause = 'night' and subsidiary_id = ? order by started_at desc", subsidiaryId)
                .stream()
                .anyMatch(run -> run.asOf().equals(asOf));
    }

    /**
     * Returns for which day each subsidiary was scored as a whole.
     *
     * @return the latest day of a run that came to its end; without subsidiaries that have none
     */
    public Map<UUID, LocalDate> latestDays() {
        String sql = "select subsidiary_id, max(as_of) from risk_run where state = 'done' and kind <> ?"
                + " group by subsidiary_id";
        return database.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, Kind.BACKTEST.code());
                try (ResultSet row = statement.executeQuery()) {
                    Map<UUID, LocalDate> days = new HashMap<>();
                    while (row.next()) {
                        days.put(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class));
                    }
                    return days;
                }
            }
        });
    }

    private void update(String sql, Object... values) {
        database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.executeUpdate();
            }
        });
    }

    private List<Run> query(String where, Object key) {
        return database.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(READ + where)) {
                statement.setMaxRows(200);
                statement.setObject(1, key);
                try (ResultSet row = statement.executeQuery()) {
                    List<Run> runs = new ArrayList<>();
                    while (row.next()) {
                        runs.add(read(row));
                    }
                    return runs;
                }
            }
        });
    }

    private static Run read(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject(10, OffsetDateTime.class);
        return new Run(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Kind.of(row.getString(3)),
                Cause.ofCode(row.getString(11)),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getDouble(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    /** What a run does. */
    public enum Kind {
        /** Scores everybody. */
        SCORE("score"),
        /** Trains models, then scores everybody. */
        TRAIN("train"),
        /** Trains as of an earlier day and compares with what happened; scores nobody anew. */
        BACKTEST("backtest"),
        /** Measures what actions did; scores nobody anew. */
        EFFECT("effect");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /**
         * Returns the word used in the database and the API.
         *
         * @return the code
         */
        public String code() {
            return code;
        }

        static Kind of(String code) {
            for (Kind kind : values()) {
                if (kind.code.equals(code)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("There is no kind " + code + " of runs");
        }
    }

    /** Why a run is wanted. */
    public enum Cause {
        /** Somebody asked for it. */
        REQUEST("request"),
        /** It was night. */
        NIGHT("night"),
        /** Much became known at once. */
        ARRIVALS("arrivals");

        private final String code;

        Cause(String code) {
            this.code = code;
        }

        /**
         * Returns the word used in the database and the API.
         *
         * @return the code
         */
        public String code() {
            return code;
        }

        static Cause ofCode(String code) {
            return Arrays.stream(values())
                    .filter(cause -> cause.code.equals(code))
                    .findFirst()
                    .orElse(REQUEST);
        }
    }

    /**
     * A run.
     *
     * @param id its id
     * @param subsidiaryId the subsidiary
     * @param kind what it does
     * @param cause why it is wanted
     * @param asOf as of which day
     * @param state {@code queued}, {@code running}, {@code done} or {@code failed}
     * @param outcome what came of it, a stable word
     * @param people how many people were scored or, in a back-test, tested
     * @param progress 0 to 1
     * @param startedAt when it was wanted
     * @param endedAt when it ended, null while it runs
     */
    public record Run(
            UUID id,
            UUID subsidiaryId,
            Kind kind,
            Cause cause,
            LocalDate asOf,
            String state,
            String outcome,
            int people,
            double progress,
            Instant startedAt,
            @Nullable Instant endedAt) {}
}
