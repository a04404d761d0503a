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
import org.holdfast.core.offboarding.accounts.RegisteredSystem.Content;
import org.holdfast.core.offboarding.accounts.RegisteredSystem.Health;
import org.holdfast.core.offboarding.accounts.RegisteredSystem.Kind;
import org.holdfast.core.offboarding.accounts.SealedParts.Sealed;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;
import org.jspecify.annotations.Nullable;

/** The systems in which people have accounts; their settings are sealed under their subsidiary's key. Safe for use from many threads. */
final class SystemTable {
    private static final String TABLE = "offboarding_account_system";
    private static final String COLUMNS = "id, subsidiary_id, code, connector, version, active, content, failures,"
            + " held_until, error, scan_due_at, scanned_at, scan_error";

    private final Database database;
    private final SealedParts parts;

    SystemTable(Database database, SealedParts parts) {
        this.database = database;
        this.parts = parts;
    }

    /** Adds a system; a constraint is broken where its subsidiary has one of that code. */
    void add(RegisteredSystem fresh) {
        parts.vault().prepare(fresh.subsidiaryId(), List.of());
        database.run(connection -> update(
                connection,
                "insert into offboarding_account_system (" + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, 0, null, null, ?, null, null)",
                fresh.id(),
                fresh.subsidiaryId(),
                fresh.kind().code(),
                fresh.kind().connector(),
                fresh.version(),
                fresh.active(),
                parts.seal(fresh.subject(), TABLE, fresh.id(), fresh.content()),
                fresh.health().scanDueAt()));
    }

    /** Writes a system anew, and asks it again at once; false where somebody else has changed it since it was read. */
    boolean change(RegisteredSystem fresh) {
        return database.call(connection -> update(
                        connection,
                        "update offboarding_account_system set code = ?, version = ?, active = ?, content = ?, failures = 0,"
                                + " held_until = null, error = null, scan_due_at = ? where id = ? and version = ?",
                        fresh.kind().code(),
                        fresh.version(),
                        fresh.active(),
                        parts.seal(fresh.subject(), TABLE, fresh.id(), fresh.content()),
                        fresh.health().scanDueAt(),
                        fresh.id(),
                        fresh.version() - 1)
                == 1);
    }

    Optional<RegisteredSystem> find(UUID id) {
        return select(" where id = ?", id).stream().findFirst();
    }

    /** Returns the systems of a subsidiary, by code. */
    List<RegisteredSystem> of(UUID subsidiaryId) {
        return select(" where subsidiary_id = ? order by code", subsidiaryId);
    }

    /** Returns the systems all of whose accounts are to be looked at now, and which may be asked. */
    List<RegisteredSystem> toScan(Instant now) {
        return select(
                " where active = ? and scan_due_at <= ? and (held_until is null or held_until <= ?) order by scan_due_at",
                true,
                now,
                now);
    }

    /** Claims the scan of a system until a later one is due; false where another server has. */
    boolean claimScan(RegisteredSystem system, Instant next) {
        return database.call(connection -> update(
                        connection,
                        "update offboarding_account_system set scan_due_at = ? where id = ? and scan_due_at = ?",
                        next,
                        system.id(),
                        system.health().scanDueAt())
                == 1);
    }

    /** Notes how a scan ended. */
    void scanned(UUID id, @Nullable String error, Instant at) {
        database.run(connection -> update(
                connection,
                error == null
                        ? "update offboarding_account_system set scan_error = ?, scanned_at = ? where id = ?"
                        : "update offboarding_account_system set scan_error = ?, scan_due_at = ? where id = ?",
                error,
                at,
                id));
    }

    /** Has all accounts of a system looked at as soon as may be. */
    void scanAt(UUID id, Instant at) {
        database.run(connection ->
                update(connection, "update offboarding_account_system set scan_due_at = ? where id = ?", at, id));
    }

    /** Leaves a system alone for a while. */
    void hold(UUID id, String error, Instant until) {
        database.run(connection -> update(
                connection,
                "update offboarding_account_system set failures = failures + 1, error = ?, held_until = ? where id = ?",
                error,
                until,
                id));
    }

    /** Notes that a system answered as it should. */
    void answered(RegisteredSystem system) {
        if (system.health().failures() > 0 || system.health().error() != null) {
            database.run(connection -> update(
                    connection,
                    "update offboarding_account_system set failures = 0, error = null, held_until = null where id = ?",
                    system.id()));
        }
    }

    private List<RegisteredSystem> select(String where, Object... values) {
        return database.call(connection -> query(
                connection, "select " + COLUMNS + " from offboarding_account_system" + where, this::read, values));
    }

    private RegisteredSystem read(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UUID subsidiary = row.getObject(2, UUID.class);
        return new RegisteredSystem(
                id,
                subsidiary,
                new Kind(row.getString(3), row.getString(4)),
                row.getInt(5),
                row.getBoolean(6),
                parts.open(Subject.subsidiary(subsidiary), TABLE, id, new Sealed<>(row.getBytes(7), Content.class)),
                new Health(
                        row.getInt(8),
                        instant(row, 9),
                        row.getString(10),
                        moment(row, 11),
                        instant(row, 12),
                        row.getString(13)));
    }
}
