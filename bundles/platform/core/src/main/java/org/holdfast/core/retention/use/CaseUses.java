package org.holdfast.core.retention.use;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.retention.use.CaseUse.Done;
import org.jspecify.annotations.Nullable;

/** Reads what was done about the cases superiors had, without opening anything that is sealed. Safe for use from many threads. */
public final class CaseUses {
    private static final String CASES =
            "select c.id, c.talker_id, c.started_at, c.due_on, a.acknowledged_at, c.talked_at,"
                    + " (select min(p.created_at) from retention_plan p where p.case_id = c.id),"
                    + " (select min(o.recorded_at) from case_outcome o where o.case_id = c.id)"
                    + " from retention_case c join alert a on a.id = c.alert_id"
                    + " where c.subsidiary_id = ? and a.score_id is not null order by c.opened_at, c.id";
    private static final String TURNS = "select t.case_id, t.talker_id, t.started_at, t.due_on from case_turn t"
            + " join retention_case c on c.id = t.case_id where c.subsidiary_id = ? and t.talker_id is not null"
            + " order by t.number desc";

    private final Database database;

    CaseUses(Database database) {
        this.database = database;
    }

    private record Turn(@Nullable UUID talkerId, Instant startedAt, LocalDate dueOn) {}

    /**
     * Returns the cases about people of a subsidiary that a superior had, each with the first one; without imported ones.
     *
     * @param subsidiaryId the subsidiary
     * @return the oldest first
     */
    public List<CaseUse> of(UUID subsidiaryId) {
        return database.call(connection -> {
            Map<UUID, Turn> first = new HashMap<>();
            try (PreparedStatement read = connection.prepareStatement(TURNS)) {
                read.setObject(1, subsidiaryId);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        first.put(row.getObject(1, UUID.class), turn(row));
                    }
                }
            }
            List<CaseUse> uses = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(CASES)) {
                read.setObject(1, subsidiaryId);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        UUID id = row.getObject(1, UUID.class);
                        Turn turn = first.getOrDefault(id, turn(row));
                        if (turn.talkerId() != null) {
                            uses.add(new CaseUse(id, turn.talkerId(), turn.startedAt(), turn.dueOn(), done(row)));
                        }
                    }
                }
            }
            return uses;
        });
    }

    private static Turn turn(ResultSet row) throws SQLException {
        return new Turn(
                row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, LocalDate.class));
    }

    private static Done done(ResultSet row) throws SQLException {
        return new Done(instant(row, 5), instant(row, 6), instant(row, 7), instant(row, 8));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
