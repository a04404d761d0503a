package org.holdfast.core.notification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.access.Recipients.Recipient;
import org.holdfast.core.access.Role;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code notification}. The database holds each notice once per account, however many servers hand it over and
 * whenever one dies. Safe for use from many threads.
 */
final class Notifications {
    private static final int MOST_SHOWN = 200;
    private static final String READ =
            "select id, account_id, notice_key, kind, subsidiary_id, urgent, created_at, read_at"
                    + " from notification where over_at is null and ";

    private final Database database;
    private final Recipients recipients;
    private final Clock clock;

    Notifications(Database database, Recipients recipients, Clock clock) {
        this.database = database;
        this.recipients = recipients;
        this.clock = clock;
    }

    Database database() {
        return database;
    }

    /** A notice to an account. */
    private record For(UUID account, String key) {}

    /** Those who are told of something. */
    private record Whom(
            Set<Role> roles,
            UUID subsidiary,
            @Nullable UUID employee,
            @Nullable UUID person,
            Set<UUID> without,
            Set<UUID> only) {}

    /** Takes over what stands in a room: adds what is new, and ends what stands no more. */
    void take(NoticeSource source) {
        Map<For, Notice> standing = new HashMap<>();
        List<Notice> all = source.standing();
        Map<UUID, Set<UUID>> employees = recipients.accounts(all.stream()
                .flatMap(notice -> Stream.ofNullable(notice.employeeId()))
                .collect(Collectors.toSet()));
        Map<Whom, Set<UUID>> found = new HashMap<>();
        for (Notice notice : all) {
            Whom whom = new Whom(
                    notice.kind().roles(),
                    notice.subsidiaryId(),
                    notice.employeeId(),
                    notice.personId(),
                    notice.without(),
                    notice.only());
            for (UUID account : found.computeIfAbsent(whom, one -> told(one, employees))) {
                standing.put(new For(account, notice.key()), notice);
            }
        }
        Map<For, Boolean> known = new HashMap<>();
        source.kinds().forEach(kind -> known.putAll(known(kind.code())));
        standing.forEach((who, notice) -> {
            if (!known.containsKey(who)) {
                add(who, notice);
            } else if (!known.get(who)) {
                mark("over_at = null where account_id = ? and notice_key = ?", who.account(), who.key());
            }
        });
        known.forEach((who, stands) -> {
            if (stands && !standing.containsKey(who)) {
                mark("over_at = ? where account_id = ? and notice_key = ?", now(), who.account(), who.key());
            }
        });
    }

    private Set<UUID> told(Whom whom, Map<UUID, Set<UUID>> employees) {
        UUID employee = whom.employee();
        if (employee != null) {
            return whom.without().contains(employee) ? Set.of() : employees.getOrDefault(employee, Set.of());
        }
        Set<UUID> out = recipients.accounts(whom.without()).values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        UUID person = whom.person();
        return whom.roles().stream()
                .flatMap(role -> person == null
                        ? recipients.of(role, whom.subsidiary()).stream()
                        : recipients.of(role, whom.subsidiary(), person).stream())
                .map(Recipient::account)
                .filter(account -> !out.contains(account))
                .filter(account -> whom.only().isEmpty() || whom.only().contains(account))
                .collect(Collectors.toSet());
    }

    /** Returns whom which notices of a kind are known to, and whether they stand. */
    private Map<For, Boolean> known(String kind) {
        String sql = "select account_id, notice_key, over_at from notification where kind = ?";
        return database.call(connection -> {
            Map<For, Boolean> found = new HashMap<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setString(1, kind);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.put(new For(row.getObject(1, UUID.class), row.getString(2)), row.getObject(3) == null);
                    }
                }
            }
            return found;
        });
    }

    private void add(For who, Notice notice) {
        String sql = "insert into notification (id, account_id, notice_key, kind, subsidiary_id, urgent, created_at)"
                + " values (?, ?, ?, ?, ?, ?, ?)";
        try {
            database.run(connection -> update(
                    connection,
                    sql,
                    UUID.randomUUID(),
                    who.account(),
                    who.key(),
                    notice.kind().code(),
                    notice.subsidiaryId(),
                    notice.kind().urgent(),
                    now()));
        } catch (DatabaseException e) {
            // Another server has added it meanwhile: there it is, once.
            if (!e.isConstraintViolation()) {
                throw e;
            }
        }
    }

    /** Returns what stands for an account, the latest first. */
    List<Notification> of(UUID account) {
        return query("account_id = ? order by created_at desc, notice_key limit " + MOST_SHOWN, account);
    }

    /** Returns what stands, was not read and is in no delivery of a channel yet, by account. */
    Map<UUID, List<Notification>> unsent(String channel) {
        Map<UUID, List<Notification>> found = new HashMap<>();
        query(
                        "read_at is null and not exists (select 1 from notification_told"
                                + " where notification_id = notification.id and channel = ?)"
                                + " order by created_at, notice_key",
                        channel)
                .forEach(one -> found.computeIfAbsent(one.account(), id -> new ArrayList<>())
                        .add(one));
        return found;
    }

    /** Returns what a delivery has still to tell: what stands and was not read in the console meanwhile. */
    List<Notification> in(UUID delivery) {
        return query(
                "read_at is null and id in (select notification_id from notification_told where delivery_id = ?)"
                        + " order by created_at, notice_key",
                delivery);
    }

    /** Puts notices into a delivery, in the transaction under way, which fails where one of them is in another. */
    void putInto(Connection connection, UUID delivery, String channel, List<Notification> notices) throws SQLException {
        for (Notification one : notices) {
            update(
                    connection,
                    "insert into notification_told (notification_id, channel, delivery_id) values (?, ?, ?)",
                    one.id(),
                    channel,
                    delivery);
        }
    }

    /** Notes that one was read, if it is the account's. */
    boolean read(UUID account, UUID id) {
        return mark("read_at = coalesce(read_at, ?) where account_id = ? and id = ?", now(), account, id) == 1;
    }

    /** Notes that all of an account were read. */
    void readAll(UUID account) {
        mark("read_at = ? where account_id = ? and read_at is null", now(), account);
    }

    private int mark(String change, @Nullable Object... values) {
        return database.call(connection -> update(connection, "update notification set " + change, values));
    }

    private List<Notification> query(String where, Object... keys) {
        return database.call(connection -> {
            List<Notification> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(READ + where)) {
                for (int i = 0; i < keys.length; i++) {
                    read.setObject(i + 1, keys[i]);
                }
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(notification(row));
                    }
                }
            }
            return found;
        });
    }

    private static Notification notification(ResultSet row) throws SQLException {
        return new Notification(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Notification.About(row.getString(3), row.getString(4), row.getObject(5, UUID.class)),
                row.getBoolean(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getObject(8) != null);
    }

    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
