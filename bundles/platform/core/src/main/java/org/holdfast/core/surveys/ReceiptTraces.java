package org.holdfast.core.surveys;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;

/** The receipts of open rounds. They are not counted: that would tell an officer whether somebody has answered. */
final class ReceiptTraces implements PersonTraces {
    private final RoundTable rounds;

    ReceiptTraces(RoundTable rounds) {
        this.rounds = rounds;
    }

    @Override
    public Map<String, Long> count(Connection connection, Subject person) {
        return Map.of();
    }

    @Override
    public void erase(Connection connection, Subject person) throws SQLException {
        rounds.deleteReceipts(connection, person);
    }
}
