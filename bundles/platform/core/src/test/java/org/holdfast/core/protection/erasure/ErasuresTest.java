package org.holdfast.core.protection.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.shred.ShredLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is erased is gone for good, and nobody is ever half erased. */
@Tag("O14")
class ErasuresTest {
    private static final UUID FIRM = UUID.randomUUID();
    private static final UUID OFFICER = UUID.randomUUID();
    private static final Cell CELL = new Cell("consent", "content", "1", 1);

    @TempDir
    Path data;

    private final LocalDatabase database = LocalDatabase.fresh();
    private final SetClock clock = new SetClock("2026-11-26T08:00:00Z");
    private final List<AuditEvent> audited = new ArrayList<>();
    private final List<PersonTraces> rooms = new ArrayList<>();
    private final List<UUID> forgotten = new ArrayList<>();
    private ShredLedger ledger;
    private TestVault vault;
    private LegalHolds holds;

    @BeforeEach
    void open() {
        ledger = ShredLedger.open(data);
        vault = new TestVault(id -> ledger.find(id).isPresent());
        holds = new LegalHolds(database, vault);
        rooms.add(new TableTraces("consents", List.of("consent"), forgotten::add));
        rooms.add(TableTraces.of("holds", "legal_hold"));
    }

    @AfterEach
    void close() {
        ledger.close();
        database.close();
    }

