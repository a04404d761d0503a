package org.holdfast.core.retention.use;

import org.holdfast.core.platform.database.Database;

/** How cases are worked on, for tests of other rooms. */
public final class CaseUseRoom {
    private CaseUseRoom() {}

    /** Reads a database. */
    public static CaseUses over(Database database) {
        return new CaseUses(database);
    }
}
