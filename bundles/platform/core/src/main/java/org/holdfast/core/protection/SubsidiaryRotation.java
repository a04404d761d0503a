package org.holdfast.core.protection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.WrappedKey;
import org.holdfast.launcher.keys.KeyRotation;

/**
 * Replaces the keys that wrap the keys of people, subsidiary by subsidiary. The keys of people stay the same keys, so
 * nothing that they have sealed is touched; a subsidiary's own key goes on sealing what belongs to no one person.
 */
final class SubsidiaryRotation implements Rotation {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String COUNT = "SELECT COUNT(*) FROM wrapped_key WHERE owner_id <> subsidiary_id";
    private static final String SUBSIDIARIES =
            "SELECT DISTINCT subsidiary_id FROM wrapped_key WHERE owner_id <> subsidiary_id ORDER BY subsidiary_id";
    private static final String MADE =
            "SELECT key_id, wrapped FROM wrapping_key WHERE subsidiary_id = ? AND rotation_id = ?";
    private static final String MAKE = "INSERT INTO wrapping_key (key_id, subsidiary_id, rotation_id, generation,"
            + " wrapped, created_at) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String OWN = "SELECT key_id, wrapped FROM wrapped_key WHERE owner_id = ?";
    private static final String PEOPLE = "SELECT owner_id, key_id, wrapped, parent_id FROM wrapped_key"
            + " WHERE subsidiary_id = ? AND owner_id > ? AND owner_id <> subsidiary_id"
            + " AND (parent_id IS NULL OR parent_id <> ?) ORDER BY subsidiary_id, owner_id FETCH FIRST ? ROWS ONLY";
    private static final String LEFT = "SELECT COUNT(*) FROM wrapped_key WHERE subsidiary_id = ?"
            + " AND owner_id <> subsidiary_id AND (parent_id IS NULL OR parent_id <> ?)";
    /** By owner and key: a key that was destroyed meanwhile does not come back. */
    private static final String REWRAP =
            "UPDATE wrapped_key SET wrapped = ?, parent_id = ? WHERE owner_id = ? AND key_id = ?";

    private static final String PROGRESS = "UPDATE key_rotation SET done = done + ? WHERE id = ?";
    private static final String RETIRE = "DELETE FROM wrapping_key WHERE subsidiary_id = ? AND key_id <> ?";

    private final RotationTable table;
    private final SealedVault vault;
    private final Clock clock;
    private final int batch;

    /** Takes how many keys of people are wrapped anew in one transaction, at least 1. */
    SubsidiaryRotation(RotationTable table, SealedVault vault, Clock clock, int batch) {
        this.table = table;
        this.vault = vault;
        this.clock = clock;
        this.batch = batch;
    }

    /** A person's key, with the key it is wrapped by. */
    private record Person(WrappedKey key, WrappedKey above) {}

    @Override
    public long total() {
        return table.count(COUNT);
    }

    @Override
    public void run(KeyRotation rotation, KeyRing ring, Runnable after) {
        for (UUID subsidiaryId : table.inOne(SubsidiaryRotation::subsidiaries)) {
            WrappedKey next = next(rotation.id(), subsidiaryId, ring);
            after.run();
            while (table.count(LEFT, subsidiaryId, next.id()) > 0) {
                rewrapAll(new Turn(rotation.id(), subsidiaryId, next), ring, after);
            }
            table.run(RETIRE, subsidiaryId, next.id());
            after.run();
        }
        table.done(rotation);
    }

    private record Turn(UUID rotation, UUID subsidiaryId, WrappedKey next) {}

