package org.holdfast.core.protection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.launcher.config.SuiteSettings;

/** Of which cipher suite the first key of a subsidiary is made, as the settings say. Safe for use from many threads. */
final class SuiteChoice {
    /** Under this id are what belongs to the group and to the server. */
    private static final UUID SERVER = new UUID(0, 0);

    private static final String CODE = "select code from subsidiary where id = ?";

    private final SuiteSettings settings;
    private final Database database;

    SuiteChoice(SuiteSettings settings, Database database) {
        this.settings = settings;
        this.database = database;
    }

    String of(UUID subsidiaryId) {
        if (settings.named().isEmpty() || subsidiaryId.equals(SERVER)) {
            return settings.standard();
        }
        return settings.suite(database.call(connection -> code(connection, subsidiaryId)));
    }

    /** A choice cannot be changed later, so nobody guesses. */
    private static String code(Connection connection, UUID subsidiaryId) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(CODE)) {
            read.setObject(1, subsidiaryId);
            try (ResultSet rows = read.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("Keys are wanted for a subsidiary that is not there");
                }
                return rows.getString(1);
            }
        }
    }
}
