package org.holdfast.core.protection.erasure;

import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;

/** Keeps what the law has kept, as an erasure does, for tests of other rooms. */
public final class KeptRecords {
    private KeptRecords() {}

    /** Keeps the records of somebody. */
    public static void keep(Database database, StatutoryRecords records, Subject person) {
        database.run(connection -> records.keep(connection, person));
    }
}
