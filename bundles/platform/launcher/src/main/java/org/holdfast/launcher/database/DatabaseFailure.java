package org.holdfast.launcher.database;

import java.sql.SQLException;
import java.util.List;
import org.holdfast.launcher.start.StartFailure;

/** Turns what a driver says into what an administrator can act on. */
final class DatabaseFailure {
    private static final List<Known> KNOWN = List.of(
            new Known(
                    "28",
                    "The database refused the user name or password.",
                    "Check holdfast.database.user and the file named by holdfast.database.password-file."),
            new Known(
                    "3D",
                    "The database named in holdfast.database.url does not exist.",
                    "Create it, empty, with the encoding UTF-8."),
            new Known(
                    "08",
                    "The database server does not answer.",
                    "Check that it runs and that holdfast.database.url names its host and port."),
            new Known(
                    "90020", "The embedded database is open in another process.", "Stop that process and start again."),
            new Known(
                    "90030",
                    "The embedded database file is damaged.",
                    "Restore the last backup; keep the damaged file for support."),
            new Known(
                    "90048",
                    "The embedded database file is of another version of H2.",
                    "Use the version of the product that wrote it, or restore a backup."),
            new Known("53100", "The disk of the database is full.", "Free space and start again."),
            new Known("90031", "The disk of the database is full.", "Free space and start again."));

    private DatabaseFailure() {}

    static StartFailure of(DatabaseAddress address, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        return KNOWN.stream()
                .filter(known -> state.startsWith(known.state()))
                .findFirst()
                .map(known -> new StartFailure(known.why(), known.advice(), cause))
                .orElseGet(() -> new StartFailure(
                        "The " + address + " database cannot be opened (SQL state " + state + ").",
                        "See the log for its answer.",
                        cause));
    }

    private record Known(String state, String why, String advice) {}
}
