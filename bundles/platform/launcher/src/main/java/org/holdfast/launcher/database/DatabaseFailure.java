package org.holdfast.launcher.database;

import java.sql.SQLException;
import java.util.List;
import org.holdfast.launcher.start.StartFailure;

/** Turns what a driver says into what an administrator can act on. */
final class DatabaseFailure {
    private static final List<Known> KNOWN = List.of(
            new Known("28", "failure.databaseLogin"),
            new Known("3D", "failure.databaseMissing"),
            new Known("08", "failure.databaseSilent"),
            new Known("90020", "failure.databaseOpenElsewhere"),
            new Known("90030", "failure.databaseDamaged"),
            new Known("90048", "failure.databaseFormat"),
            new Known("53100", "failure.databaseDiskFull"),
            new Known("90031", "failure.databaseDiskFull"));

    private DatabaseFailure() {}

    static StartFailure of(DatabaseAddress address, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        return KNOWN.stream()
                .filter(known -> state.startsWith(known.state()))
                .findFirst()
                .map(known -> new StartFailure(cause, known.key()))
                .orElseGet(() -> new StartFailure(cause, "failure.database", address.name(), state));
    }

    private record Known(String state, String key) {}
}
