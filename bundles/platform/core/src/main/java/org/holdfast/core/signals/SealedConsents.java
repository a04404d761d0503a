package org.holdfast.core.signals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.platform.bytes.ByteSink;
import org.holdfast.core.platform.bytes.ByteSource;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.WantedIds;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;

/** Keeps each consent in a row of its own, sealed under the person's key. */
public final class SealedConsents implements Consents {
    private static final int PEOPLE_A_READ = 512;

    private final Database database;
    private final Vault vault;
    private final OpenedConsents opened;

    /**
     * Creates it.
     *
     * @param database where the rows are
     * @param vault seals them
     */
    public SealedConsents(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
        this.opened = new OpenedConsents(vault::erased);
    }

    /** Drops what is in memory about a person who is erased. */
    void forget(UUID personId) {
        opened.forget(personId);
    }

    /** Drops what is in memory, as when the key ring closes. */
    void forget() {
        opened.forgetAll();
    }

    @Override
    public boolean granted(Subject person, DataCategory category, Purpose purpose, LocalDate day) {
        return of(person).stream().anyMatch(consent -> consent.covers(category, purpose, day));
    }

    @Override
    public List<Consent> of(Subject person) {
        return rows(person).values().stream()
                .sorted(Comparator.comparing(Consent::from))
                .toList();
    }

    @Override
    public Map<UUID, List<Consent>> of(UUID subsidiaryId, Collection<UUID> persons) {
        List<UUID> all = List.copyOf(persons);
        Map<UUID, List<Consent>> found = new HashMap<>();
        for (int from = 0; from < all.size(); from += PEOPLE_A_READ) {
            List<UUID> page = all.subList(from, Math.min(from + PEOPLE_A_READ, all.size()));
            database.run(connection -> read(connection, subsidiaryId, page, found));
        }
        return found;
    }

    private void read(Connection connection, UUID subsidiaryId, List<UUID> persons, Map<UUID, List<Consent>> found)
            throws SQLException {
        Map<UUID, Set<UUID>> unknown = new HashMap<>();
        rows(connection, subsidiaryId, persons)
                .forEach((person, rows) -> opened.of(person, rows)
                        .ifPresentOrElse(consents -> found.put(person, consents), () -> unknown.put(person, rows)));
        if (unknown.isEmpty()) {
            return;
        }
        Map<UUID, List<Consent>> fresh = new HashMap<>();
        open(connection, subsidiaryId, unknown.keySet(), fresh);
        unknown.forEach((person, rows) -> {
            List<Consent> consents = fresh.getOrDefault(person, List.of());
            // Rows that came or went between the two readings are read anew the next time.
            if (consents.size() == rows.size()) {
                opened.put(person, rows, consents);
            }
        });
        found.putAll(fresh);
    }

    /** Reads which rows there are: an index tells, no row is touched. */
    private static Map<UUID, Set<UUID>> rows(Connection connection, UUID subsidiaryId, List<UUID> persons)
            throws SQLException {
        // The subsidiary comes first in the key; the people alone would read the whole table.
        String sql = "select person_id, id from " + WantedIds.join("consent", "person_id")
                + " and consent.subsidiary_id = ?";
        Map<UUID, Set<UUID>> rows = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            WantedIds.bind(statement, 1, persons);
            statement.setObject(2, subsidiaryId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.computeIfAbsent(row.getObject(1, UUID.class), person -> new HashSet<>())
                            .add(row.getObject(2, UUID.class));
                }
            }
        }
        return rows;
    }

    private void open(
            Connection connection, UUID subsidiaryId, Collection<UUID> persons, Map<UUID, List<Consent>> found)
            throws SQLException {
        String sql = "select person_id, id, content from " + WantedIds.join("consent", "person_id")
                + " and consent.subsidiary_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            WantedIds.bind(statement, 1, persons);
            statement.setObject(2, subsidiaryId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID personId = row.getObject(1, UUID.class);
                    Subject person = Subject.person(subsidiaryId, personId);
                    open(person, row.getObject(2, UUID.class), row.getBytes(3))
                            .ifPresent(consent -> found.computeIfAbsent(personId, id -> new ArrayList<>())
                                    .add(consent));
                }
            }
        }
    }

    @Override
    public boolean put(Subject person, Consent consent) {
        Map<UUID, Consent> rows = rows(person);
        if (rows.containsValue(consent)) {
            return false;
        }
        List<UUID> replaced = new ArrayList<>();
        rows.forEach((id, old) -> {
            if (sameBegin(old, consent)) {
                replaced.add(id);
            }
        });
        UUID id = UUID.randomUUID();
        byte[] sealed = vault.seal(person, cell(id), encode(consent));
        database.run(connection -> {
            String delete = "delete from consent where subsidiary_id = ? and person_id = ? and id = ?";
            try (PreparedStatement statement = connection.prepareStatement(delete)) {
                for (UUID old : replaced) {
                    bind(statement, person, old);
                    statement.executeUpdate();
                }
            }
            String insert = "insert into consent (subsidiary_id, person_id, id, content) values (?, ?, ?, ?)";
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                bind(statement, person, id);
                statement.setBytes(4, sealed);
                statement.executeUpdate();
            }
        });
        return true;
    }

    private Map<UUID, Consent> rows(Subject person) {
        return database.call(connection -> {
            String sql = "select id, content from consent where subsidiary_id = ? and person_id = ?";
            Map<UUID, Consent> rows = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, person.subsidiaryId());
                statement.setObject(2, person.personId().orElseThrow());
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        UUID id = row.getObject(1, UUID.class);
                        open(person, id, row.getBytes(2)).ifPresent(consent -> rows.put(id, consent));
                    }
                }
            }
            return rows;
        });
    }

    /** Whoever is being erased has agreed to nothing. */
    private Optional<Consent> open(Subject person, UUID id, byte[] sealed) {
        try {
            return Optional.of(decode(vault.open(person, cell(id), sealed)));
        } catch (PersonErasedException e) {
            return Optional.empty();
        }
    }

    private static void bind(PreparedStatement statement, Subject person, UUID id) throws SQLException {
        statement.setObject(1, person.subsidiaryId());
        statement.setObject(2, person.personId().orElseThrow());
        statement.setObject(3, id);
    }

    private static boolean sameBegin(Consent one, Consent other) {
        return one.category() == other.category()
                && one.purpose() == other.purpose()
                && one.from().equals(other.from());
    }

    private static byte[] encode(Consent consent) {
        ByteSink out = new ByteSink(64);
        out.text(consent.category().code());
        out.text(consent.purpose().code());
        out.text(consent.from().toString());
        LocalDate to = consent.to();
        out.text(to == null ? "" : to.toString());
        return out.toBytes();
    }

    private static Consent decode(byte[] plain) {
        ByteSource in = new ByteSource(plain);
        DataCategory category = DataCategory.ofCode(in.text()).orElseThrow();
        Purpose purpose = Purpose.ofCode(in.text()).orElseThrow();
        LocalDate from = LocalDate.parse(in.text());
        String to = in.text();
        return new Consent(category, purpose, from, to.isEmpty() ? null : LocalDate.parse(to));
    }

    private static Cell cell(UUID id) {
        return new Cell("consent", "content", id.toString(), 1);
    }
}
