package org.holdfast.core.offboarding.flows;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.flowable.engine.ProcessEngine;
import org.holdfast.core.platform.database.Database;
import org.holdfast.launcher.flows.Router;
import org.jspecify.annotations.Nullable;

/**
 * The engine, built when it is first needed, in the transactions of the server. Safe for use from many threads.
 *
 * <p>It holds no thread and no connection of its own, so there is nothing to stop.
 */
final class FlowEngine {
    private final Database database;
    private final Clock clock;
    private volatile @Nullable ProcessEngine built;

    FlowEngine(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Lets the engine work in the transaction under way, or in one of its own. */
    <T> T call(Function<ProcessEngine, T> work) {
        return database.call(connection -> {
            List<T> result = new ArrayList<>(1);
            PresentConnection.during(connection, () -> result.add(work.apply(engine(connection))));
            return result.get(0);
        });
    }

    private ProcessEngine engine(Connection connection) {
        ProcessEngine engine = built;
        return engine == null ? build(connection) : engine;
    }

    private synchronized ProcessEngine build(Connection connection) {
        ProcessEngine engine = built;
        if (engine != null) {
            return engine;
        }
        Router router = new Router();
        router.setDataSource(PresentConnection.source());
        router.setDatabaseType(type(connection));
        router.setTransactionsExternallyManaged(true);
        // The launcher has made the tables.
        router.setDatabaseSchemaUpdate("ignore");
        router.setClock(new EngineClock(clock));
        ProcessEngine fresh = router.buildProcessEngine();
        built = fresh;
        return fresh;
    }

    private static String type(Connection connection) {
        try {
            return connection.getMetaData().getDatabaseProductName().equals("H2") ? "h2" : "postgres";
        } catch (SQLException e) {
            throw new org.holdfast.core.platform.database.DatabaseException(e);
        }
    }
}
