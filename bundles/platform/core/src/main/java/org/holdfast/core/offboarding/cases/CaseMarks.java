package org.holdfast.core.offboarding.cases;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What was told of cases that changes with time alone. A mark is set once; who comes second is told. Safe for use from many threads. */
final class CaseMarks {
    private final CaseTable table;
    private final TaskTable tasks;

    CaseMarks(CaseTable table, TaskTable tasks) {
        this.table = table;
        this.tasks = tasks;
    }

    /** Returns open tasks whose last day is before another, and of which nobody was told that. */
    List<OffboardingTask> overdue(LocalDate day) {
        return tasks.overdueUntold(day);
    }

    /** Marks a task as told of; false where it was before, is done, or is due on another day by now. */
    boolean overdue(OffboardingTask task, Instant at) {
        return table.database()
                .call(connection -> CaseTable.update(
                                connection,
                                "update offboarding_task set overdue_at = ?"
                                        + " where id = ? and state = 'open' and overdue_at is null and due_on = ?",
                                CaseTable.moment(at),
                                task.id(),
                                task.clock().dueOn())
                        == 1);
    }

    /** Returns cases with a last day between two whose access is not marked as ended, without opening anything. */
    List<UUID> accessOpen(LocalDate first, LocalDate last) {
        String sql = "select id from offboarding_case where state in ('running', 'ended') and access_ended_at is null"
                + " and last_day >= ? and last_day <= ? order by last_day, id";
        return table.database().call(connection -> {
            List<UUID> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, first);
                read.setObject(2, last);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getObject(1, UUID.class));
                    }
                }
            }
            return found;
        });
    }

    /** Marks a case; false where it was marked before, or its last day was changed meanwhile. */
    boolean accessEnded(Offboarding of, Instant at) {
        return table.database()
                .call(connection -> CaseTable.update(
                                connection,
                                "update offboarding_case set access_ended_at = ?"
                                        + " where id = ? and access_ended_at is null and version = ?",
                                CaseTable.moment(at),
                                of.id(),
                                of.version())
                        == 1);
    }
}
