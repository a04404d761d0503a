package org.holdfast.core.protection.basis;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** Which notices a person has been given. */
final class NoticeRecords implements PersonRecords {
    private final Database database;

    NoticeRecords(Database database) {
        this.database = database;
    }

    @Override
    public String section() {
        return "notices";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        String sql = "select n.title, n.document, n.categories, r.told_on, n.contact from notice_receipt r"
                + " join privacy_notice n on n.id = r.notice_id where r.person_id = ? order by r.told_on";
        return database.call(connection -> {
            List<RecordItem> all = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, person.personId().orElseThrow());
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        all.add(RecordItem.with()
                                .and("title", row.getString(1))
                                .and("document", row.getString(2))
                                .and("categories", row.getString(3))
                                .and("toldOn", row.getObject(4, LocalDate.class))
                                .and("contact", row.getString(5))
                                .item());
                    }
                }
            }
            return all;
        });
    }
}
