package org.holdfast.core.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.ReminderPreference.Rhythm;
import org.holdfast.core.platform.database.Database;
import org.holdfast.launcher.config.MailSettings.QuietHours;
import org.jspecify.annotations.Nullable;

/** The tables {@code access_reminder_preference} and {@code access_reminder_muted}. Safe for use from many threads. */
public final class ReminderPreferences {
    private final Database database;

    /**
     * Creates it.
     *
     * @param database where they are kept
     */
    public ReminderPreferences(Database database) {
        this.database = database;
    }

    /**
     * Finds how an account wants to be reminded.
     *
     * @param account id of the account
     * @return what it chose, the standard where it chose nothing
     */
    public ReminderPreference of(UUID account) {
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement(
                    "select rhythm, zone, quiet_from, quiet_to from access_reminder_preference where account_id = ?")) {
                read.setObject(1, account);
                try (ResultSet row = read.executeQuery()) {
                    return row.next()
                            ? new ReminderPreference(
                                    Rhythm.valueOf(row.getString(1)),
                                    zone(row.getString(2)),
                                    quiet(row.getObject(3, Integer.class), row.getObject(4, Integer.class)),
                                    muted(connection, account))
                            : ReminderPreference.STANDARD;
                }
            }
        });
    }

    /** A zone that was taken out of the time zone data counts as none. */
    private static Optional<ZoneId> zone(@Nullable String id) {
        try {
            return Optional.ofNullable(id).map(ZoneId::of);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<QuietHours> quiet(@Nullable Integer from, @Nullable Integer to) {
        return from == null || to == null ? Optional.empty() : Optional.of(new QuietHours(from, to));
    }

    private static Map<String, Set<String>> muted(Connection connection, UUID account) throws SQLException {
        Map<String, Set<String>> found = new HashMap<>();
        try (PreparedStatement read =
                connection.prepareStatement("select channel, kind from access_reminder_muted where account_id = ?")) {
            read.setObject(1, account);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getString(1), channel -> new HashSet<>())
                            .add(row.getString(2));
                }
            }
        }
        return found;
    }

    /**
     * Returns what accounts do not want by a channel.
     *
     * @param channel code of the channel
     * @return codes of kinds by id of the account; an account that mutes nothing there is missing
     */
    public Map<UUID, Set<String>> mutedBy(String channel) {
        return database.call(connection -> {
            Map<UUID, Set<String>> found = new HashMap<>();
            try (PreparedStatement read = connection.prepareStatement(
                    "select account_id, kind from access_reminder_muted where channel = ?")) {
                read.setString(1, channel);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.computeIfAbsent(row.getObject(1, UUID.class), account -> new HashSet<>())
                                .add(row.getString(2));
                    }
                }
            }
            return found;
        });
    }

    /**
     * Keeps how an account wants to be reminded, in place of what it chose before.
     *
     * @param account id of the account
     * @param wanted what it wants
     */
    public void keep(UUID account, ReminderPreference wanted) {
        database.run(connection -> {
            update(connection, "delete from access_reminder_muted where account_id = ?", account);
            update(connection, "delete from access_reminder_preference where account_id = ?", account);
            update(
                    connection,
                    "insert into access_reminder_preference (account_id, rhythm, zone, quiet_from, quiet_to)"
                            + " values (?, ?, ?, ?, ?)",
                    account,
                    wanted.rhythm().name(),
                    wanted.zone().map(ZoneId::getId).orElse(null),
                    wanted.quiet().map(QuietHours::from).orElse(null),
                    wanted.quiet().map(QuietHours::to).orElse(null));
            for (Map.Entry<String, Set<String>> channel : wanted.muted().entrySet()) {
                for (String kind : channel.getValue()) {
                    update(
                            connection,
                            "insert into access_reminder_muted (account_id, kind, channel) values (?, ?, ?)",
                            account,
                            kind,
                            channel.getKey());
                }
            }
        });
    }

    private static void update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        }
    }
}
