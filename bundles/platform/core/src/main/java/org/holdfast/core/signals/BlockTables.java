package org.holdfast.core.signals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.database.WantedIds;

/** The tables {@code signal_block} and {@code signal_delta}: only sealed bytes pass here. */
final class BlockTables {

    /** A sealed block of a person and quarter; large quarters have several parts. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record BlockRow(UUID personId, int quarter, int part, int version, byte[] facts) {}

    /** A sealed addition. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record DeltaRow(UUID personId, UUID id, byte[] facts) {}

    List<BlockRow> blocks(Connection connection, UUID subsidiaryId, Collection<UUID> persons, int fromQuarter)
            throws SQLException {
        String sql = "select person_id, quarter, part, version, facts from "
                + WantedIds.join("signal_block", "person_id")
                + " where subsidiary_id = ? and quarter >= ? order by person_id, quarter, part";
        List<BlockRow> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            WantedIds.bind(statement, 1, persons);
            statement.setObject(2, subsidiaryId);
            statement.setInt(3, fromQuarter);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new BlockRow(
                            result.getObject(1, UUID.class),
                            result.getInt(2),
                            result.getInt(3),
                            result.getInt(4),
                            result.getBytes(5)));
                }
            }
        }
        return rows;
    }

    List<DeltaRow> deltas(Connection connection, UUID subsidiaryId, Collection<UUID> persons) throws SQLException {
        String sql = "select person_id, id, facts from " + WantedIds.join("signal_delta", "person_id")
                + " where subsidiary_id = ? order by person_id, id";
        List<DeltaRow> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            WantedIds.bind(statement, 1, persons);
            statement.setObject(2, subsidiaryId);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new DeltaRow(
                            result.getObject(1, UUID.class), result.getObject(2, UUID.class), result.getBytes(3)));
                }
            }
        }
        return rows;
    }

    /** Returns people with additions, in the database's order. */
    List<UUID> peopleWithDeltas(Connection connection, UUID subsidiaryId) throws SQLException {
        String sql = "select distinct person_id from signal_delta where subsidiary_id = ? order by person_id";
        List<UUID> people = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, subsidiaryId);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    people.add(result.getObject(1, UUID.class));
                }
            }
        }
        return people;
    }

    void addDeltas(Connection connection, UUID subsidiaryId, List<DeltaRow> rows) throws SQLException {
        String sql = "insert into signal_delta (subsidiary_id, person_id, id, facts) values (?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (DeltaRow row : rows) {
                statement.setObject(1, subsidiaryId);
                statement.setObject(2, row.personId());
                statement.setObject(3, row.id());
                statement.setBytes(4, row.facts());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Removes additions and returns whether all were still there. */
    boolean removeDeltas(Connection connection, UUID subsidiaryId, List<DeltaRow> rows) throws SQLException {
        String sql = "delete from signal_delta where subsidiary_id = ? and person_id = ? and id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (DeltaRow row : rows) {
                statement.setObject(1, subsidiaryId);
                statement.setObject(2, row.personId());
                statement.setObject(3, row.id());
                statement.addBatch();
            }
            return everyOne(statement.executeBatch());
        }
    }

    void addBlocks(Connection connection, UUID subsidiaryId, List<BlockRow> rows) throws SQLException {
        String sql = "insert into signal_block (facts, version, subsidiary_id, person_id, quarter, part)"
                + " values (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (BlockRow row : rows) {
                bind(statement, subsidiaryId, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Writes blocks over their former version and returns whether each was still at it. */
    boolean replaceBlocks(Connection connection, UUID subsidiaryId, List<BlockRow> rows) throws SQLException {
        String sql = "update signal_block set facts = ?, version = ?"
                + " where subsidiary_id = ? and person_id = ? and quarter = ? and part = ? and version = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (BlockRow row : rows) {
                bind(statement, subsidiaryId, row);
                statement.setInt(7, row.version() - 1);
                statement.addBatch();
            }
            return everyOne(statement.executeBatch());
        }
    }

    /** Removes the parts of a quarter after its first. */
    void removeFurtherParts(Connection connection, UUID subsidiaryId, BlockRow first) throws SQLException {
        String sql = "delete from signal_block where subsidiary_id = ? and person_id = ? and quarter = ? and part > 0";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, subsidiaryId);
            statement.setObject(2, first.personId());
            statement.setInt(3, first.quarter());
            statement.executeUpdate();
        }
    }

    /** Removes the first part of a quarter and returns whether it was still at its version. */
    boolean removeFirstPart(Connection connection, UUID subsidiaryId, BlockRow first) throws SQLException {
        String sql = "delete from signal_block"
                + " where subsidiary_id = ? and person_id = ? and quarter = ? and part = 0 and version = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, subsidiaryId);
            statement.setObject(2, first.personId());
            statement.setInt(3, first.quarter());
            statement.setInt(4, first.version());
            return statement.executeUpdate() == 1;
        }
    }

    private static void bind(PreparedStatement statement, UUID subsidiaryId, BlockRow row) throws SQLException {
        statement.setBytes(1, row.facts());
        statement.setInt(2, row.version());
        statement.setObject(3, subsidiaryId);
        statement.setObject(4, row.personId());
        statement.setInt(5, row.quarter());
        statement.setInt(6, row.part());
    }

    private static boolean everyOne(int[] counts) {
        for (int count : counts) {
            if (count != 1) {
                return false;
            }
        }
        return true;
    }
}
