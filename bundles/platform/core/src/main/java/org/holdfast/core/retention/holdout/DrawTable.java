package org.holdfast.core.retention.holdout;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.core.retention.holdout.Draw.Lot;

/**
 * The table {@code holdout_draw}. What was drawn is sealed under the person's key; plain is that a lot was drawn, and the days.
 * Safe for use from many threads.
 */
final class DrawTable {
    static final String NAME = "holdout_draw";

    private static final int SEALED_AS = 1;
    private static final String READ =
            "select id, holdout_id, subsidiary_id, person_id, drawn_on, until_day, lot from holdout_draw where ";

    private final Database database;
    private final Vault vault;

    DrawTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Keeps a lot; the database refuses a second one for the same person and hold-out. */
    void add(Draw draw) {
        String sql = "insert into holdout_draw (id, holdout_id, subsidiary_id, person_id, drawn_on, until_day, lot)"
                + " values (?, ?, ?, ?, ?, ?, ?)";
        byte[] lot = seal(draw);
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setObject(1, draw.id());
                insert.setObject(2, draw.holdoutId());
                insert.setObject(3, draw.subsidiaryId());
                insert.setObject(4, draw.personId());
                insert.setObject(5, draw.on());
                insert.setObject(6, draw.until());
                insert.setBytes(7, lot);
                insert.executeUpdate();
            }
        });
    }

    /** Notes that somebody was told who was held out. */
    void told(Draw draw) {
        byte[] lot = seal(draw);
        database.run(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update holdout_draw set lot = ? where id = ?")) {
                update.setBytes(1, lot);
                update.setObject(2, draw.id());
                update.executeUpdate();
            }
        });
    }

    /** Returns the lots about a person, the latest first. */
    List<Draw> ofPerson(UUID personId) {
        return query("person_id = ? order by drawn_on desc, id", personId);
    }

    /** Returns the lots drawn for people of a subsidiary, the oldest first. */
    List<Draw> ofSubsidiary(UUID subsidiaryId) {
        return query("subsidiary_id = ? order by drawn_on, id", subsidiaryId);
    }

    /** Returns the lots whose horizon reaches to a day or beyond, the oldest first. */
    List<Draw> reaching(LocalDate day) {
        return query("until_day >= ? order by drawn_on, id", day);
    }

    /** Returns what differs once a lot of a subsidiary was drawn or erased. */
    Object standing(UUID subsidiaryId) {
        return database.call(connection -> {
            try (PreparedStatement count = connection.prepareStatement(
                    "select count(*), max(drawn_on) from holdout_draw" + " where subsidiary_id = ?")) {
                count.setObject(1, subsidiaryId);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    return List.of(row.getLong(1), String.valueOf(row.getObject(2)));
                }
            }
        });
    }

    private List<Draw> query(String where, Object key) {
        return database.call(connection -> {
            List<Draw> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(READ + where)) {
                read.setObject(1, key);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        draw(row).ifPresent(found::add);
                    }
                }
            }
            return found;
        });
    }

    /** Opens a row; empty where the person is being erased at this moment. */
    private Optional<Draw> draw(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UUID subsidiaryId = row.getObject(3, UUID.class);
        UUID personId = row.getObject(4, UUID.class);
        try {
            byte[] lot = vault.open(Subject.person(subsidiaryId, personId), cell(id), row.getBytes(7));
            return Optional.of(new Draw(
                    id,
                    row.getObject(2, UUID.class),
                    subsidiaryId,
                    personId,
                    row.getObject(5, LocalDate.class),
                    row.getObject(6, LocalDate.class),
                    Lot.ofCode(lot[0])));
        } catch (PersonErasedException e) {
            return Optional.empty();
        }
    }

    private byte[] seal(Draw draw) {
        byte[] lot = {draw.lot().code()};
        return vault.seal(Subject.person(draw.subsidiaryId(), draw.personId()), cell(draw.id()), lot);
    }

    private static Cell cell(UUID id) {
        return new Cell(NAME, "lot", id.toString(), SEALED_AS);
    }
}
