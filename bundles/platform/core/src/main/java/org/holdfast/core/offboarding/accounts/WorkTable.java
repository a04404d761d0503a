package org.holdfast.core.offboarding.accounts;

import static org.holdfast.core.offboarding.Statements.instant;
import static org.holdfast.core.offboarding.Statements.moment;
import static org.holdfast.core.offboarding.Statements.query;
import static org.holdfast.core.offboarding.Statements.update;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.offboarding.accounts.Work.Course;
import org.holdfast.core.offboarding.accounts.Work.Failing;
import org.holdfast.core.offboarding.accounts.Work.State;
import org.holdfast.core.offboarding.accounts.Work.Step;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;

/**
 * The outbox of closings. Whoever tries a row claims the attempt first, so that two servers never ask a system for the same at once;
 * what became of it is written only by who claimed it, and only where it was not called off meanwhile. Safe for use from many threads.
 */
final class WorkTable {
    /** Longer than the two calls of an attempt may take: who dies within leaves work that comes again then. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private static final int AT_ONCE = 50;
    private static final String COLUMNS =
            "w.id, w.offboarding_id, w.subsidiary_id, w.person_id, w.system_id, w.target_id,"
                    + " w.step, w.state, w.due_at, w.next_at, w.attempts, w.tries, w.error, w.tried_at, w.escalated_at";
    private static final String ALL = "select " + COLUMNS + " from offboarding_account_work w";

    private final Database database;

    WorkTable(Database database) {
        this.database = database;
    }

    /** Adds work, unless its closing has it. */
    void add(Work fresh) {
        database.run(connection -> {
            if (query(
                            connection,
                            ALL + " where w.offboarding_id = ? and w.target_id = ?",
                            WorkTable::read,
                            fresh.offboardingId(),
                            fresh.targetId())
                    .isEmpty()) {
                update(
                        connection,
                        "insert into offboarding_account_work (id, offboarding_id, subsidiary_id, person_id, system_id,"
                                + " target_id, step, state, due_at, next_at, attempts, tries)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)",
                        fresh.id(),
                        fresh.offboardingId(),
                        fresh.owner().subsidiaryId(),
                        fresh.owner().personId().orElseThrow(),
                        fresh.systemId(),
                        fresh.targetId(),
                        fresh.course().step().name(),
                        fresh.course().state().name(),
                        fresh.course().dueAt(),
                        fresh.course().nextAt());
            }
        });
    }

    /** Returns the work whose time has come, of systems that may be asked; what waits longest first. */
    List<Work> due(Instant now) {
        return select(
                " join offboarding_account_system s on s.id = w.system_id where w.state = ? and w.next_at <= ?"
                        + " and s.active = ? and (s.held_until is null or s.held_until <= ?) order by w.next_at limit "
                        + AT_ONCE,
                State.WAITING.name(),
                now,
                true,
                now);
    }

    List<Work> of(UUID offboardingId) {
        return select(" where w.offboarding_id = ? order by w.system_id, w.id", offboardingId);
    }

    /** Returns all work of an account, that of the latest closing first. */
    List<Work> on(UUID targetId) {
        return select(" where w.target_id = ? order by w.due_at desc, w.id", targetId);
    }

    /** Returns what people were told of, and is not done. */
    List<Work> escalated() {
        return select(
                " where w.state = ? and w.escalated_at is not null order by w.escalated_at", State.WAITING.name());
    }

    /** Claims the next attempt; empty where somebody else has, or it was called off. */
    Optional<Work> claim(Work one, Instant now) {
        int changed = database.call(connection -> update(
                connection,
                "update offboarding_account_work set attempts = attempts + 1, next_at = ?, tried_at = ?"
                        + " where id = ? and attempts = ? and state = ?",
                now.plus(LEASE),
                now,
                one.id(),
                one.course().attempts(),
                State.WAITING.name()));
        return changed == 1 ? select(" where w.id = ?", one.id()).stream().findFirst() : Optional.empty();
    }

