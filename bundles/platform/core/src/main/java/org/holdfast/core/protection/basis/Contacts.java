package org.holdfast.core.protection.basis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;

/**
 * Whom the people of each subsidiary ask about their data: the subsidiary's own contact, else the group's. Safe for use from
 * many threads.
 */
public final class Contacts {
    /** Stands for the whole group. */
    public static final UUID GROUP = new UUID(0, 0);

    private final Database database;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param database the database
     * @param clock the time
     */
    public Contacts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Returns whom the people of a subsidiary ask.
     *
     * @param subsidiaryId the subsidiary
     * @return its own contact, else the group's; empty where there is neither
     */
    public Optional<Contact> of(UUID subsidiaryId) {
        return own(subsidiaryId).or(() -> own(GROUP));
    }

    /**
     * Returns the contact a subsidiary, or the group, has itself.
     *
     * @param ownerId the subsidiary, or {@link #GROUP}
     * @return the contact, or empty
     */
    public Optional<Contact> own(UUID ownerId) {
        String sql = "select name, email, phone, address, representative from privacy_contact where owner_id = ?";
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, ownerId);
                try (ResultSet row = read.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Contact(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5)))
                            : Optional.empty();
                }
            }
        });
    }

    /**
     * Keeps a contact. Notices that were published keep the one they name.
     *
     * @param ownerId the subsidiary, or {@link #GROUP}
     * @param contact whom people ask from now on
     * @param by the account that says so
     */
    public void keep(UUID ownerId, Contact contact, UUID by) {
        database.run(connection -> {
            remove(connection, ownerId);
            String sql = "insert into privacy_contact (owner_id, name, email, phone, address, representative,"
                    + " changed_at, changed_by) values (?, ?, ?, ?, ?, ?, ?, ?)";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setObject(1, ownerId);
                insert.setString(2, contact.name());
                insert.setString(3, contact.email());
                insert.setString(4, contact.phone());
                insert.setString(5, contact.address());
                insert.setString(6, contact.representative());
                insert.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
                insert.setObject(8, by);
                insert.executeUpdate();
            }
        });
    }

    /**
     * Removes a subsidiary's own contact, so that the group's holds again.
     *
     * @param ownerId the subsidiary, or {@link #GROUP}
     */
    public void remove(UUID ownerId) {
        database.run(connection -> remove(connection, ownerId));
    }

    private static void remove(Connection connection, UUID ownerId) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from privacy_contact where owner_id = ?")) {
            delete.setObject(1, ownerId);
            delete.executeUpdate();
        }
    }
}
