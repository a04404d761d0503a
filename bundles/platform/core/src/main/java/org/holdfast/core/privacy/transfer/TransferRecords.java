package org.holdfast.core.privacy.transfer;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** In which years data about a person left the subsidiary. */
final class TransferRecords implements PersonRecords {
    private final Database database;

    TransferRecords(Database database) {
        this.database = database;
    }

    @Override
    public String section() {
        return "transfers";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        String sql = "select counted_year, is_sensitive from transfer_person where subsidiary_id = ? and person_id = ?"
                + " order by counted_year";
        return database.call(connection -> {
            List<RecordItem> all = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, person.subsidiaryId());
                read.setObject(2, person.personId().orElseThrow());
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        all.add(RecordItem.with()
                                .and("year", String.valueOf(row.getInt(1)))
                                .and("sensitive", row.getBoolean(2))
                                .item());
                    }
                }
            }
            return all;
        });
    }
}
