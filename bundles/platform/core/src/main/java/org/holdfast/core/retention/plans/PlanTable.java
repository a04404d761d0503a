package org.holdfast.core.retention.plans;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Plans with their actions and steps. What tells something about a person is sealed. A change is a conditional update with its
 * step in one transaction: of two people who change the same at once, one does. Safe for use from many threads.
 */
final class PlanTable {
    private static final String PLAN =
            "id, case_id, subsidiary_id, person_id, version, state, approver_id, submitted_by,"
                    + " created_at, approved_at";

    private final Database database;
    private final Vault vault;

    PlanTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Begins a plan, with what belongs to it in the same transaction; false where its case has one. */
    boolean add(Plan plan, PlanStep step, Runnable within) {
        try {
            database.run(connection -> {
                update(
                        connection,
                        "insert into retention_plan (" + PLAN + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        plan.id(),
                        plan.caseId(),
                        plan.subsidiaryId(),
                        plan.personId(),
                        plan.version(),
                        plan.course().state().code(),
                        plan.course().approverId(),
                        plan.course().submittedBy(),
                        moment(plan.course().createdAt()),
                        moment(plan.course().approvedAt()));
                for (Action action : plan.actions()) {
                    insert(connection, plan, action);
                }
                note(connection, plan, step);
                within.run();
            });
            return true;
        } catch (DatabaseException e) {
            if (!e.isConstraintViolation()) {
                throw e;
            }
            return false;
        }
    }

    /** Brings a plan to its next state; false where somebody else has changed it meanwhile. */
    boolean advance(Plan plan, Plan.Course next, PlanStep step) {
        return database.call(connection -> {
            boolean taken = update(
                            connection,
                            "update retention_plan set version = version + 1, state = ?, approver_id = ?, submitted_by = ?,"
                                    + " approved_at = ? where id = ? and version = ?",
                            next.state().code(),
                            next.approverId(),
                            next.submittedBy(),
                            moment(next.approvedAt()),
                            plan.id(),
                            plan.version())
                    == 1;
            if (taken) {
                note(connection, plan, step);
            }
            return taken;
        });
    }

    /** Adds an action to a plan; false where somebody else has changed the plan meanwhile. */
    boolean append(Plan plan, Action action, PlanStep step, Runnable within) {
        return database.call(connection -> {
            boolean taken = touch(connection, plan);
            if (taken) {
                insert(connection, plan, action);
                note(connection, plan, step);
                within.run();
            }
            return taken;
        });
    }

    /**
     * Writes an action anew; false where somebody else has changed it, or the plan's state, meanwhile.
     *
     * @param plan the plan as it was read
     * @param fresh the action, with the version it was read with
     * @param step what is noted
     * @param within what belongs to it, in the same transaction
     */
    boolean change(Plan plan, Action fresh, PlanStep step, Runnable within) {
        return database.call(connection -> {
            // Steps are numbered: whoever changes another action of the plan at this moment waits for the plan's row.
            boolean taken = update(
                                    connection,
                                    "update retention_plan set state = ? where id = ? and state = ?",
                                    plan.course().state().code(),
                                    plan.id(),
                                    plan.course().state().code())
                            == 1
                    && update(
                                    connection,
                                    "update plan_action set version = version + 1, state = ?, owner_id = ?, due_on = ?, done_at = ?,"
                                            + " content = ? where id = ? and version = ?",
                                    fresh.task().state().code(),
                                    fresh.task().ownerId(),
                                    fresh.task().dueOn(),
                                    moment(fresh.task().doneAt()),
                                    seal(plan, "plan_action", fresh.id(), PlanCodec.write(fresh.content())),
                                    fresh.id(),
                                    fresh.version())
                            == 1;
            if (taken) {
                note(connection, plan, step);
                within.run();
            }
            return taken;
        });
    }

    /** Gives to HR what an employee was to do in a plan, because they must not do it any more. Joins the transaction under way. */
    void release(UUID planId, UUID ownerId) {
        database.run(connection -> update(
                connection,
                "update plan_action set owner_id = null, version = version + 1 where plan_id = ? and owner_id = ?",
                planId,
                ownerId));
    }

    Optional<Plan> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    Optional<Plan> ofCase(UUID caseId) {
        return query("case_id = ?", caseId).stream().findFirst();
    }

    /** Returns the plans of a person, the oldest first. */
    List<Plan> ofPerson(UUID personId) {
        return query("person_id = ?", personId);
    }

    /** Returns the plans of a subsidiary, the oldest first. */
    List<Plan> ofSubsidiary(UUID subsidiaryId) {
        return query("subsidiary_id = ?", subsidiaryId);
    }

    /** Returns the plans that are not stopped, the oldest first. */
    List<Plan> running() {
        return query("state <> ?", PlanState.STOPPED.code());
    }

    /** Returns all plans, the oldest first. */
    List<Plan> all() {
        return query("state <> ?", "");
    }

