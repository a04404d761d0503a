package org.holdfast.launcher.database;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.holdfast.launcher.start.StartFailure;

/** Brings a database to the form this version needs, and refuses one that a newer version has written. */
public final class Migration {
    private final DatabaseAddress address;
    private final String changeLog;

    /**
     * Names what to migrate.
     *
     * @param address the database
     * @param changeLog path of the change log on the class path
     */
    public Migration(DatabaseAddress address, String changeLog) {
        this.address = address;
        this.changeLog = changeLog;
    }

    /**
     * Applies what is missing.
     *
     * @throws StartFailure where the database cannot be reached, is newer, or a change fails
     */
    public void run() {
        explained(() -> {
            migrate();
            return address;
        });
    }

    /**
     * Looks at the database without changing it.
     *
     * @return how far it is
     * @throws StartFailure where it cannot be opened or a newer version has written it
     */
    public State look() {
        return explained(() -> {
            try (Connection connection = connect()) {
                Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                ResourceAccessor resources = new ClassLoaderResourceAccessor(Migration.class.getClassLoader());
                Map<String, Object> scope = Map.of(Scope.Attr.resourceAccessor.name(), resources);
                return Scope.child(scope, () -> state(connection, database, resources));
            }
        });
    }

    /**
     * How far a database is.
     *
     * @param product the database's own name and version
     * @param applied number of changes that were applied
     * @param missing number of changes that the next start applies
     */
    public record State(String product, int applied, int missing) {}

    private State state(Connection connection, Database database, ResourceAccessor resources)
            throws SQLException, LiquibaseException {
        refuseNewer(connection, database, resources);
        DatabaseMetaData about = connection.getMetaData();
        int applied = appliedChanges(connection).size();
        int known = knownChanges(database, resources).size();
        return new State(
                about.getDatabaseProductName() + " " + about.getDatabaseProductVersion(), applied, known - applied);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    private <T> T explained(Callable<T> work) {
        // Liquibase declares Exception; a task turns it into one cause to look at.
        FutureTask<T> task = new FutureTask<>(work);
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure(e, "failure.migrationInterrupted");
        } catch (ExecutionException e) {
            throw explain(e.getCause() == null ? e : e.getCause());
        }
    }

    private StartFailure explain(Throwable cause) {
        if (cause instanceof StartFailure failure) {
            return failure;
        }
        if (cause instanceof SQLException exception) {
            return DatabaseFailure.of(address, exception);
        }
        return new StartFailure(cause, "failure.migration");
    }

    @SuppressWarnings("IllegalThrows") // Liquibase's own signature
    private void migrate() throws Exception {
        try (Connection connection = connect()) {
            createSchema(connection);
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            ResourceAccessor resources = new ClassLoaderResourceAccessor(Migration.class.getClassLoader());
            Map<String, Object> scope = new HashMap<>();
            scope.put(Scope.Attr.resourceAccessor.name(), resources);
            scope.put("liquibase.analytics.enabled", "false");
            Scope.child(scope, () -> {
                refuseNewer(connection, database, resources);
                new CommandScope(UpdateCommandStep.COMMAND_NAME)
                        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changeLog)
                        .setOutput(OutputStream.nullOutputStream())
                        .execute();
            });
        }
    }

    private void createSchema(Connection connection) throws SQLException {
        if (address.url().contains("currentSchema=holdfast_keys")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS holdfast_keys");
            }
        }
    }

    private void refuseNewer(Connection connection, Database database, ResourceAccessor resources)
            throws SQLException, LiquibaseException {
        Set<String> applied = appliedChanges(connection);
        applied.removeAll(knownChanges(database, resources));
        if (!applied.isEmpty()) {
            throw new StartFailure("failure.databaseNewer", applied.iterator().next());
        }
    }

    private Set<String> knownChanges(Database database, ResourceAccessor resources) throws LiquibaseException {
        Set<String> known = new HashSet<>();
        DatabaseChangeLog log = ChangeLogParserFactory.getInstance()
                .getParser(changeLog, resources)
                .parse(changeLog, new ChangeLogParameters(database), resources);
        for (ChangeSet change : log.getChangeSets()) {
            known.add(change.getId());
        }
        return known;
    }

    private static Set<String> appliedChanges(Connection connection) throws SQLException {
        Set<String> applied = new HashSet<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), "%", null)) {
            boolean migrated = false;
            while (tables.next()) {
                migrated |= "databasechangelog".equalsIgnoreCase(tables.getString("TABLE_NAME"));
            }
            if (!migrated) {
                return applied;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM databasechangelog")) {
            while (rows.next()) {
                applied.add(rows.getString(1));
            }
        }
        return applied;
    }
}
