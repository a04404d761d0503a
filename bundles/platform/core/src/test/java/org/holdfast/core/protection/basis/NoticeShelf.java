package org.holdfast.core.protection.basis;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;

/** The notices over a database of a test, and what a person reads of them. */
public final class NoticeShelf {
    public final Notices notices;
    private final NoticeRecords records;

    public NoticeShelf(Database database, Clock clock) {
        notices = new Notices(database, subsidiary -> {}, clock);
        records = new NoticeRecords(database);
    }

    /** Returns a field of all notices a person was given. */
    public List<String> told(UUID subsidiary, UUID person, String field) {
        return records.of(Subject.person(subsidiary, person), "en").stream()
                .map(item -> String.valueOf(item.fields().get(field)))
                .toList();
    }
}