    /** Returns what was done with a plan, the latest last. */
    List<PlanStep> steps(Plan plan) {
        String sql = "select id, action_id, at, content from plan_step where plan_id = ? order by number";
        return database.call(connection -> {
            List<PlanStep> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, plan.id());
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        UUID id = row.getObject(1, UUID.class);
                        byte[] plain = open(plan.subsidiaryId(), plan.personId(), "plan_step", id, row.getBytes(4));
                        found.add(new PlanStep(instant(row, 3), row.getObject(2, UUID.class), PlanCodec.words(plain)));
                    }
                }
            } catch (PersonErasedException e) {
                return List.of();
            }
            return found;
        });
    }

    private List<Plan> query(String where, Object key) {
        return database.call(connection -> {
            Map<UUID, Plan> plans = new LinkedHashMap<>();
            String sql = "select " + PLAN + " from retention_plan where " + where + " order by created_at, id";
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, key);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        Plan plan = plan(row);
                        plans.put(plan.id(), plan);
                    }
                }
            }
            Map<UUID, List<Action>> actions = actions(connection, where, key);
            return plans.values().stream()
                    .map(plan -> new Plan(
                            plan.id(),
                            plan.caseId(),
                            plan.subsidiaryId(),
                            plan.personId(),
                            plan.version(),
                            plan.course(),
                            actions.getOrDefault(plan.id(), List.of())))
                    .toList();
        });
    }

    private Map<UUID, List<Action>> actions(Connection connection, String where, Object key) throws SQLException {
        String sql = "select id, plan_id, subsidiary_id, person_id, version, state, owner_id, due_on, done_at, content"
                + " from plan_action where plan_id in (select id from retention_plan where " + where
                + ") order by place";
        Map<UUID, List<Action>> found = new LinkedHashMap<>();
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            read.setObject(1, key);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    UUID planId = row.getObject(2, UUID.class);
                    action(row)
                            .ifPresent(action -> found.computeIfAbsent(planId, id -> new ArrayList<>())
                                    .add(action));
                }
            }
        }
        return found;
    }

    /** Reads an action; of somebody who is being erased at this moment there is none any more. */
    private Optional<Action> action(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        Action.Task task = new Action.Task(
                ActionState.ofCode(row.getString(6)).orElseThrow(),
                row.getObject(7, UUID.class),
                row.getObject(8, LocalDate.class),
                instantOrNull(row, 9));
        try {
            byte[] plain = open(
                    row.getObject(3, UUID.class), row.getObject(4, UUID.class), "plan_action", id, row.getBytes(10));
            return Optional.of(new Action(id, row.getInt(5), task, PlanCodec.content(plain)));
        } catch (PersonErasedException e) {
            return Optional.empty();
        }
    }

    static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getInt(5),
                new Plan.Course(
                        PlanState.ofCode(row.getString(6)).orElseThrow(),
                        row.getObject(7, UUID.class),
                        row.getObject(8, UUID.class),
                        instant(row, 9),
                        instantOrNull(row, 10)),
                List.of());
    }

    private static boolean touch(Connection connection, Plan plan) throws SQLException {
        return update(
                        connection,
                        "update retention_plan set version = version + 1 where id = ? and version = ?",
                        plan.id(),
                        plan.version())
                == 1;
    }

    private void insert(Connection connection, Plan plan, Action action) throws SQLException {
        update(
                connection,
                "insert into plan_action (id, plan_id, subsidiary_id, person_id, place, version, state, owner_id, due_on,"
                        + " done_at, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                action.id(),
                plan.id(),
                plan.subsidiaryId(),
                plan.personId(),
                count(connection, "select count(*) from plan_action where plan_id = ?", plan.id()),
                action.version(),
                action.task().state().code(),
                action.task().ownerId(),
                action.task().dueOn(),
                moment(action.task().doneAt()),
                seal(plan, "plan_action", action.id(), PlanCodec.write(action.content())));
    }

    private void note(Connection connection, Plan plan, PlanStep step) throws SQLException {
        UUID id = UUID.randomUUID();
        update(
                connection,
                "insert into plan_step (id, plan_id, subsidiary_id, person_id, number, action_id, at, content)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                plan.id(),
                plan.subsidiaryId(),
                plan.personId(),
                count(connection, "select count(*) from plan_step where plan_id = ?", plan.id()),
                step.actionId(),
                moment(step.at()),
                seal(plan, "plan_step", id, PlanCodec.write(step.words())));
    }

    private static int count(Connection connection, String sql, UUID planId) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(sql)) {
            count.setObject(1, planId);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private byte[] seal(Plan plan, String table, UUID id, byte[] plain) {
        return vault.seal(Subject.person(plan.subsidiaryId(), plan.personId()), cell(table, id), plain);
    }

    private byte[] open(UUID subsidiaryId, UUID personId, String table, UUID id, byte[] sealed) {
        return vault.open(Subject.person(subsidiaryId, personId), cell(table, id), sealed);
    }

    private static Cell cell(String table, UUID id) {
        return new Cell(table, "content", id.toString(), PlanCodec.VERSION);
    }

    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
