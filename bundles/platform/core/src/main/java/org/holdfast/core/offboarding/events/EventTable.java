package org.holdfast.core.offboarding.events;

import static org.holdfast.core.offboarding.Statements.query;
import static org.holdfast.core.offboarding.Statements.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.offboarding.SealedJson;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Vault;

/** Events as they are kept until every target has them. Safe for use from many threads. */
final class EventTable {
    private final Database database;
    private final SealedJson sealed;

    EventTable(Database database, Vault vault) {
        this.database = database;
        this.sealed = new SealedJson(vault);
    }

    /**
     * Takes the next number of a person. Until the transaction ends nobody else gets one for them: who has the lower number commits
     * first, and no event becomes visible before one that stands before it.
     */
    long number(UUID subsidiaryId, UUID personId) {
        return database.call(connection -> {
            int counted = update(
                    connection,
                    "update offboarding_event_order set last_number = last_number + 1, subsidiary_id = ? where person_id = ?",
                    subsidiaryId,
                    personId);
            if (counted == 0) {
                // Only a first case comes here, and of two that begin at once the database refuses one anyway.
                update(
                        connection,
                        "insert into offboarding_event_order (person_id, subsidiary_id, last_number) values (?, ?, 1)",
                        personId,
                        subsidiaryId);
            }
            return last(connection, personId);
        });
    }

    private static long last(Connection connection, UUID personId) throws SQLException {
        return query(
                        connection,
                        "select last_number from offboarding_event_order where person_id = ?",
                        row -> row.getLong(1),
                        personId)
                .get(0);
    }

    /** Keeps an event for some targets. */
    void add(CaseEvent event, List<UUID> targets) {
        CaseEvent.About about = event.about();
        database.run(connection -> {
            update(
                    connection,
                    "insert into offboarding_event (id, subsidiary_id, person_id, case_id, number, kind, at, content)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    event.id(),
                    about.subsidiaryId(),
                    about.personId(),
                    about.caseId(),
                    event.number(),
                    event.kind().code(),
                    event.at(),
                    sealed.seal(row(about, event.id()), event.content()));
            for (UUID target : targets) {
                update(
                        connection,
                        "insert into offboarding_event_delivery (id, event_id, target_id, subsidiary_id, person_id, number,"
                                + " state, attempts, tries, since, next_at) values (?, ?, ?, ?, ?, ?, 'WAITING', 0, 0, ?, ?)",
                        UUID.randomUUID(),
                        event.id(),
                        target,
                        about.subsidiaryId(),
                        about.personId(),
                        event.number(),
                        event.at(),
                        event.at());
            }
        });
    }

    /** Opens what an event says; empty where its person is being erased at this moment. */
    Optional<CaseEvent.Content> open(CaseEvent.About about, UUID id, byte[] content) {
        try {
            return Optional.of(sealed.open(row(about, id), content, CaseEvent.Content.class));
        } catch (PersonErasedException e) {
            return Optional.empty();
        }
    }

    private static SealedJson.Row row(CaseEvent.About about, UUID id) {
        return new SealedJson.Row(about.subsidiaryId(), about.personId(), "offboarding_event", id);
    }
}
