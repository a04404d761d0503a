package org.holdfast.core.offboarding.assets;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.PersonErasedException;
import org.jspecify.annotations.Nullable;

/**
 * Assets with what was done with them. Whatever is done is a conditional update with its entries in one transaction: of two people
 * who do something with the same asset at once, one does. Safe for use from many threads.
 */
final class AssetTable {
    private static final String COLUMNS = "id, subsidiary_id, version, state, kind, inventory_no, value_class, content";

    private final Database database;
    private final HoldingTable holdings;
    private final AssetCodec codec;

    AssetTable(Database database, HoldingTable holdings, AssetCodec codec) {
        this.database = database;
        this.holdings = holdings;
        this.codec = codec;
    }

    /**
     * Something that is done with an asset.
     *
     * @param next the asset as it is afterwards, with the version as it was read
     * @param changed a holding that is changed or ended, null for none
     * @param opened a holding that begins, null for none
     * @param entries what is noted
     */
    record Move(
            Asset next, @Nullable Holding changed, @Nullable Holding opened, List<AssetEntry> entries) {

        /** Copies the entries. */
        Move {
            entries = List.copyOf(entries);
        }
    }

    HoldingTable holdings() {
        return holdings;
    }

    Database database() {
        return database;
    }

    /**
     * Registers an asset.
     *
     * @throws org.holdfast.core.platform.database.DatabaseException a violated constraint where its number or id is taken
     */
    void add(Asset fresh, AssetEntry entry) {
        database.run(connection -> {
            update(
                    connection,
                    "insert into asset (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)",
                    fresh.id(),
                    fresh.subsidiaryId(),
                    fresh.version(),
                    fresh.state().code(),
                    fresh.mark().kind().code(),
                    fresh.mark().inventoryNo(),
                    value(fresh.mark()),
                    codec.seal(fresh));
            note(connection, entry);
        });
    }

    /** Does something with an asset; false where somebody else has done something with it since it was read. */
    boolean move(Move move) {
        return database.call(connection -> {
            Asset next = move.next();
            int changed = update(
                    connection,
                    "update asset set version = version + ?, state = ?, kind = ?, inventory_no = ?, value_class = ?,"
                            + " content = ? where id = ? and version = ?",
                    move.entries().size(),
                    next.state().code(),
                    next.mark().kind().code(),
                    next.mark().inventoryNo(),
                    value(next.mark()),
                    codec.seal(next),
                    next.id(),
                    next.version());
            if (changed == 1) {
                holdings.write(connection, move.changed(), move.opened());
                for (AssetEntry entry : move.entries()) {
                    note(connection, entry);
                }
            }
            return changed == 1;
        });
    }

    Optional<Asset> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    /** Returns the assets of a subsidiary, by their numbers. */
    List<Asset> of(UUID subsidiaryId) {
        return query("subsidiary_id = ?", subsidiaryId);
    }

    /** Returns what was done with an asset, the first first; nothing of somebody who is being erased at this moment. */
    List<AssetEntry> entries(UUID assetId) {
        return entries("asset_id = ?", assetId);
    }

    /** Returns what was done with whatever somebody held, the first first. */
    List<AssetEntry> entriesOf(UUID personId) {
        return entries("person_id = ?", personId);
    }

    private List<AssetEntry> entries(String where, UUID key) {
        String sql = "select id, asset_id, subsidiary_id, person_id, number, at, content from asset_entry where "
                + where + " order by at, asset_id, number";
        return database.call(connection -> {
            List<AssetEntry> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, key);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        entry(row).ifPresent(found::add);
                    }
                }
            }
            return found;
        });
    }

    private Optional<AssetEntry> entry(ResultSet row) throws SQLException {
        AssetEntry.About about = new AssetEntry.About(
                row.getObject(2, UUID.class), row.getObject(3, UUID.class), row.getObject(4, UUID.class));
        try {
            return Optional.of(new AssetEntry(
                    about,
                    row.getInt(5),
                    row.getObject(6, OffsetDateTime.class).toInstant(),
                    codec.words(about, row.getObject(1, UUID.class), row.getBytes(7))));
        } catch (PersonErasedException e) {
            return Optional.empty();
        }
    }

    private List<Asset> query(String where, UUID key) {
        String sql = "select " + COLUMNS + " from asset where " + where + " order by inventory_no";
        return database.call(connection -> {
            List<Asset> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, key);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(asset(row));
                    }
                }
            }
            return found;
        });
    }

    private Asset asset(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UUID subsidiary = row.getObject(2, UUID.class);
        String worth = row.getString(7);
        return new Asset(
                id,
                subsidiary,
                row.getInt(3),
                Coded.of(AssetState.class, row.getString(4)),
                new Asset.Mark(
                        Coded.of(AssetKind.class, row.getString(5)),
                        row.getString(6),
                        worth == null ? null : Coded.of(ValueClass.class, worth)),
                codec.content(subsidiary, id, row.getBytes(8)));
    }

    private void note(Connection connection, AssetEntry entry) throws SQLException {
        UUID id = UUID.randomUUID();
        update(
                connection,
                "insert into asset_entry (id, asset_id, subsidiary_id, person_id, number, at, content)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                entry.about().assetId(),
                entry.about().subsidiaryId(),
                entry.about().personId(),
                entry.number(),
                OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC),
                codec.seal(entry.about(), id, entry.words()));
    }

    private static @Nullable String value(Asset.Mark mark) {
        ValueClass worth = mark.valueClass();
        return worth == null ? null : worth.code();
    }

    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }
}
