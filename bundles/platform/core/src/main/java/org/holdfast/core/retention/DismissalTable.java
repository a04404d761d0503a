package org.holdfast.core.retention;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.core.retention.DismissalCodec.Content;
import org.jspecify.annotations.Nullable;

/** People who were flagged, then dismissed. Days, reason and finding are sealed. Safe for use from many threads. */
final class DismissalTable {
    private static final String READ = "select id, subsidiary_id, person_id, alert_id, noticed_at, settled_at, content"
            + " from flagged_dismissal where ";

    private final Database database;
    private final Vault vault;

    DismissalTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Returns the alerts after which a dismissal has been noticed already. */
    Set<UUID> alerts() {
        return database.call(connection -> {
            Set<UUID> found = new HashSet<>();
            try (PreparedStatement read = connection.prepareStatement("select alert_id from flagged_dismissal");
                    ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        });
    }

    void add(Dismissal dismissal) {
        String sql =
                "insert into flagged_dismissal (id, subsidiary_id, person_id, alert_id, noticed_at, noticed_on, content)"
                        + " values (?, ?, ?, ?, ?, ?, ?)";
        byte[] content = seal(dismissal);
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setObject(1, dismissal.id());
                insert.setObject(2, dismissal.subsidiaryId());
                insert.setObject(3, dismissal.personId());
                insert.setObject(4, dismissal.alertId());
                insert.setObject(5, moment(dismissal.noticedAt()));
                insert.setObject(6, LocalDate.ofInstant(dismissal.noticedAt(), ZoneOffset.UTC));
                insert.setBytes(7, content);
                insert.executeUpdate();
            }
        });
    }

    /** Keeps what was found; returns false where somebody else has said it already. */
    boolean settle(Dismissal settled) {
        byte[] content = seal(settled);
        return database.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update flagged_dismissal set settled_at = ?, content = ? where id = ? and settled_at is null")) {
                update.setObject(1, moment(settled.settledAt()));
                update.setBytes(2, content);
                update.setObject(3, settled.id());
                return update.executeUpdate() == 1;
            }
        });
    }

    Optional<Dismissal> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    List<Dismissal> ofPerson(UUID personId) {
        return query("person_id = ? order by noticed_at desc, id", personId);
    }

    /** Returns those nobody has settled, the oldest first, or the settled ones, the last first. */
    List<Dismissal> all(boolean pending) {
        return query(
                pending
                        ? "settled_at is null and id <> ? order by noticed_at, id"
                        : "settled_at is not null and id <> ? order by settled_at desc, id",
                new UUID(0, 0));
    }

    private List<Dismissal> query(String where, Object key) {
        return database.call(connection -> {
            List<Dismissal> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(READ + where)) {
                read.setObject(1, key);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        dismissal(row).ifPresent(found::add);
                    }
                }
            }
            return found;
        });
    }

    /** Opens a row; empty where the person is being erased at this moment. */
    private Optional<Dismissal> dismissal(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UUID subsidiaryId = row.getObject(2, UUID.class);
        UUID personId = row.getObject(3, UUID.class);
        OffsetDateTime settled = row.getObject(6, OffsetDateTime.class);
        try {
            Content content =
                    DismissalCodec.read(vault.open(Subject.person(subsidiaryId, personId), cell(id), row.getBytes(7)));
            return Optional.of(new Dismissal(
                    id,
                    subsidiaryId,
                    personId,
                    row.getObject(4, UUID.class),
                    row.getObject(5, OffsetDateTime.class).toInstant(),
                    settled == null ? null : settled.toInstant(),
                    content.facts(),
                    content.finding()));
        } catch (PersonErasedException e) {
            return Optional.empty();
        }
    }

    private byte[] seal(Dismissal dismissal) {
        return vault.seal(
                Subject.person(dismissal.subsidiaryId(), dismissal.personId()),
                cell(dismissal.id()),
                DismissalCodec.write(new Content(dismissal.facts(), dismissal.finding())));
    }

    private static Cell cell(UUID id) {
        return new Cell("flagged_dismissal", "content", id.toString(), DismissalCodec.VERSION);
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