    private static List<UUID> subsidiaries(Connection connection) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(SUBSIDIARIES);
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    /** Makes the key that wraps from now on, or finds the one that was made before a kill. */
    private WrappedKey next(UUID rotation, UUID subsidiaryId, KeyRing ring) {
        Optional<WrappedKey> made =
                table.inOne(connection -> one(connection, MADE, subsidiaryId, subsidiaryId, rotation));
        if (made.isPresent()) {
            return made.get();
        }
        List<WrappedKey> next = new ArrayList<>();
        vault.whileNoKeyIsMade(() -> {
            WrappedKey key = ring.newSubsidiaryKey(subsidiaryId.toString(), suite(subsidiaryId));
            long generation = 1
                    + table.count(
                            "SELECT COALESCE(MAX(generation), 0) FROM wrapping_key WHERE subsidiary_id = ?",
                            subsidiaryId);
            Timestamp now = Timestamp.from(clock.instant());
            table.run(MAKE, key.id(), subsidiaryId, rotation, generation, key.bytes(), now);
            vault.wrapBy(subsidiaryId, key);
            next.add(key);
        });
        return next.get(0);
    }

    /** Keys of people stay with the cipher suite that they have sealed by, whatever the settings say now. */
    private String suite(UUID subsidiaryId) {
        return table.inOne(connection -> one(connection, OWN, subsidiaryId, subsidiaryId))
                .map(WrappedKey::suite)
                .orElseThrow(() -> new HoldfastException(
                        VaultError.KEY_ABSENT, "The key of subsidiary " + subsidiaryId + " is not there."));
    }

    private void rewrapAll(Turn turn, KeyRing ring, Runnable after) {
        Map<String, WrappedKey> parents = table.inOne(connection -> parents(connection, turn.subsidiaryId()));
        UUID last = BEFORE_ALL;
        while (true) {
            UUID from = last;
            List<Person> people = table.inOne(connection -> people(connection, turn, from, parents));
            if (people.isEmpty()) {
                return;
            }
            rewrap(turn, ring, people);
            after.run();
            last = UUID.fromString(people.get(people.size() - 1).key().ownerId());
        }
    }

    private void rewrap(Turn turn, KeyRing ring, List<Person> people) {
        WrappedKey next = turn.next();
        List<WrappedKey> anew = people.stream()
                .map(person -> ring.rewrapPersonKey(person.above(), next, person.key()))
                .toList();
        table.inOne(connection -> {
            try (PreparedStatement update = connection.prepareStatement(REWRAP)) {
                for (WrappedKey key : anew) {
                    update.setBytes(1, key.bytes());
                    update.setString(2, next.id());
                    update.setObject(3, UUID.fromString(key.ownerId()));
                    update.setString(4, key.id());
                    update.addBatch();
                }
                update.executeBatch();
            }
            return RotationTable.execute(connection, PROGRESS, anew.size(), turn.rotation());
        });
        vault.rewrapped(turn.subsidiaryId(), next, anew);
    }

    /** Returns the keys that wrap people's of a subsidiary, by id; its own under the empty id. */
    private static Map<String, WrappedKey> parents(Connection connection, UUID subsidiaryId) throws SQLException {
        Map<String, WrappedKey> parents = WrappedKeys.wrapping(connection, subsidiaryId);
        one(connection, OWN, subsidiaryId, subsidiaryId).ifPresent(own -> parents.put("", own));
        return parents;
    }

    private List<Person> people(Connection connection, Turn turn, UUID from, Map<String, WrappedKey> parents)
            throws SQLException {
        List<Person> people = new ArrayList<>();
        try (PreparedStatement read = RotationTable.prepared(
                        connection,
                        PEOPLE,
                        turn.subsidiaryId(),
                        from,
                        turn.next().id(),
                        batch);
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                String owner = rows.getObject(1, UUID.class).toString();
                String parent = rows.getString(4);
                WrappedKey above = parents.get(parent == null ? "" : parent);
                if (above == null) {
                    throw new HoldfastException(
                            VaultError.KEY_ABSENT, "The key above that of " + owner + " is not there.");
                }
                people.add(new Person(new WrappedKey(rows.getString(2), owner, rows.getBytes(3)), above));
            }
        }
        return people;
    }

    private static Optional<WrappedKey> one(Connection connection, String query, UUID owner, Object... values)
            throws SQLException {
        try (PreparedStatement read = RotationTable.prepared(connection, query, values);
                ResultSet rows = read.executeQuery()) {
            return rows.next()
                    ? Optional.of(new WrappedKey(rows.getString(1), owner.toString(), rows.getBytes(2)))
                    : Optional.empty();
        }
    }
}
