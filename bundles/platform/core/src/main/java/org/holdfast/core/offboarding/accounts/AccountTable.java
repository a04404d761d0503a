package org.holdfast.core.offboarding.accounts;

import static org.holdfast.core.offboarding.Statements.instant;
import static org.holdfast.core.offboarding.Statements.query;
import static org.holdfast.core.offboarding.Statements.update;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.offboarding.accounts.Account.Name;
import org.holdfast.core.offboarding.accounts.SealedParts.Sealed;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;

/** The accounts of people; what they are called is sealed under their owner's key. Safe for use from many threads. */
final class AccountTable {
    private static final String TABLE = "offboarding_account";
    private static final String COLUMNS = "id, subsidiary_id, person_id, system_id, content, dead_at, revived_at";

    private final Database database;
    private final SealedParts parts;

    AccountTable(Database database, SealedParts parts) {
        this.database = database;
        this.parts = parts;
    }

    /**
     * Puts an account down as somebody's.
     *
     * @return the account, the one that stood there before where it is theirs already; empty where it is somebody else's
     */
    Optional<Account> register(RegisteredSystem system, Subject owner, Name name) {
        String fingerprint = parts.fingerprint(system, name.reference());
        parts.vault().prepare(owner.subsidiaryId(), List.of(owner.personId().orElseThrow()));
        return database.call(connection -> {
            Optional<Account> known = known(system, fingerprint);
            if (known.isPresent()) {
                return known.filter(one -> one.owner().equals(owner));
            }
            Account fresh = new Account(UUID.randomUUID(), owner, system.id(), name, null, null);
            update(
                    connection,
                    "insert into offboarding_account (" + COLUMNS
                            + ", fingerprint) values (?, ?, ?, ?, ?, null, null, ?)",
                    fresh.id(),
                    owner.subsidiaryId(),
                    owner.personId().orElseThrow(),
                    system.id(),
                    parts.seal(owner, TABLE, fresh.id(), name),
                    fingerprint);
            return Optional.of(fresh);
        });
    }

    String fingerprint(RegisteredSystem system, String reference) {
        return parts.fingerprint(system, reference);
    }

    Optional<Account> known(RegisteredSystem system, String fingerprint) {
        return select(" where system_id = ? and fingerprint = ?", system.id(), fingerprint).stream()
                .findFirst();
    }

    Optional<Account> find(UUID id) {
        return select(" where id = ?", id).stream().findFirst();
    }

    List<Account> of(UUID personId) {
        return select(" where person_id = ? order by system_id, id", personId);
    }

    /** Notes that an account was read dead. */
    void dead(UUID id, Instant at) {
        database.run(connection -> update(
                connection, "update offboarding_account set dead_at = ?, revived_at = null where id = ?", at, id));
    }

    /** Notes that a dead account lives again. */
    void revived(UUID id, Instant at) {
        database.run(connection -> update(
                connection, "update offboarding_account set dead_at = null, revived_at = ? where id = ?", at, id));
    }

    private List<Account> select(String where, Object... values) {
        return database.call(connection ->
                query(connection, "select " + COLUMNS + " from offboarding_account" + where, this::read, values));
    }

    private Account read(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        Subject owner = Subject.person(row.getObject(2, UUID.class), row.getObject(3, UUID.class));
        return new Account(
                id,
                owner,
                row.getObject(4, UUID.class),
                parts.open(owner, TABLE, id, new Sealed<>(row.getBytes(5), Name.class)),
                instant(row, 6),
                instant(row, 7));
    }
}
