package org.holdfast.core.protection.erasure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.StatutoryRecord.Days;

/** The table {@code statutory_record}. Its persons are random ids made for it. Safe for use from many threads. */
final class StatutoryTable {
    private final Database database;

    StatutoryTable(Database database) {
        this.database = database;
    }

    /**
     * What a row holds beside the record.
     *
     * @param id its id
     * @param index fingerprint of the employee number
     * @param content the items, sealed
     */
    @SuppressWarnings("ArrayRecordComponent") // not compared
    record Row(UUID id, String index, byte[] content) {}

    void add(Connection connection, Subject holder, StatutoryRecord kept, Row row) throws SQLException {
        String sql = "insert into statutory_record (id, subsidiary_id, person_id, number_index, record, law, erased_on,"
                + " kept_until, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, row.id());
            insert.setObject(2, holder.subsidiaryId());
            insert.setObject(3, kept.holder());
            insert.setString(4, row.index());
            insert.setString(5, kept.record());
            insert.setString(6, kept.law());
            insert.setObject(7, kept.days().erasedOn());
            insert.setObject(8, kept.days().keptUntil());
            insert.setBytes(9, row.content());
            insert.executeUpdate();
        }
    }

    List<StatutoryRecord> find(
            UUID subsidiaryId, String index, BiFunction<StatutoryRecord, Row, StatutoryRecord> opened) {
        String sql = "select id, person_id, record, law, erased_on, kept_until, content from statutory_record"
                + " where subsidiary_id = ? and number_index = ? order by erased_on, record";
        return database.call(connection -> {
            List<StatutoryRecord> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, subsidiaryId);
                read.setString(2, index);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        Days days = new Days(row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class));
                        StatutoryRecord kept = new StatutoryRecord(
                                row.getObject(2, UUID.class), row.getString(3), days, row.getString(4), List.of());
                        found.add(opened.apply(kept, new Row(row.getObject(1, UUID.class), index, row.getBytes(7))));
                    }
                }
            }
            return found;
        });
    }

    /** Returns those of whom nothing is kept on a day any more. */
    List<UUID> over(UUID subsidiaryId, LocalDate today) {
        String sql = "select person_id from statutory_record where subsidiary_id = ? group by person_id"
                + " having max(kept_until) < ? order by person_id";
        return database.call(connection -> {
            List<UUID> over = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, subsidiaryId);
                read.setObject(2, today);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        over.add(row.getObject(1, UUID.class));
                    }
                }
            }
            return over;
        });
    }

    /** Deletes what is over of those of whom something else is kept longer; the others keep their rows until they are erased. */
    void end(UUID subsidiaryId, LocalDate today) {
        String sql = "delete from statutory_record where subsidiary_id = ? and kept_until < ? and exists"
                + " (select 1 from statutory_record other where other.person_id = statutory_record.person_id"
                + " and other.kept_until >= ?)";
        database.run(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setObject(1, subsidiaryId);
                delete.setObject(2, today);
                delete.setObject(3, today);
                delete.executeUpdate();
            }
        });
    }
}
