package org.holdfast.core.offboarding.accounts;

import static org.holdfast.core.offboarding.Statements.instant;
import static org.holdfast.core.offboarding.Statements.moment;
import static org.holdfast.core.offboarding.Statements.query;
import static org.holdfast.core.offboarding.Statements.update;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;
import org.jspecify.annotations.Nullable;

/** Whose accounts end when. Safe for use from many threads. */
final class ClosingTable {
    private static final String ALL =
            "select c.offboarding_id, c.subsidiary_id, c.person_id, c.due_at, c.revoked_at from offboarding_account_closing c";

    private final Database database;

    ClosingTable(Database database) {
        this.database = database;
    }

    /**
     * A closing.
     *
     * @param offboardingId the case
     * @param owner whose accounts end
     * @param dueAt when
     * @param revokedAt when it was called off, null where it stands
     */
    record Closing(
            UUID offboardingId,
            Subject owner,
            Instant dueAt,
            @Nullable Instant revokedAt) {}

    Optional<Closing> find(UUID offboardingId) {
        return select(" where c.offboarding_id = ?", offboardingId).stream().findFirst();
    }

    /** Returns the closings of a person, the latest first. */
    List<Closing> of(UUID personId) {
        return select(" where c.person_id = ? order by c.due_at desc, c.offboarding_id", personId);
    }

    /** Returns closings of which something is not done. */
    List<Closing> open() {
        return select(" where c.revoked_at is null and exists (select 1 from offboarding_account_work w"
                + " where w.offboarding_id = c.offboarding_id and w.state = 'WAITING')");
    }

    /** Puts a closing down, or moves it. */
    void put(Closing fresh) {
        database.run(connection -> {
            int changed = update(
                    connection,
                    "update offboarding_account_closing set due_at = ?, revoked_at = null where offboarding_id = ?",
                    fresh.dueAt(),
                    fresh.offboardingId());
            if (changed == 0) {
                update(
                        connection,
                        "insert into offboarding_account_closing (offboarding_id, subsidiary_id, person_id, due_at)"
                                + " values (?, ?, ?, ?)",
                        fresh.offboardingId(),
                        fresh.owner().subsidiaryId(),
                        fresh.owner().personId().orElseThrow(),
                        fresh.dueAt());
            }
        });
    }

    void revoke(UUID offboardingId, Instant at) {
        database.run(connection -> update(
                connection,
                "update offboarding_account_closing set revoked_at = ? where offboarding_id = ? and revoked_at is null",
                at,
                offboardingId));
    }

    private List<Closing> select(String where, Object... values) {
        return database.call(connection -> query(connection, ALL + where, ClosingTable::read, values));
    }

    private static Closing read(ResultSet row) throws SQLException {
        return new Closing(
                row.getObject(1, UUID.class),
                Subject.person(row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
                moment(row, 4),
                instant(row, 5));
    }
}
