package org.holdfast.core.offboarding.flows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;

/** Which run each offboarding has. Safe for use from many threads. */
final class RunTable {
    private static final String RUN =
            "select offboarding_id, version_id, instance_id, course from offboarding_flow_run";

    private final Database database;

    RunTable(Database database) {
        this.database = database;
    }

    /**
     * A run.
     *
     * @param offboarding whose
     * @param version of which version
     * @param instance the engine's id of it
     * @param course whether it goes on
     */
    record Run(UUID offboarding, UUID version, String instance, RunState.Course course) {
        boolean goesOn() {
            return course == RunState.Course.RUNNING;
        }
    }

    /** Finds the run of an offboarding and keeps others from moving it until the transaction ends. */
    Optional<Run> locked(UUID offboarding) {
        return one(RUN + " where offboarding_id = ? for update", offboarding);
    }

    /** The same by the engine's id. */
    Optional<Run> lockedInstance(String instance) {
        return one(RUN + " where instance_id = ? for update", instance);
    }

    Optional<Run> find(UUID offboarding) {
        return one(RUN + " where offboarding_id = ?", offboarding);
    }

    void add(Run run) {
        database.run(connection -> FlowTable.update(
                connection,
                "insert into offboarding_flow_run (offboarding_id, version_id, instance_id, course) values (?, ?, ?, ?)",
                run.offboarding(),
                run.version(),
                run.instance(),
                run.course().name()));
    }

    void turn(UUID offboarding, RunState.Course course) {
        database.run(connection -> FlowTable.update(
                connection,
                "update offboarding_flow_run set course = ? where offboarding_id = ?",
                course.name(),
                offboarding));
    }

    void remove(UUID offboarding) {
        database.run(connection ->
                FlowTable.update(connection, "delete from offboarding_flow_run where offboarding_id = ?", offboarding));
    }

    /** Timers whose time has come: the engine's ids of timer and run. Asked of its table, so that it need not be built. */
    List<Due> due(Instant now) {
        return database.call(connection -> due(connection, now));
    }

    /** A timer whose time has come. */
    record Due(String timer, String instance) {}

    private static List<Due> due(Connection connection, Instant now) throws SQLException {
        List<Due> found = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(
                "select id_, process_instance_id_ from act_ru_timer_job where duedate_ <= ? order by duedate_, id_")) {
            read.setTimestamp(1, java.sql.Timestamp.from(now));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.add(new Due(row.getString(1), row.getString(2)));
                }
            }
        }
        return found;
    }

    private Optional<Run> one(String sql, Object key) {
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, key);
                try (ResultSet row = read.executeQuery()) {
                    return row.next() ? Optional.of(run(row)) : Optional.empty();
                }
            }
        });
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                RunState.Course.valueOf(row.getString(4)));
    }
}
