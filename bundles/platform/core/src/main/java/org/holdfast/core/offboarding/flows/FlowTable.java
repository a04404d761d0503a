package org.holdfast.core.offboarding.flows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.jspecify.annotations.Nullable;

/** Flows, their versions, who uses which, and what the group demands of all. Safe for use from many threads. */
final class FlowTable {
    private static final String VERSION =
            "select v.id, v.number, v.created_at, v.published_at, f.id, f.owner_id, f.flow_key"
                    + " from offboarding_flow_version v join offboarding_flow f on f.id = v.flow_id";

    private final Database database;

    FlowTable(Database database) {
        this.database = database;
    }

    Database database() {
        return database;
    }

    /** Every version of every flow, by key and number. */
    List<FlowVersion> all() {
        return versions(VERSION + " order by f.flow_key, f.owner_id, v.number");
    }

    Optional<FlowVersion> version(UUID flow, int number) {
        return versions(VERSION + " where f.id = ? and v.number = ?", flow, number).stream()
                .findFirst();
    }

    Optional<FlowVersion> version(UUID id) {
        return versions(VERSION + " where v.id = ?", id).stream().findFirst();
    }

    /** The newest version of a flow on which runs may start. */
    Optional<FlowVersion> published(UUID flow) {
        return versions(VERSION + " where f.id = ? and v.published_at is not null order by v.number desc", flow)
                .stream()
                .findFirst();
    }

    Optional<FlowVersion> published(UUID owner, String key) {
        return versions(
                        VERSION + " where f.owner_id = ? and f.flow_key = ? and v.published_at is not null"
                                + " order by v.number desc",
                        owner,
                        key)
                .stream()
                .findFirst();
    }

    byte[] content(UUID version) {
        return database.call(connection -> {
            try (PreparedStatement read =
                    connection.prepareStatement("select content from offboarding_flow_version where id = ?")) {
                read.setObject(1, version);
                try (ResultSet row = read.executeQuery()) {
                    row.next();
                    return row.getBytes(1);
                }
            }
        });
    }

    /** Adds a version; where the flow's newest is the same file, returns that. */
    FlowVersion add(UUID owner, String key, NewVersion fresh) {
        return database.call(connection -> {
            FlowVersion.Flow flow = flow(connection, owner, key);
            int count = locked(connection, flow.id());
            Optional<FlowVersion> same = same(flow, count, fresh.digest());
            if (same.isPresent()) {
                return same.get();
            }
            UUID id = UUID.randomUUID();
            update(
                    connection,
                    "insert into offboarding_flow_version (id, flow_id, number, digest, content, created_at, created_by,"
                            + " published_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    flow.id(),
                    count + 1,
                    fresh.digest(),
                    fresh.content(),
                    moment(fresh.at()),
                    fresh.by(),
                    fresh.published() ? moment(fresh.at()) : null);
            update(connection, "update offboarding_flow set versions = ? where id = ?", count + 1, flow.id());
            return new FlowVersion(id, flow, count + 1, fresh.at(), fresh.published() ? fresh.at() : null);
        });
    }

    /**
     * A version to add.
     *
     * @param content the file
     * @param digest its SHA-256 in hex
     * @param at when
     * @param by the account, null for none
     * @param published whether runs may start on it at once
     */
    @SuppressWarnings("ArrayRecordComponent") // written once and never compared
    record NewVersion(
            byte[] content,
            String digest,
            Instant at,
            @Nullable UUID by,
            boolean published) {}

    private Optional<FlowVersion> same(FlowVersion.Flow flow, int newest, String digest) {
        return versions(VERSION + " where f.id = ? and v.number = ? and v.digest = ?", flow.id(), newest, digest)
                .stream()
                .findFirst();
    }

    private FlowVersion.Flow flow(Connection connection, UUID owner, String key) throws SQLException {
        Optional<UUID> known = id(connection, owner, key);
        UUID id = known.orElseGet(UUID::randomUUID);
        if (known.isEmpty()) {
            update(
                    connection,
                    "insert into offboarding_flow (id, owner_id, flow_key, versions) values (?, ?, ?, 0)",
                    id,
                    owner,
                    key);
        }
        return new FlowVersion.Flow(id, owner, key);
    }

    private static Optional<UUID> id(Connection connection, UUID owner, String key) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("select id from offboarding_flow where owner_id = ? and flow_key = ?")) {
            read.setObject(1, owner);
            read.setString(2, key);
            try (ResultSet row = read.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    private static int locked(Connection connection, UUID flow) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("select versions from offboarding_flow where id = ? for update")) {
            read.setObject(1, flow);
            try (ResultSet row = read.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Keeps others from changing a flow until the transaction ends. */
    void lock(FlowVersion.Flow flow) {
        database.run(connection -> locked(connection, flow.id()));
    }

    /** Publishes a draft; false where it was published before. */
    boolean publish(UUID version, Instant at) {
        return database.call(connection -> update(
                        connection,
                        "update offboarding_flow_version set published_at = ? where id = ? and published_at is null",
                        moment(at),
                        version)
                == 1);
    }

    void use(UUID subsidiary, UUID flow) {
        database.run(connection -> {
            update(connection, "delete from offboarding_flow_use where subsidiary_id = ?", subsidiary);
            update(
                    connection,
                    "insert into offboarding_flow_use (subsidiary_id, flow_id) values (?, ?)",
                    subsidiary,
                    flow);
        });
    }

    /** Which flow each subsidiary uses that does not use the group's first one. */
    Map<UUID, UUID> uses() {
        return database.call(connection -> {
            Map<UUID, UUID> found = new HashMap<>();
            try (PreparedStatement read =
                            connection.prepareStatement("select subsidiary_id, flow_id from offboarding_flow_use");
                    ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                }
            }
            return found;
        });
    }

    /** The steps the group demands; empty where it has said none. */
    Set<FlowStep> demanded() {
        return database.call(connection -> {
            Set<FlowStep> found = EnumSet.noneOf(FlowStep.class);
            try (PreparedStatement read = connection.prepareStatement("select step from offboarding_flow_rule");
                    ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    FlowStep.ofCode(row.getString(1)).ifPresent(found::add);
                }
            }
            return found;
        });
    }

    void demand(Set<FlowStep> steps) {
        database.run(connection -> {
            update(connection, "delete from offboarding_flow_rule");
            for (FlowStep step : steps) {
                update(connection, "insert into offboarding_flow_rule (step) values (?)", step.code());
            }
        });
    }

    private List<FlowVersion> versions(String sql, Object... values) {
        return database.call(connection -> {
            List<FlowVersion> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                set(read, values);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(version(row));
                    }
                }
            }
            return found;
        });
    }

    private static FlowVersion version(ResultSet row) throws SQLException {
        OffsetDateTime published = row.getObject(4, OffsetDateTime.class);
        return new FlowVersion(
                row.getObject(1, UUID.class),
                new FlowVersion.Flow(row.getObject(5, UUID.class), row.getObject(6, UUID.class), row.getString(7)),
                row.getInt(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                published == null ? null : published.toInstant());
    }

    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            set(update, values);
            return update.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    static OffsetDateTime moment(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