    @Test
    void nothingOfAnErasedPersonCanBeReadAndEverybodyElseStays() {
        Subject person = somebody();
        Subject other = somebody();
        byte[] kept = vault.seal(person, CELL, new byte[] {7});

        assertThat(erasures(database).preview(person).held()).isEqualTo(Map.of("consents", 2L));
        Erasure erasure = erasures(database).erase(person, Ground.REQUEST, OFFICER);

        assertThat(rows(person)).isZero();
        assertThat(rows(other)).isEqualTo(2);
        assertThatThrownBy(() -> vault.open(person, CELL, kept)).isInstanceOf(PersonErasedException.class);
        assertThatThrownBy(() -> vault.prepare(FIRM, List.of(id(person))))
                .as("no file brings the person back under the same id")
                .isInstanceOf(PersonErasedException.class);
        assertThat(forgotten).containsExactly(id(person));
        assertThat(ledger.find(id(person))).isPresent();
        assertThat(erasures(database).of(FIRM)).containsExactly(erasure);
        assertThat(audited).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("person.erased");
            assertThat(event.about().persons()).containsExactly(id(person).toString());
            assertThat(event.actor().id()).isEqualTo(OFFICER.toString());
            assertThat(event.details()).containsEntry("ground", "request");
        });
        assertThatThrownBy(() -> erasures(database).erase(person, Ground.REQUEST, OFFICER))
                .isInstanceOf(PersonErasedException.class);
    }

    @Test
    void whoIsOnHoldIsErasedOnlyAfterTheHoldIsOverOrLifted() {
        Subject person = somebody();
        LocalDate until = LocalDate.of(2026, 12, 1);
        holds.place(person, new Hold(id(person), until, "an open claim", OFFICER, clock.instant()));

        assertThat(erasures(database).preview(person).obstacle()).isEqualTo(ErasureError.ON_HOLD);
        refused(person, "ON_HOLD");
        assertThat(holds.of(person).orElseThrow().reason()).isEqualTo("an open claim");

        holds.lift(id(person));
        erasures(database).erase(person, Ground.REQUEST, OFFICER);

        Subject later = somebody();
        holds.place(later, new Hold(id(later), until, "another", OFFICER, clock.instant()));
        clock.set("2026-12-03T08:00:00Z");
        erasures(database).erase(later, Ground.RETENTION, null);
        assertThat(rows(later)).isZero();
    }

    @Test
    void whatStandsAgainstItInARoomIsSaidAndNothingIsErased() {
        Subject person = somebody();
        rooms.add(new Room() {
            @Override
            public Optional<ErasureError> obstacle(Connection connection, Subject subject) {
                return Optional.of(ErasureError.STILL_EMPLOYED);
            }
        });

        refused(person, "STILL_EMPLOYED");
    }

    private void refused(Subject person, String code) {
        assertThatThrownBy(() -> erasures(database).erase(person, Ground.REQUEST, OFFICER))
                .isInstanceOf(RestException.class)
                .satisfies(failure ->
                        assertThat(((RestException) failure).code().name()).isEqualTo(code));
        untouched(person);
    }

    private void untouched(Subject person) {
        assertThat(rows(person)).isEqualTo(2);
        assertThat(ledger.all()).isEmpty();
        assertThat(vault.erased(id(person))).isFalse();
        assertThat(forgotten).isEmpty();
        assertThat(audited).isEmpty();
    }

    @Test
    void anErasureThatARoomCannotCarryOutHasNotHappened() {
        Subject person = somebody();
        rooms.add(new Room() {
            @Override
            public void erase(Connection connection, Subject subject) throws SQLException {
                throw new SQLException("the room fails");
            }
        });

        assertThatThrownBy(() -> erasures(database).erase(person, Ground.REQUEST, OFFICER))
                .isInstanceOf(DatabaseException.class);

        untouched(person);
    }

    @Test
    void anErasureCutOffAfterTheLedgerIsCarriedOutAtTheNextStart() {
        Subject person = somebody();
        byte[] kept = vault.seal(person, CELL, new byte[] {7});

        assertThatThrownBy(() -> erasures(new Dying()).erase(person, Ground.REQUEST, OFFICER))
                .hasMessage("the server dies");

        assertThat(rows(person)).as("the rows were not committed").isEqualTo(2);
        assertThatThrownBy(() -> vault.open(person, CELL, kept)).isInstanceOf(PersonErasedException.class);

        assertThat(erasures(database).repeat()).isEqualTo(1);
        assertThat(rows(person)).isZero();
        assertThat(erasures(database).of(FIRM)).extracting(Erasure::ground).containsExactly(Ground.REPEATED);
        assertThat(erasures(database).repeat()).isZero();
    }

    @Test
    void aDatabaseOfBeforeTheErasureLosesThePersonAtItsNextStart() {
        Subject person = somebody();
        erasures(database).erase(person, Ground.REQUEST, OFFICER);
        run("delete from erasure");
        consents(person);

        assertThat(erasures(database).repeat()).isEqualTo(1);

        assertThat(rows(person)).isZero();
    }

    @Test
    void roomsNoteWhatStaysBeforeAnyOfThemErases() {
        Subject person = somebody();
        List<Integer> seen = new ArrayList<>();
        rooms.add(new Room() {
            @Override
            public void note(Connection connection, Subject subject) {
                seen.add(rows(subject));
            }
        });

        erasures(database).erase(person, Ground.REQUEST, OFFICER);

        assertThat(seen).containsExactly(2);
    }

    /** A room without rows. */
    private abstract static class Room implements PersonTraces {
        @Override
        public Map<String, Long> count(Connection connection, Subject subject) {
            return Map.of();
        }

        @Override
        public void erase(Connection connection, Subject subject) throws SQLException {
            // It has none.
        }
    }

    /** A server that dies when it is about to commit. */
    private final class Dying implements Database {
        @Override
        public <T> T call(Work<T> work) {
            return database.call(connection -> {
                work.on(connection);
                throw new IllegalStateException("the server dies");
            });
        }

        @Override
        public void afterCommit(Runnable action) {
            database.afterCommit(action);
        }
    }

    private Erasures erasures(Database over) {
        return new Erasures(new Erasures.Keys(vault, ledger, audited::add, clock), over, holds, rooms);
    }

    private Subject somebody() {
        Subject person = Subject.person(FIRM, UUID.randomUUID());
        vault.prepare(FIRM, List.of(id(person)));
        consents(person);
        return person;
    }

    private void consents(Subject person) {
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into consent (subsidiary_id, person_id, id, content) values (?, ?, ?, ?)")) {
                for (int i = 0; i < 2; i++) {
                    insert.setObject(1, FIRM);
                    insert.setObject(2, id(person));
                    insert.setObject(3, UUID.randomUUID());
                    insert.setBytes(4, new byte[1]);
                    insert.executeUpdate();
                }
            }
        });
    }

    private int rows(Subject person) {
        return database.call(connection -> {
            try (PreparedStatement count =
                    connection.prepareStatement("select count(*) from consent where person_id = ?")) {
                count.setObject(1, id(person));
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    private void run(String sql) {
        database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.executeUpdate();
            }
        });
    }

    private static UUID id(Subject person) {
        return person.personId().orElseThrow();
    }
}
