package org.holdfast.core.signals;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.TimeOrderedIds;
import org.jspecify.annotations.Nullable;

/**
 * Remembers about whom something became known, until they have been scored again. Noted in the transaction that stores
 * the facts, so that neither a kill nor a closed key ring loses a score. Holds random ids only. Safe for use from many
 * threads.
 */
public final class Arrivals {
    private static final int ID_BYTES = 16;
    /** Keeps a row well below the longest value of its column. */
    private static final int PERSONS_A_ROW = 20_000;

    private final Database database;
    private final TimeOrderedIds ids;

    /**
     * Creates it.
     *
     * @param database where the notes are
     * @param clock orders them
     */
    public Arrivals(Database database, Clock clock) {
        this.database = database;
        this.ids = new TimeOrderedIds(clock);
    }

    /**
     * What waits to be scored in a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @param everybody whether so much became known that all of it is to be scored
     * @param persons the others about whom something became known
     * @param notes which notes say so
     */
    public record Waiting(UUID subsidiaryId, boolean everybody, Set<UUID> persons, List<UUID> notes) {

        /** Copies the collections. */
        public Waiting {
            persons = Set.copyOf(persons);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Notes people, in the transaction under way or one of its own.
     *
     * @param subsidiaryId their subsidiary
     * @param persons about whom something became known
     */
    public void note(UUID subsidiaryId, Collection<UUID> persons) {
        List<UUID> all = List.copyOf(persons);
        for (int from = 0; from < all.size(); from += PERSONS_A_ROW) {
            List<UUID> part = all.subList(from, Math.min(all.size(), from + PERSONS_A_ROW));
            ByteBuffer bytes = ByteBuffer.allocate(part.size() * ID_BYTES);
            part.forEach(id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
            insert(subsidiaryId, bytes.array());
        }
    }

    /**
     * Notes a whole subsidiary, in the transaction under way or one of its own.
     *
     * @param subsidiaryId the subsidiary
     */
    public void noteEverybody(UUID subsidiaryId) {
        insert(subsidiaryId, null);
    }

    private void insert(UUID subsidiaryId, byte @Nullable [] persons) {
        String sql = "insert into signal_arrival (id, subsidiary_id, persons) values (?, ?, ?)";
        database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, ids.next());
                statement.setObject(2, subsidiaryId);
                statement.setBytes(3, persons);
                statement.executeUpdate();
            }
        });
    }

    /**
     * Returns where somebody waits.
     *
     * @return subsidiaries
     */
    public List<UUID> subsidiaries() {
        return database.call(connection -> {
            List<UUID> found = new ArrayList<>();
            try (PreparedStatement statement =
                            connection.prepareStatement("select distinct subsidiary_id from signal_arrival");
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        });
    }

    /**
     * Returns who waits.
     *
     * @param subsidiaryId the subsidiary
     * @return what has been noted and not settled
     */
    public Waiting waiting(UUID subsidiaryId) {
        return database.call(connection -> {
            String sql = "select id, persons from signal_arrival where subsidiary_id = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, subsidiaryId);
                try (ResultSet row = statement.executeQuery()) {
                    return read(subsidiaryId, row);
                }
            }
        });
    }

    private static Waiting read(UUID subsidiaryId, ResultSet row) throws SQLException {
        boolean everybody = false;
        Set<UUID> persons = new HashSet<>();
        List<UUID> notes = new ArrayList<>();
        while (row.next()) {
            notes.add(row.getObject(1, UUID.class));
            byte[] bytes = row.getBytes(2);
            if (bytes == null) {
                everybody = true;
            } else {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    persons.add(new UUID(buffer.getLong(), buffer.getLong()));
                }
            }
        }
        return new Waiting(subsidiaryId, everybody, persons, notes);
    }

    /**
     * Forgets notes whose people have been scored. What was noted since they were read stays.
     *
     * @param scored what was read before the scoring
     */
    public void settle(Waiting scored) {
        database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("delete from signal_arrival where id = ?")) {
                for (UUID note : scored.notes()) {
                    statement.setObject(1, note);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }
}
