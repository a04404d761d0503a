package org.holdfast.core.offboarding.accounts;

import static org.holdfast.core.offboarding.Statements.moment;
import static org.holdfast.core.offboarding.Statements.query;
import static org.holdfast.core.offboarding.Statements.update;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.offboarding.accounts.SealedParts.Sealed;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that live although nobody at work is known to own them. Sealed under the key of who left, else under the subsidiary's. Safe
 * for use from many threads.
 */
final class OrphanTable {
    private static final String TABLE = "offboarding_account_orphan";

    private final Database database;
    private final SealedParts parts;

    OrphanTable(Database database, SealedParts parts) {
        this.database = database;
        this.parts = parts;
    }

    /**
     * An account nobody at work is known to own.
     *
     * @param id its id
     * @param subject who left, or the subsidiary where nobody is known
     * @param systemId the system
     * @param content what it is called
     * @param since when it was seen so first
     */
    record Orphan(UUID id, Subject subject, UUID systemId, Content content, Instant since) {
        boolean ours() {
            return subject.personId().isPresent();
        }
    }

    /**
     * What an account is called; sealed.
     *
     * @param name for people
     * @param employeeNo the number it bears, may be empty
     */
    record Content(String name, String employeeNo) {
        /** Names nobody. */
        @Override
        public String toString() {
            return "orphan";
        }
    }

    /** An account as a scan saw it. */
    record Seen(RegisteredSystem system, String fingerprint, Subject subject, Content content, Instant at) {}

    /** Notes an account; the moment since when stays as long as it is seen at each scan. */
    void seen(Seen one) {
        parts.vault().prepare(one.subject().subsidiaryId(), List.of());
        database.run(connection -> {
            Optional<Instant> since = known(connection, one);
            if (since.isPresent()) {
                update(
                        connection,
                        "delete from offboarding_account_orphan where system_id = ? and fingerprint = ?",
                        one.system().id(),
                        one.fingerprint());
            }
            UUID id = UUID.randomUUID();
            update(
                    connection,
                    "insert into offboarding_account_orphan"
                            + " (id, subsidiary_id, person_id, system_id, fingerprint, content, since, seen_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    one.subject().subsidiaryId(),
                    one.subject().personId().orElse(null),
                    one.system().id(),
                    one.fingerprint(),
                    parts.seal(one.subject(), TABLE, id, one.content()),
                    since.orElse(one.at()),
                    one.at());
        });
    }

    private static Optional<Instant> known(Connection connection, Seen one) throws SQLException {
        return query(
                        connection,
                        "select since from offboarding_account_orphan where system_id = ? and fingerprint = ?",
                        row -> moment(row, 1),
                        one.system().id(),
                        one.fingerprint())
                .stream()
                .findFirst();
    }

    /** Forgets what a whole scan did not see. */
    void forgetUnseen(UUID systemId, Instant before) {
        database.run(connection -> update(
                connection,
                "delete from offboarding_account_orphan where system_id = ? and seen_at < ?",
                systemId,
                before));
    }

    /** Returns those of a subsidiary, the longest first. */
    List<Orphan> of(UUID subsidiaryId) {
        return database.call(connection -> query(
                connection,
                "select id, subsidiary_id, person_id, system_id, content, since from offboarding_account_orphan"
                        + " where subsidiary_id = ? order by since, id",
                this::read,
                subsidiaryId));
    }

    private Orphan read(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UUID subsidiary = row.getObject(2, UUID.class);
        @Nullable UUID person = row.getObject(3, UUID.class);
        Subject subject = new Subject(subsidiary, Optional.ofNullable(person));
        return new Orphan(
                id,
                subject,
                row.getObject(4, UUID.class),
                parts.open(subject, TABLE, id, new Sealed<>(row.getBytes(5), Content.class)),
                moment(row, 6));
    }
}
