package org.holdfast.core.retention.plans;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Plans and actions as far as they stand in plain columns: for who looks at thousands, and opens a few. Safe for use from many
 * threads.
 */
final class PlanTasks {
    private static final String PLAN =
            "p.id, p.case_id, p.subsidiary_id, p.person_id, p.version, p.state, p.approver_id,"
                    + " p.submitted_by, p.created_at, p.approved_at";
    private static final String ACTION = "select " + PLAN + ", a.id, a.state, a.owner_id, a.due_on, a.done_at"
            + " from plan_action a join retention_plan p on p.id = a.plan_id where ";

    private final Database database;

    PlanTasks(Database database) {
        this.database = database;
    }

    /**
     * An action without its words.
     *
     * @param plan its plan, without actions
     * @param id the action
     * @param task who does it and until when
     */
    record PlannedTask(Plan plan, UUID id, Action.Task task) {}

    /** Returns what is left to do until a day, of plans that are not stopped. */
    List<PlannedTask> open() {
        return tasks(
                "p.state <> ? and a.due_on is not null and a.state in ('todo', 'doing')", PlanState.STOPPED.code());
    }

    /** Returns what was done after a moment. */
    List<PlannedTask> doneSince(Instant since) {
        return tasks("a.done_at >= ?", OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
    }

    /** Returns the plans that wait for approval, without actions. */
    List<Plan> submitted() {
        String sql = "select " + PLAN + " from retention_plan p where p.state = ?";
        return database.call(connection -> {
            List<Plan> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, PlanState.SUBMITTED.code());
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(PlanTable.plan(row));
                    }
                }
            }
            return found;
        });
    }

    private List<PlannedTask> tasks(String where, Object key) {
        return database.call(connection -> {
            List<PlannedTask> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(ACTION + where)) {
                read.setObject(1, key);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(new PlannedTask(PlanTable.plan(row), row.getObject(11, UUID.class), task(row)));
                    }
                }
            }
            return found;
        });
    }

    private static Action.Task task(ResultSet row) throws SQLException {
        return new Action.Task(
                ActionState.ofCode(row.getString(12)).orElseThrow(),
                row.getObject(13, UUID.class),
                row.getObject(14, LocalDate.class),
                instant(row.getObject(15, OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
