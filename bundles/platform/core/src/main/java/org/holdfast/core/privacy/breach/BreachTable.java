package org.holdfast.core.privacy.breach;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.privacy.breach.Breach.Origin;
import org.holdfast.core.privacy.breach.Breach.Times;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;

/** The table {@code data_breach}. What is said in it is sealed. Safe for use from many threads. */
final class BreachTable {
    private static final String READ = "select id, incident_id, subsidiary_id, severity, state, noticed_at,"
            + " authority_due_at, people_due_at, warn_at_hours, opened_at, opened_by, place, categories from data_breach ";

    private final Database database;
    private final Vault vault;

    BreachTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    Database database() {
        return database;
    }

    /** Adds a breach; where the server found it, at most one for a subsidiary and key. */
    void add(Breach breach, BreachFacts facts, String foundOnce) {
        String sql = "insert into data_breach (id, incident_id, subsidiary_id, severity, state, noticed_at,"
                + " authority_due_at, people_due_at, warn_at_hours, opened_at, opened_by, place, categories, facts,"
                + " found_once) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setObject(1, breach.id());
                insert.setObject(2, breach.incidentId());
                insert.setObject(3, breach.subsidiaryId());
                insert.setString(4, breach.severity().code());
                insert.setString(5, breach.state().code());
                insert.setObject(6, breach.times().noticedAt().atOffset(ZoneOffset.UTC));
                insert.setObject(7, breach.times().authorityDueAt().atOffset(ZoneOffset.UTC));
                insert.setObject(8, breach.times().peopleDueAt().atOffset(ZoneOffset.UTC));
                insert.setString(
                        9,
                        breach.times().warnAtHours().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",")));
                insert.setObject(10, breach.origin().at().atOffset(ZoneOffset.UTC));
                insert.setObject(11, breach.origin().by());
                insert.setString(12, breach.origin().place());
                insert.setString(13, codes(breach.categories()));
                insert.setBytes(14, seal(breach, facts));
                insert.setString(15, foundOnce.isEmpty() ? null : foundOnce);
                insert.executeUpdate();
            }
        });
    }

    /** Changes what is known of a breach; false where it is closed. */
    boolean change(Breach breach, BreachFacts facts) {
        String sql =
                "update data_breach set severity = ?, categories = ?, facts = ? where id = ? and state <> 'closed'";
        return database.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setString(1, breach.severity().code());
                update.setString(2, codes(breach.categories()));
                update.setBytes(3, seal(breach, facts));
                update.setObject(4, breach.id());
                return update.executeUpdate() == 1;
            }
        });
    }

    /** Keeps others from changing a breach until the transaction ends; false where it is closed. */
    boolean hold(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update data_breach set severity = severity where id = ? and state <> 'closed'")) {
            update.setObject(1, id);
            return update.executeUpdate() == 1;
        }
    }

    void state(Connection connection, UUID id, State state) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update data_breach set state = ? where id = ?")) {
            update.setString(1, state.code());
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    Optional<Breach> find(UUID id) {
        return query("where id = ?", id).stream().findFirst();
    }

    /** Returns the breaches of all subsidiaries, the one noticed last before the others. */
    List<Breach> all() {
        return query("order by noticed_at desc, opened_at desc, subsidiary_id");
    }

    /** Returns what the server has found under a key. */
    Optional<Breach> found(String foundOnce) {
        return query("where found_once = ?", foundOnce).stream().findFirst();
    }

    BreachFacts facts(Breach breach) {
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement("select facts from data_breach where id = ?")) {
                read.setObject(1, breach.id());
                try (ResultSet row = read.executeQuery()) {
                    return row.next()
                            ? BreachFacts.decode(vault.open(subject(breach), cell(breach), row.getBytes(1)))
                            : BreachFacts.UNKNOWN;
                }
            }
        });
    }

    private List<Breach> query(String where, Object... keys) {
        return database.call(connection -> {
            List<Breach> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(READ + where)) {
                for (int i = 0; i < keys.length; i++) {
                    read.setObject(i + 1, keys[i]);
                }
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(breach(row));
                    }
                }
            }
            return found;
        });
    }

    private static Breach breach(ResultSet row) throws SQLException {
        return new Breach(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                Severity.ofCode(row.getString(4)).orElseThrow(),
                State.ofCode(row.getString(5)).orElseThrow(),
                new Times(
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        row.getObject(8, OffsetDateTime.class).toInstant(),
                        hours(row.getString(9))),
                new Origin(
                        row.getObject(10, OffsetDateTime.class).toInstant(),
                        row.getObject(11, UUID.class),
                        row.getString(12)),
                categories(row.getString(13)));
    }

    private byte[] seal(Breach breach, BreachFacts facts) {
        return vault.seal(subject(breach), cell(breach), facts.encode());
    }

    private static Subject subject(Breach breach) {
        return Subject.subsidiary(breach.subsidiaryId());
    }

    private static Cell cell(Breach breach) {
        return new Cell("data_breach", "facts", breach.id().toString(), 1);
    }

    private static List<Integer> hours(String column) {
        return column.isEmpty()
                ? List.of()
                : Arrays.stream(column.split(",", -1)).map(Integer::valueOf).toList();
    }

    private static String codes(Set<DataCategory> categories) {
        return categories.stream().map(DataCategory::code).sorted().collect(Collectors.joining(","));
    }

    private static Set<DataCategory> categories(String column) {
        Set<DataCategory> found = EnumSet.noneOf(DataCategory.class);
        for (String code : column.split(",", -1)) {
            DataCategory.ofCode(code).ifPresent(found::add);
        }
        return found;
    }
}