    /** Writes what became of a claimed attempt; false where it was called off or moved meanwhile. */
    boolean put(Work tried, Instant now) {
        Course course = tried.course();
        return database.call(connection -> update(
                        connection,
                        "update offboarding_account_work set step = ?, state = ?, next_at = ?, tries = ?, error = ?,"
                                + " escalated_at = ?, ended_at = ? where id = ? and attempts = ? and state = ? and due_at = ?",
                        course.step().name(),
                        course.state().name(),
                        course.nextAt(),
                        course.failing().tries(),
                        course.failing().error(),
                        course.failing().escalatedAt(),
                        course.state() == State.DONE ? now : null,
                        tried.id(),
                        course.attempts(),
                        State.WAITING.name(),
                        course.dueAt())
                == 1);
    }

    /** Tells people of what is not done long after its moment, whether it was tried or its system left alone. */
    void escalate(Instant dueBefore, Instant now) {
        database.run(connection -> update(
                connection,
                "update offboarding_account_work set escalated_at = ?"
                        + " where state = ? and escalated_at is null and due_at <= ?",
                now,
                State.WAITING.name(),
                dueBefore));
    }

    /** Begins work anew, with its next attempt at a moment: its account lives again, or somebody wants it tried now. */
    void again(Work one, Step step, Instant nextAt) {
        database.run(connection -> update(
                connection,
                "update offboarding_account_work set step = ?, state = ?, next_at = ?, tries = 0, ended_at = null,"
                        + " attempts = attempts + 1 where id = ? and attempts = ? and state = ?",
                step.name(),
                State.WAITING.name(),
                nextAt,
                one.id(),
                one.course().attempts(),
                one.course().state().name()));
    }

    /** Moves a closing to another moment: searches come at once and again then, what is not disabled yet then. */
    void move(UUID offboardingId, Instant dueAt, Instant now) {
        database.run(connection -> {
            String moved =
                    "update offboarding_account_work set due_at = ?, next_at = ?, state = ?, tries = 0, error = null,"
                            + " escalated_at = null, ended_at = null, attempts = attempts + 1 where offboarding_id = ? and step = ?";
            String waiting = State.WAITING.name();
            update(connection, moved, dueAt, now, waiting, offboardingId, Step.SEARCH.name());
            update(
                    connection,
                    moved + " and state <> ?",
                    dueAt,
                    dueAt,
                    waiting,
                    offboardingId,
                    Step.DISABLE.name(),
                    State.DONE.name());
            update(
                    connection,
                    "update offboarding_account_work set state = ?, step = ?, due_at = ?, next_at = ?, attempts = attempts + 1"
                            + " where offboarding_id = ? and step = ? and state = ?",
                    waiting,
                    Step.DISABLE.name(),
                    dueAt,
                    dueAt,
                    offboardingId,
                    Step.READ_AGAIN.name(),
                    State.CALLED_OFF.name());
        });
    }

    /** Calls off what is not done. */
    void callOff(UUID offboardingId, Instant now) {
        database.run(connection -> update(
                connection,
                "update offboarding_account_work set state = ?, ended_at = ?, attempts = attempts + 1"
                        + " where offboarding_id = ? and state = ?",
                State.CALLED_OFF.name(),
                now,
                offboardingId,
                State.WAITING.name()));
    }

    private List<Work> select(String where, Object... values) {
        return database.call(connection -> query(connection, ALL + where, WorkTable::read, values));
    }

    private static Work read(ResultSet row) throws SQLException {
        return new Work(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Subject.person(row.getObject(3, UUID.class), row.getObject(4, UUID.class)),
                row.getObject(5, UUID.class),
                row.getObject(6, UUID.class),
                new Course(
                        Step.valueOf(row.getString(7)),
                        State.valueOf(row.getString(8)),
                        moment(row, 9),
                        moment(row, 10),
                        row.getInt(11),
                        new Failing(row.getInt(12), row.getString(13), instant(row, 14), instant(row, 15))));
    }
}
