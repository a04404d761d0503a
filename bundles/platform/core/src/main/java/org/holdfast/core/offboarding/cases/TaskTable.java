package org.holdfast.core.offboarding.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.offboarding.flows.FlowOffice;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.holdfast.core.offboarding.flows.FlowTask;
import org.holdfast.core.platform.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of all cases, in plain columns: a list of them opens nothing that is sealed. A task is closed once; who comes second is
 * told. Safe for use from many threads.
 */
final class TaskTable {
    private static final String COLUMNS = "id, case_id, subsidiary_id, person_id, node, step, office, outcomes, state,"
            + " opened_at, due_on, closed_at";

    private final Database database;

    TaskTable(Database database) {
        this.database = database;
    }

    void add(OffboardingTask fresh) {
        database.run(connection -> CaseTable.update(
                connection,
                "insert into offboarding_task (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                fresh.id(),
                fresh.of().caseId(),
                fresh.of().subsidiaryId(),
                fresh.of().personId(),
                fresh.what().node(),
                fresh.what().step().code(),
                fresh.what().office().code(),
                String.join(" ", new TreeSet<>(fresh.what().outcomes())),
                fresh.state().code(),
                CaseTable.moment(fresh.clock().openedAt()),
                fresh.clock().dueOn(),
                null));
    }

    /** Closes a task; false where it is closed already. */
    boolean close(String id, OffboardingTask.State how, Instant at) {
        return database.call(connection -> CaseTable.update(
                        connection,
                        "update offboarding_task set state = ?, closed_at = ? where id = ? and state = 'open'",
                        how.code(),
                        CaseTable.moment(at),
                        id)
                == 1);
    }

    /** Has an open task end on another day. */
    void due(String id, LocalDate on) {
        database.run(connection -> CaseTable.update(
                connection,
                "update offboarding_task set due_on = ?, overdue_at = null where id = ? and state = 'open'",
                on,
                id));
    }

    Optional<OffboardingTask> find(String id) {
        return query("id = ?", id).stream().findFirst();
    }

    /** Returns the tasks of a case, the one that opened first first. */
    List<OffboardingTask> ofCase(UUID caseId) {
        return query("case_id = ?", caseId);
    }

    /** Returns the tasks of all cases of a subsidiary, the one that opened first first. */
    List<OffboardingTask> ofSubsidiary(UUID subsidiaryId) {
        return query("subsidiary_id = ?", subsidiaryId);
    }

    /** Returns what differs once a task of a subsidiary was opened, closed or removed. */
    List<Long> standing(UUID subsidiaryId) {
        return CaseTable.sums(
                database,
                "select count(*), count(closed_at) from offboarding_task where subsidiary_id = ?",
                subsidiaryId);
    }

    /** Returns all open tasks. */
    List<OffboardingTask> open() {
        return query("state = ?", OffboardingTask.State.OPEN.code());
    }

    /** Returns open tasks whose last day is before another, and of which nobody was told that. */
    List<OffboardingTask> overdueUntold(LocalDate day) {
        return query("state = 'open' and overdue_at is null and due_on < ?", day);
    }

    /** Returns what was done since a moment. */
    List<OffboardingTask> doneSince(Instant since) {
        return query("state = 'done' and closed_at >= ?", CaseTable.moment(since));
    }

    /** Returns the tasks of some cases: one look at the database, however many there are. */
    Map<UUID, List<OffboardingTask>> openOf(Collection<UUID> cases) {
        Set<UUID> wanted = Set.copyOf(cases);
        return open().stream()
                .filter(task -> wanted.contains(task.of().caseId()))
                .collect(Collectors.groupingBy(task -> task.of().caseId()));
    }

    private List<OffboardingTask> query(String where, @Nullable Object key) {
        String sql = "select " + COLUMNS + " from offboarding_task where " + where + " order by opened_at, id";
        return database.call(connection -> read(connection, sql, key));
    }

    private static List<OffboardingTask> read(Connection connection, String sql, @Nullable Object key)
            throws SQLException {
        List<OffboardingTask> found = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            read.setObject(1, key);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.add(task(row));
                }
            }
        }
        return found;
    }

    private static OffboardingTask task(ResultSet row) throws SQLException {
        Set<String> outcomes = Arrays.stream(row.getString(8).split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
        return new OffboardingTask(
                row.getString(1),
                new OffboardingTask.Of(
                        row.getObject(2, UUID.class), row.getObject(3, UUID.class), row.getObject(4, UUID.class)),
                new OffboardingTask.What(
                        row.getString(5),
                        FlowStep.ofCode(row.getString(6)).orElse(FlowStep.GENERAL),
                        FlowOffice.ofCode(row.getString(7)).orElse(FlowOffice.HR),
                        outcomes.isEmpty() ? Set.of(FlowTask.DONE) : outcomes),
                new OffboardingTask.Clock(
                        CaseTable.instant(row, 10),
                        row.getObject(11, LocalDate.class),
                        CaseTable.instantOrNull(row, 12)),
                OffboardingTask.State.ofCode(row.getString(9)));
    }
}
