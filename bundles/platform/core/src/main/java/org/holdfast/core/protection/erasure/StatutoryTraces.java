package org.holdfast.core.protection.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Predicate;
import org.holdfast.core.protection.Subject;

/**
 * Keeps what the law asks for before anything of a person is erased, and erases what was kept of another once its time is over:
 * those are random ids of their own, erased as people are, so that no backup brings them back.
 */
final class StatutoryTraces implements PersonTraces {
    private static final PersonTraces ROWS = TableTraces.of("statutory", "statutory_record");

    private final StatutoryRecords records;
    private final Predicate<Subject> erased;

    /** Takes whose key is gone already. */
    StatutoryTraces(StatutoryRecords records, Predicate<Subject> erased) {
        this.records = records;
        this.erased = erased;
    }

    @Override
    public Map<String, Long> count(Connection connection, Subject person) {
        return Map.of();
    }

    @Override
    public void note(Connection connection, Subject person) throws SQLException {
        if (!erased.test(person)) {
            records.keep(connection, person);
        }
    }

    @Override
    public void erase(Connection connection, Subject person) throws SQLException {
        ROWS.erase(connection, person);
    }
}
