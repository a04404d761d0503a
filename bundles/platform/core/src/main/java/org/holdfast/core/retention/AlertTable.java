package org.holdfast.core.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.RowBatch;
import org.holdfast.core.platform.database.WantedIds;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.core.retention.Alert.Times;
import org.jspecify.annotations.Nullable;

/** Alerts and their recipients. What tells something about a person is sealed. Safe for use from many threads. */
final class AlertTable {
    private static final String ADD_RECIPIENT =
            "insert into alert_recipient (alert_id, role, person_id, deliver_at, delivered_at) values (?, ?, ?, ?, ?)";
    private static final String COLUMNS = "select a.id, a.subsidiary_id, a.person_id, a.score_id, a.as_of, a.state,"
            + " a.opened_at, a.acknowledged_at, a.closed_at, r.role, r.person_id, r.deliver_at, r.delivered_at";
    private static final String READ =
            COLUMNS + " from alert a left join alert_recipient r on r.alert_id = a.id where ";
    private static final String READ_MANY = COLUMNS + " from unnest(?) as wanted (wanted_id) join alert a"
            + " on a.person_id = wanted.wanted_id left join alert_recipient r on r.alert_id = a.id";
    private static final String ORDER = " order by a.opened_at desc, a.id, r.role desc";

    private final Database database;
    private final Vault vault;
    private final Conflicts conflicts;

    AlertTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
        conflicts = new Conflicts(database, vault);
    }

    Conflicts conflicts() {
        return conflicts;
    }

    void add(Alert alert, AlertContent content) {
        String sql = "insert into alert (id, subsidiary_id, person_id, unclosed_person_id, score_id, as_of, state,"
                + " opened_at, content, handling) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, alert.id());
                statement.setObject(2, alert.subsidiaryId());
                statement.setObject(3, alert.personId());
                statement.setObject(4, alert.personId());
                statement.setObject(5, alert.scoreId());
                statement.setObject(6, alert.asOf());
                statement.setString(7, alert.state().code());
                statement.setObject(8, moment(alert.times().openedAt()));
                statement.setBytes(9, seal(alert, "content", AlertCodec.write(content)));
                statement.setBytes(10, seal(alert, "handling", AlertCodec.write(Handling.NONE)));
                statement.executeUpdate();
            }
            for (Recipient recipient : alert.recipients()) {
                insert(connection, alert.id(), recipient);
            }
        });
    }

    /** Adds alerts that are over, all with the same content. */
    void addAll(List<Alert> alerts, AlertContent content, Handling handling) {
        byte[] plain = AlertCodec.write(content);
        byte[] handled = AlertCodec.write(handling);
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<@Nullable Object[]> recipients = new ArrayList<>();
        for (Alert alert : alerts) {
            rows.add(new @Nullable Object[] {
                alert.id(),
                alert.subsidiaryId(),
                alert.personId(),
                alert.scoreId(),
                alert.asOf(),
                alert.state().code(),
                moment(alert.times().openedAt()),
                moment(alert.times().closedAt()),
                seal(alert, "content", plain),
                seal(alert, "handling", handled)
            });
            alert.recipients().forEach(recipient -> recipients.add(values(alert.id(), recipient)));
        }
        database.run(connection -> {
            RowBatch.run(
                    connection,
                    "insert into alert (id, subsidiary_id, person_id, score_id, as_of, state, opened_at, closed_at,"
                            + " content, handling) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    rows);
            RowBatch.run(connection, ADD_RECIPIENT, recipients);
        });
    }

    /** Notes another end of an alert that is over. */
    void closedAt(UUID alertId, Instant closed) {
        database.run(connection -> RowBatch.run(
                connection,
                "update alert set closed_at = ? where id = ? and state = 'closed'",
                List.<@Nullable Object[]>of(new @Nullable Object[] {moment(closed), alertId})));
    }

    void change(Alert alert, Handling handling) {
        String sql = "update alert set state = ?, acknowledged_at = ?, closed_at = ?, unclosed_person_id = ?,"
                + " handling = ? where id = ?";
        database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, alert.state().code());
                statement.setObject(2, moment(alert.times().acknowledgedAt()));
                statement.setObject(3, moment(alert.times().closedAt()));
                statement.setObject(4, alert.state() == AlertState.CLOSED ? null : alert.personId());
                statement.setBytes(5, seal(alert, "handling", AlertCodec.write(handling)));
                statement.setObject(6, alert.id());
                statement.executeUpdate();
            }
        });
    }

    /** Replaces the superior among the recipients; empty takes them away. */
    void route(UUID alertId, Optional<Recipient> manager) {
        database.run(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from alert_recipient where alert_id = ? and role = ?")) {
                statement.setObject(1, alertId);
                statement.setString(2, Recipient.Role.MANAGER.code());
                statement.executeUpdate();
            }
            if (manager.isPresent()) {
                insert(connection, alertId, manager.get());
            }
        });
    }

    Optional<Alert> find(UUID id) {
        return query("a.id = ?", id).stream().findFirst();
    }

    /** Returns alerts of a state, newest first. */
    List<Alert> inState(AlertState state) {
        return query("a.state = ?", state.code());
    }

    /** Returns all alerts, newest first. */
    List<Alert> all() {
        return query("a.state <> ?", "");
    }

    /** Returns the alerts of a subsidiary, newest first. */
    List<Alert> ofSubsidiary(UUID subsidiaryId) {
        return query("a.subsidiary_id = ?", subsidiaryId);
    }

    /** Counts the open alerts of a subsidiary. */
    int countOpen(UUID subsidiaryId) {
        return database.call(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select count(*) from alert where subsidiary_id = ? and state = ?")) {
                statement.setObject(1, subsidiaryId);
                statement.setString(2, AlertState.OPEN.code());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    /**
     * Returns what differs once an alert of a subsidiary was added or erased, or one of any subsidiary was delivered: to join deliveries
     * with their alerts at each look would take longer than to count anew once in a while.
     */
    List<Object> standing(UUID subsidiaryId) {
        String sql = "select (select count(*) from alert where subsidiary_id = ?),"
                + " (select max(opened_at) from alert where subsidiary_id = ?),"
                + " (select count(*) from alert_recipient),"
                + " (select count(*) from alert_recipient where delivered_at is null),"
                + " (select max(delivered_at) from alert_recipient)";
        return database.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, subsidiaryId);
                statement.setObject(2, subsidiaryId);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    // Moments may be missing, which no unmodifiable list takes.
                    return List.of(
                            row.getLong(1),
                            String.valueOf(row.getObject(2)),
                            row.getLong(3),
                            row.getLong(4),
                            String.valueOf(row.getObject(5)));
                }
            }
        });
    }

    /** Returns the alerts about a person, newest first. */
    List<Alert> ofPerson(UUID personId) {
        return query("a.person_id = ?", personId);
    }

    /** Returns the alerts about some people, in any order. */
    List<Alert> ofPersons(Collection<UUID> persons) {
        if (persons.isEmpty()) {
            return List.of();
        }
        return database.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(READ_MANY)) {
                WantedIds.bind(statement, 1, persons);
                try (ResultSet row = statement.executeQuery()) {
                    return alerts(row);
                }
            }
        });
    }

    /** Returns all alerts that are not closed, newest first. */
    List<Alert> unclosed() {
        return query("a.state <> ?", AlertState.CLOSED.code());
    }

    /** Returns about whom an alert is not closed: one column, however many alerts there are. */
    Set<UUID> flagged() {
        String sql = "select unclosed_person_id from alert where unclosed_person_id is not null";
        return database.call(connection -> {
            Set<UUID> found = new HashSet<>();
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        });
    }

    /** Returns the open alerts that came after a moment, newest first. */
    List<Alert> openSince(Instant since) {
        return query("a.state = 'open' and a.opened_at >= ?", moment(since));
    }

    Optional<Alert> unclosedOf(UUID personId) {
        return query("a.unclosed_person_id = ?", personId).stream().findFirst();
    }

    /** Returns alerts that are not closed and whose superior is due and has not got it. */
    List<Alert> due(Instant now) {
        return query(
                "a.unclosed_person_id is not null and a.id in (select alert_id from alert_recipient"
                        + " where delivered_at is null and deliver_at <= ?)",
                moment(now));
    }

    AlertContent content(Alert alert) {
        return AlertCodec.content(open(alert, "content"));
    }

    Handling handling(Alert alert) {
        return AlertCodec.handling(open(alert, "handling"));
    }

    private byte[] open(Alert alert, String column) {
        return database.call(connection -> {
            String sql = "select " + column + " from alert where id = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, alert.id());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return vault.open(subject(alert), cell(alert, column), row.getBytes(1));
                }
            }
        });
    }

    private byte[] seal(Alert alert, String column, byte[] plain) {
        return vault.seal(subject(alert), cell(alert, column), plain);
    }

    private static Subject subject(Alert alert) {
        return Subject.person(alert.subsidiaryId(), alert.personId());
    }

    private static Cell cell(Alert alert, String column) {
        return new Cell("alert", column, alert.id().toString(), AlertCodec.VERSION);
    }

    private static void insert(Connection connection, UUID alertId, Recipient recipient) throws SQLException {
        RowBatch.run(connection, ADD_RECIPIENT, List.<@Nullable Object[]>of(values(alertId, recipient)));
    }

    private static @Nullable Object[] values(UUID alertId, Recipient recipient) {
        return new @Nullable Object[] {
            alertId,
            recipient.role().code(),
            recipient.personId(),
            moment(recipient.deliverAt()),
            moment(recipient.deliveredAt())
        };
    }

    private List<Alert> query(String where, @Nullable Object key) {
        return database.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(READ + where + ORDER)) {
                statement.setObject(1, key);
                try (ResultSet row = statement.executeQuery()) {
                    return alerts(row);
                }
            }
        });
    }

    private static List<Alert> alerts(ResultSet row) throws SQLException {
        Map<UUID, Alert> found = new LinkedHashMap<>();
        Map<UUID, List<Recipient>> recipients = new HashMap<>();
        while (row.next()) {
            Alert alert = alert(row);
            found.putIfAbsent(alert.id(), alert);
            recipient(row)
                    .ifPresent(recipient -> recipients
                            .computeIfAbsent(alert.id(), id -> new ArrayList<>())
                            .add(recipient));
        }
        return found.values().stream()
                .map(alert -> new Alert(
                        alert.id(),
                        alert.subsidiaryId(),
                        alert.personId(),
                        alert.scoreId(),
                        alert.asOf(),
                        alert.state(),
                        alert.times(),
                        recipients.getOrDefault(alert.id(), List.of())))
                .toList();
    }

    private static Alert alert(ResultSet row) throws SQLException {
        Instant opened = row.getObject(7, OffsetDateTime.class).toInstant();
        return new Alert(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, LocalDate.class),
                AlertState.ofCode(row.getString(6)).orElseThrow(),
                new Times(opened, instant(row, 8), instant(row, 9)),
                List.of());
    }

    private static Optional<Recipient> recipient(ResultSet row) throws SQLException {
        String role = row.getString(10);
        if (role == null) {
            return Optional.empty();
        }
        return Optional.of(new Recipient(
                role.equals(Recipient.Role.HR.code()) ? Recipient.Role.HR : Recipient.Role.MANAGER,
                row.getObject(11, UUID.class),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                instant(row, 13)));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
