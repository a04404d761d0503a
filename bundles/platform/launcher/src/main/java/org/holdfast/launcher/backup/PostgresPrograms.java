package org.holdfast.launcher.backup;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.start.StartFailure;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL's own programs for copies: {@code pg_dump} and {@code pg_restore}. */
final class PostgresPrograms {
    private final DatabaseAddress address;
    private final @Nullable Path folder;

    /**
     * Names them.
     *
     * @param address the database they work on
     * @param folder where they are; null for the search path
     */
    PostgresPrograms(DatabaseAddress address, @Nullable Path folder) {
        this.address = address;
        this.folder = folder;
    }

    void dump(String schema, Path target) {
        run(
                folder,
                environment(),
                "pg_dump",
                "--format=custom",
                "--no-owner",
                "--no-privileges",
                "--schema=" + schema,
                "--file=" + target);
    }

    /** Reads a copy's table of contents; needs no database. */
    static void list(@Nullable Path folder, Path copy) {
        run(folder, Map.of(), "pg_restore", "--list", copy.toString());
    }

    /** Puts a copy into an empty schema, whole or not at all. */
    void restore(String schema, Path copy) {
        Map<String, String> variables = environment();
        run(
                folder,
                variables,
                "pg_restore",
                "--single-transaction",
                "--exit-on-error",
                "--no-owner",
                "--no-privileges",
                "--schema=" + schema,
                "--dbname=" + variables.get("PGDATABASE"),
                copy.toString());
    }

    private static void run(@Nullable Path folder, Map<String, String> variables, String program, String... options) {
        List<String> command = new ArrayList<>();
        command.add(folder == null ? program : folder.resolve(program).toString());
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            if (process.waitFor() != 0) {
                throw new StartFailure("failure.program", program, said.strip());
            }
        } catch (IOException e) {
            throw new StartFailure(e, "failure.programAbsent", program);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure(e, "failure.interrupted");
        }
    }

    /** The password goes by the environment: a command line can be read by every account of the machine. */
    private Map<String, String> environment() {
        PGSimpleDataSource parts = new PGSimpleDataSource();
        try {
            parts.setURL(address.url());
        } catch (IllegalArgumentException e) {
            throw new StartFailure(e, "failure.databaseAddress");
        }
        Map<String, String> variables = new HashMap<>();
        variables.put("PGHOST", parts.getServerNames()[0]);
        // 0 stands for the usual one.
        variables.put("PGPORT", parts.getPortNumbers()[0] == 0 ? "5432" : String.valueOf(parts.getPortNumbers()[0]));
        put(variables, "PGDATABASE", parts.getDatabaseName());
        put(variables, "PGSSLMODE", parts.getSslMode());
        put(variables, "PGSSLROOTCERT", parts.getSslRootCert());
        put(variables, "PGSSLCERT", parts.getSslCert());
        put(variables, "PGSSLKEY", parts.getSslKey());
        variables.put("PGUSER", address.user());
        variables.put("PGPASSWORD", address.password());
        return variables;
    }

    private static void put(Map<String, String> variables, String name, @Nullable String value) {
        if (value != null) {
            variables.put(name, value);
        }
    }
}
