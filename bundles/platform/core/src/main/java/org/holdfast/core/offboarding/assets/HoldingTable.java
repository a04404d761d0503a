package org.holdfast.core.offboarding.assets;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.jspecify.annotations.Nullable;

/** Who holds what, in plain columns: a list of them opens nothing that is sealed. Safe for use from many threads. */
final class HoldingTable {
    private static final String COLUMNS =
            "id, asset_id, subsidiary_id, person_id, issued_on, due_on, ended_on, receipt, given_back_on, ending";

    private final Database database;

    HoldingTable(Database database) {
        this.database = database;
    }

    /** Writes what changes in holdings with something that is done with an asset. The one that ends makes room for the one that begins. */
    void write(Connection connection, @Nullable Holding changed, @Nullable Holding opened) throws SQLException {
        if (changed != null) {
            Ending ending = changed.marks().ending();
            AssetTable.update(
                    connection,
                    "update asset_holding set open_asset_id = ?, due_on = ?, ended_on = ?, receipt = ?, given_back_on = ?,"
                            + " ending = ? where id = ?",
                    changed.open() ? changed.assetId() : null,
                    changed.days().due(),
                    changed.days().ended(),
                    changed.marks().receipt().code(),
                    changed.marks().givenBack(),
                    ending == null ? null : ending.code(),
                    changed.id());
        }
        if (opened != null) {
            AssetTable.update(
                    connection,
                    "insert into asset_holding (" + COLUMNS
                            + ", open_asset_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    opened.id(),
                    opened.assetId(),
                    opened.subsidiaryId(),
                    opened.personId(),
                    opened.days().issued(),
                    opened.days().due(),
                    null,
                    opened.marks().receipt().code(),
                    null,
                    null,
                    opened.assetId());
        }
    }

    Optional<Holding> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    /** Returns who holds an asset now. */
    Optional<Holding> now(UUID assetId) {
        return query("open_asset_id = ?", assetId).stream().findFirst();
    }

    /** Returns what somebody holds and held, what was issued last first. */
    List<Holding> ofPerson(UUID personId) {
        return query("person_id = ?", personId);
    }

    /** Returns all that was issued by a subsidiary, what was issued last first. */
    List<Holding> of(UUID subsidiaryId) {
        return query("subsidiary_id = ?", subsidiaryId);
    }

    /** Returns all that people hold now. */
    List<Holding> open() {
        return database.call(connection ->
                read(connection, "select " + COLUMNS + " from asset_holding where open_asset_id is not null", null));
    }

    private List<Holding> query(String where, UUID key) {
        String sql = "select " + COLUMNS + " from asset_holding where " + where + " order by issued_on desc, id";
        return database.call(connection -> read(connection, sql, key));
    }

    static List<Holding> read(Connection connection, String sql, @Nullable UUID key) throws SQLException {
        List<Holding> found = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            if (key != null) {
                read.setObject(1, key);
            }
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.add(holding(row));
                }
            }
        }
        return found;
    }

    /** Returns the holdings of a person within a transaction. */
    static List<Holding> ofPerson(Connection connection, UUID personId) throws SQLException {
        return read(connection, "select " + COLUMNS + " from asset_holding where person_id = ?", personId);
    }

    private static Holding holding(ResultSet row) throws SQLException {
        String ending = row.getString(10);
        return new Holding(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                new Holding.Days(
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, LocalDate.class)),
                new Holding.Marks(
                        Coded.of(Receipt.class, row.getString(8)),
                        row.getObject(9, LocalDate.class),
                        ending == null ? null : Coded.of(Ending.class, ending)));
    }
}
