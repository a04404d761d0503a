package org.holdfast.core.offboarding.events;

import static org.holdfast.core.offboarding.Statements.instant;
import static org.holdfast.core.offboarding.Statements.moment;
import static org.holdfast.core.offboarding.Statements.query;
import static org.holdfast.core.offboarding.Statements.update;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.offboarding.cases.CaseChange;
import org.holdfast.core.offboarding.events.Delivery.Course;
import org.holdfast.core.offboarding.events.Delivery.State;
import org.holdfast.core.platform.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Where events stand on their way to targets. Whoever tries one claims the attempt first, so that two servers never send the same at
 * once; what became of it is written only by who claimed it. Who dies between the two leaves an attempt that comes again when its lease
 * is over. Safe for use from many threads and servers.
 */
final class DeliveryTable {
    /** Longer than a call with the look-up of its address may take. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private static final int AT_ONCE = 50;
    /** As many as a page of the console shows. */
    private static final int SHOWN = 200;

    private static final String COLUMNS = "d.id, d.target_id, d.state, d.attempts, d.tries, d.since, d.next_at,"
            + " d.tried_at, d.error, e.id, e.subsidiary_id, e.person_id, e.case_id, e.number, e.kind, e.at, e.content";
    private static final String ALL = "select " + COLUMNS
            + " from offboarding_event_delivery d join offboarding_event e on e.id = d.event_id where ";
    /** What happened to a person before is told before. */
    private static final String FIRST = " and not exists (select 1 from offboarding_event_delivery b where"
            + " b.target_id = d.target_id and b.person_id = d.person_id and b.number < d.number"
            + " and b.state in ('WAITING', 'PARKED'))";

    private static final String AGAIN = "update offboarding_event_delivery set state = 'WAITING', tries = 0, since = ?,"
            + " next_at = ?, error = null, ended_at = null, attempts = attempts + 1 where target_id = ? and state <> 'WAITING'";

    private final Database database;
    private final EventTable events;

    DeliveryTable(Database database, EventTable events) {
        this.database = database;
        this.events = events;
    }

    /**
     * How many of a target's events are where.
     *
     * @param waiting how many wait
     * @param parked how many were given up
     * @param oldestWaiting since when the oldest of those that wait does, null for none
     */
    record Figures(int waiting, int parked, @Nullable Instant oldestWaiting) {
        static final Figures NONE = new Figures(0, 0, null);
    }

    /** Returns what can be sent to a target now: of each person the first that is not taken yet; what waits longest first. */
    List<Delivery> due(UUID targetId, Instant now) {
        return select(
                "d.target_id = ? and d.state = 'WAITING' and d.next_at <= ?" + FIRST
                        + " order by d.next_at, e.at, d.number, d.id limit " + AT_ONCE,
                targetId,
                now);
    }

    /** Claims the next attempt; empty where somebody else has. */
    Optional<Delivery> claim(Delivery one, Instant now) {
        int changed = database.call(connection -> update(
                connection,
                "update offboarding_event_delivery set attempts = attempts + 1, next_at = ?, tried_at = ?"
                        + " where id = ? and attempts = ? and state = 'WAITING'",
                now.plus(LEASE),
                now,
                one.id(),
                one.course().attempts()));
        return changed == 1 ? select("d.id = ?", one.id()).stream().findFirst() : Optional.empty();
    }

    /** Notes that a claimed attempt was taken; false where its lease was over and another came. */
    boolean taken(Delivery claimed, Instant now) {
        return end(claimed, State.DELIVERED, null, now);
    }

    /** Gives an event up for now. */
    boolean park(Delivery claimed, String error, Instant now) {
        return end(claimed, State.PARKED, error, now);
    }

    private boolean end(Delivery claimed, State state, @Nullable String error, Instant now) {
        return database.call(connection -> update(
                        connection,
                        "update offboarding_event_delivery set state = ?, error = ?, ended_at = ?"
                                + " where id = ? and attempts = ? and state = 'WAITING'",
                        state.name(),
                        error,
                        now,
                        claimed.id(),
                        claimed.course().attempts())
                == 1);
    }

