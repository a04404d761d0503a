package org.holdfast.core.retention.programmes;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.core.retention.programmes.CohortEffect.Counts;

/**
 * What was counted of programmes once the time was over: figures about many people, sealed under the key of the subsidiary. They stay
 * as they are, also when somebody among those who were counted is erased later. Safe for use from many threads.
 */
final class KeptEffects {
    private final Database database;
    private final Vault vault;

    KeptEffects(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    Optional<Counts> of(Programme of, int months) {
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement(
                    "select content from programme_effect where programme_id = ? and months = ?")) {
                read.setObject(1, of.id());
                read.setInt(2, months);
                try (ResultSet row = read.executeQuery()) {
                    return row.next() ? Optional.of(open(of, months, row.getBytes(1))) : Optional.empty();
                }
            }
        });
    }

    /** Keeps what was counted; what was kept before stays. */
    void keep(Programme of, int months, Counts counts) {
        byte[] sealed = vault.seal(subject(of), cell(of, months), ProgrammeCodec.write(counts));
        try {
            database.run(connection -> ProgrammeTable.update(
                    connection,
                    "insert into programme_effect (programme_id, months, content) values (?, ?, ?)",
                    of.id(),
                    months,
                    sealed));
        } catch (DatabaseException e) {
            if (!e.isConstraintViolation()) {
                throw e;
            }
        }
    }

    private Counts open(Programme of, int months, byte[] sealed) {
        return ProgrammeCodec.read(vault.open(subject(of), cell(of, months), sealed), Counts.class);
    }

    private static Subject subject(Programme of) {
        return Subject.subsidiary(of.subsidiaryId());
    }

    private static Cell cell(Programme of, int months) {
        return new Cell("programme_effect", "content", of.id() + "/" + months, ProgrammeCodec.VERSION);
    }
}
