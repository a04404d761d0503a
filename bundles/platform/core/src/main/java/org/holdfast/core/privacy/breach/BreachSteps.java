package org.holdfast.core.privacy.breach;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.privacy.breach.BreachStep.Said;
import org.holdfast.core.privacy.breach.BreachStep.Whom;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;

/** The table {@code data_breach_step}. What is said in it is sealed. Safe for use from many threads. */
final class BreachSteps {
    private final Database database;
    private final Vault vault;

    BreachSteps(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    void add(Connection connection, Breach breach, BreachStep step) throws SQLException {
        String sql = "insert into data_breach_step (id, breach_id, whom, sent, done_at, done_by, content, step_no)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, step.id());
            insert.setObject(2, breach.id());
            insert.setString(3, step.whom().code());
            insert.setBoolean(4, step.sent());
            insert.setObject(5, step.at().atOffset(ZoneOffset.UTC));
            insert.setObject(6, step.by());
            insert.setBytes(
                    7,
                    vault.seal(
                            Subject.subsidiary(breach.subsidiaryId()),
                            cell(step.id()),
                            step.words().encode()));
            insert.setInt(8, number(connection, breach.id()));
            insert.executeUpdate();
        }
    }

    /** What was sent yesterday may be noted after what was sent today, so the order is that of the notes. */
    private static int number(Connection connection, UUID breachId) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("select count(*) from data_breach_step where breach_id = ?")) {
            count.setObject(1, breachId);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1) + 1;
            }
        }
    }

    /** Returns who has been told of which breach, or need not be, without the words. */
    Map<UUID, Set<Whom>> settled() {
        return database.call(connection -> {
            Map<UUID, Set<Whom>> settled = new HashMap<>();
            try (PreparedStatement read = connection.prepareStatement("select breach_id, whom from data_breach_step");
                    ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    settled.computeIfAbsent(row.getObject(1, UUID.class), id -> EnumSet.noneOf(Whom.class))
                            .add(Whom.ofCode(row.getString(2)).orElseThrow());
                }
            }
            return settled;
        });
    }

    /** Returns what was done about a breach, in the order in which it was noted. */
    List<BreachStep> of(Breach breach) {
        String sql = "select id, whom, sent, done_at, done_by, content from data_breach_step where breach_id = ?"
                + " order by step_no";
        return database.call(connection -> {
            List<BreachStep> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, breach.id());
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(step(breach, row));
                    }
                }
            }
            return found;
        });
    }

    private BreachStep step(Breach breach, ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        byte[] words = vault.open(Subject.subsidiary(breach.subsidiaryId()), cell(id), row.getBytes(6));
        return new BreachStep(
                id,
                breach.id(),
                Whom.ofCode(row.getString(2)).orElseThrow(),
                row.getBoolean(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getObject(5, UUID.class),
                Said.decode(words));
    }

    private static Cell cell(UUID id) {
        return new Cell("data_breach_step", "content", id.toString(), 1);
    }
}