    /** Has a claimed attempt that failed come again. */
    void failed(Delivery claimed, String error, Instant nextAt) {
        database.run(connection -> update(
                connection,
                "update offboarding_event_delivery set tries = tries + 1, error = ?, next_at = ?"
                        + " where id = ? and attempts = ? and state = 'WAITING'",
                error,
                nextAt,
                claimed.id(),
                claimed.course().attempts()));
    }

    /** Has an event sent again, taken or not, from now on; false where it is another target's, or waits already. */
    boolean again(UUID targetId, UUID id, Instant now) {
        return database.call(connection -> update(connection, AGAIN + " and id = ?", now, now, targetId, id) == 1);
    }

    /** Has everything sent again that was given up. */
    int parkedAgain(UUID targetId, Instant now) {
        return database.call(connection -> update(connection, AGAIN + " and state = 'PARKED'", now, now, targetId));
    }

    /** Has everything sent again that happened between two moments. */
    int againBetween(UUID targetId, Instant from, Instant to, Instant now) {
        return database.call(connection -> update(
                connection,
                AGAIN + " and event_id in (select id from offboarding_event where at >= ? and at < ?)",
                now,
                now,
                targetId,
                from,
                to));
    }

    /** Has what waits for a target tried as soon as may be. */
    void hurry(UUID targetId, Instant now) {
        database.run(connection -> update(
                connection,
                "update offboarding_event_delivery set next_at = ?, attempts = attempts + 1"
                        + " where target_id = ? and state = 'WAITING' and next_at > ? and tries > 0",
                now,
                targetId,
                now));
    }

    /** Forgets what was taken, what was given up, and what waited for a target that is switched off, long ago. */
    void forget(Instant takenBefore, Instant parkedBefore) {
        database.run(connection -> {
            String old = "delete from offboarding_event_delivery where state = ? and ended_at < ?";
            update(connection, old, State.DELIVERED.name(), takenBefore);
            update(connection, old, State.PARKED.name(), parkedBefore);
            update(
                    connection,
                    "delete from offboarding_event_delivery where state = 'WAITING' and since < ?"
                            + " and target_id in (select id from event_target where active = ?)",
                    parkedBefore,
                    false);
        });
    }

    /** Returns a target's events of a state, the latest first; only as many as are shown. */
    List<Delivery> shown(UUID targetId, State state) {
        return select(
                "d.target_id = ? and d.state = ? order by e.at desc, d.number desc limit " + SHOWN,
                targetId,
                state.name());
    }

    /** Returns what is kept to be told, or was told, of a person. */
    List<Delivery> of(UUID personId) {
        return select("d.person_id = ? order by d.number, d.target_id", personId);
    }

    /** Counts what waits for targets. */
    Map<UUID, Figures> figures() {
        String sql = "select target_id, sum(case when state = 'WAITING' then 1 else 0 end),"
                + " sum(case when state = 'PARKED' then 1 else 0 end), min(case when state = 'WAITING' then since end)"
                + " from offboarding_event_delivery where state in ('WAITING', 'PARKED') group by target_id";
        Map<UUID, Figures> found = new HashMap<>();
        database.run(connection -> query(
                connection,
                sql,
                row -> found.put(
                        row.getObject(1, UUID.class), new Figures(row.getInt(2), row.getInt(3), instant(row, 4)))));
        return found;
    }

    private List<Delivery> select(String where, Object... values) {
        return database.call(connection -> query(connection, ALL + where, this::read, values)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Reads a row; nothing of somebody who is being erased at this moment. */
    private Optional<Delivery> read(ResultSet row) throws SQLException {
        Course course = new Course(
                State.valueOf(row.getString(3)),
                row.getInt(4),
                row.getInt(5),
                moment(row, 6),
                moment(row, 7),
                instant(row, 8),
                row.getString(9));
        CaseEvent.About about = new CaseEvent.About(
                row.getObject(11, UUID.class), row.getObject(12, UUID.class), row.getObject(13, UUID.class));
        UUID event = row.getObject(10, UUID.class);
        UUID id = row.getObject(1, UUID.class);
        UUID target = row.getObject(2, UUID.class);
        CaseChange.Kind kind = CaseChange.Kind.ofCode(row.getString(15)).orElseThrow();
        long number = row.getLong(14);
        Instant at = moment(row, 16);
        return events.open(about, event, row.getBytes(17))
                .map(content ->
                        new Delivery(id, target, new CaseEvent(event, about, number, kind, at, content), course));
    }
}
