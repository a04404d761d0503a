package org.holdfast.core.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.ErasureError;
import org.holdfast.core.protection.erasure.PersonTraces;

/**
 * Accounts of a person. One that can log in stands against the erasure: it is deactivated first, where the rules about the
 * last administrator hold. What it shows beside its password goes. The row stays, since the audit log names its random id, without a name.
 */
final class AccountTraces implements PersonTraces {

    private static final List<String> TABLES = List.of(
            "access_second_factor",
            "access_passkey",
            "access_mail_address",
            "access_channel_address",
            "access_reminder_muted",
            "access_reminder_preference");

    @Override
    public Optional<ErasureError> obstacle(Connection connection, Subject person) throws SQLException {
        return count(connection, person, " and active = true") > 0
                ? Optional.of(ErasureError.ACCOUNT_ACTIVE)
                : Optional.empty();
    }

    @Override
    public Map<String, Long> count(Connection connection, Subject person) throws SQLException {
        long accounts = count(connection, person, "");
        return accounts == 0 ? Map.of() : Map.of("accounts", accounts);
    }

    private static long count(Connection connection, Subject person, String more) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("select count(*) from access_user where employee_id = ?" + more)) {
            count.setObject(1, person.personId().orElseThrow());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Override
    public void erase(Connection connection, Subject person) throws SQLException {
        for (String table : TABLES) {
            update(
                    connection,
                    "delete from " + table + " where account_id in (select id from access_user where employee_id = ?)",
                    person);
        }
        String sql =
                "update access_user set username = concat('erased-', cast(id as varchar(36))), display_name = null,"
                        + " password_hash = '', external_id = null, employee_id = null, active = false, version = version"
                        + " + 1 where employee_id = ?";
        update(connection, sql, person);
    }

    private static void update(Connection connection, String sql, Subject person) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, person.personId().orElseThrow());
            update.executeUpdate();
        }
    }
}
