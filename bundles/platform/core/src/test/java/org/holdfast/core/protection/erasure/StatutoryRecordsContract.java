package org.holdfast.core.protection.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.jurisdiction.StatutoryRule;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;
import org.holdfast.launcher.shred.ShredLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the law has kept outlives the person's key under a key of its own, for its time, and nothing else does. */
@Tag("O14")
abstract class StatutoryRecordsContract {
    private static final Cell CELL = new Cell("consent", "content", "1", 1);

    @TempDir
    Path data;

    private final UUID firm = UUID.randomUUID();
    private final SetClock clock = new SetClock("2026-11-27T08:00:00Z");
    private final Map<UUID, String> numbers = new HashMap<>();
    private final List<StatutoryRule> rules = new ArrayList<>(List.of(
            new StatutoryRule("requests", 36, "GDPR Art. 17(3)(e)"),
            new StatutoryRule("consents", 12, "GDPR Art. 7(1)")));
    private ShredLedger ledger;
    private TestVault vault;
    private StatutoryRecords records;
    private Erasures erasures;
    private boolean broken;

    @BeforeEach
    void open() {
        ledger = ShredLedger.open(data);
        vault = new TestVault(id -> ledger.find(id).isPresent());
        List<PersonRecords> sections = List.of(new Section("requests"), new Section("consents"), new Section("scores"));
        records = new StatutoryRecords(
                database(),
                vault,
                new StatutoryRecords.Sources(
                        subsidiary -> rules,
                        sections,
                        person -> Optional.ofNullable(
                                numbers.get(person.personId().orElseThrow()))),
                clock);
        erasures = new Erasures(
                new Erasures.Keys(vault, ledger, event -> {}, clock),
                database(),
                new LegalHolds(database(), vault),
                List.of(
                        new StatutoryTraces(
                                records,
                                person -> vault.erased(person.personId().orElseThrow())),
                        new Last()));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    abstract LocalDatabase database();

    @Test
    void whoKnowsTheNumberFindsWhatTheLawKeepsAndNothingElseOfWhoWasErased() {
        Subject person = somebody("E7");
        byte[] sealed = vault.seal(person, CELL, new byte[] {7});

        assertThat(records.planned(person)).isEqualTo(rules);
        erasures.erase(person, Ground.REQUEST, null);

        assertThatThrownBy(() -> vault.open(person, CELL, sealed)).isInstanceOf(PersonErasedException.class);
        List<StatutoryRecord> kept = records.find(firm, "E7");
        assertThat(kept).extracting(StatutoryRecord::record).containsExactly("consents", "requests");
        assertThat(kept).allSatisfy(record -> {
            assertThat(record.items()).containsExactly(Map.of("about", "E7 " + record.record()));
            assertThat(record.days().erasedOn()).isEqualTo("2026-11-27");
            assertThat(record.holder()).isNotEqualTo(person.personId().orElseThrow());
        });
        assertThat(kept.get(0).days().keptUntil()).isEqualTo("2027-11-27");
        assertThat(kept.get(1).law()).isEqualTo("GDPR Art. 17(3)(e)");
        assertThat(records.find(firm, "E8")).isEmpty();
        assertThat(records.find(UUID.randomUUID(), "E7")).isEmpty();
    }

    @Test
    void noRowOfWhatIsKeptHoldsTheNumberOrTheIdOfWhoWasErased() {
        Subject person = somebody("E7");

        erasures.erase(person, Ground.REQUEST, null);

        String row = database().call(StatutoryRecordsContract::rows);
        assertThat(row)
                .doesNotContain("E7", person.personId().orElseThrow().toString())
                .contains("requests", firm.toString());
    }

    @Test
    void whatWasKeptLongEnoughEndsAndNoBackupBringsItBack() {
        Subject person = somebody("E7");
        erasures.erase(person, Ground.REQUEST, null);
        UUID holder = records.find(firm, "E7").get(0).holder();

        assertThat(records.end(firm, LocalDate.of(2027, 11, 27))).isEmpty();
        assertThat(records.find(firm, "E7")).hasSize(2);
        assertThat(records.end(firm, LocalDate.of(2027, 11, 28))).isEmpty();
        assertThat(records.find(firm, "E7")).extracting(StatutoryRecord::record).containsExactly("requests");
        assertThat(records.end(firm, LocalDate.of(2029, 11, 27))).isEmpty();
        assertThat(records.end(firm, LocalDate.of(2029, 11, 28))).containsExactly(holder);

        erasures.erase(Subject.person(firm, holder), Ground.STATUTORY_ENDED, null);

        assertThat(records.find(firm, "E7")).isEmpty();
        assertThat(ledger.find(holder)).isPresent();
        assertThatThrownBy(() -> vault.seal(Subject.person(firm, holder), CELL, new byte[1]))
                .isInstanceOf(PersonErasedException.class);
    }

    @Test
    void anErasureThatCannotKeepWhatItMustHasNotHappened() {
        Subject person = somebody("E7");
        broken = true;

        assertThatThrownBy(() -> erasures.erase(person, Ground.REQUEST, null))
                .isInstanceOf(IllegalStateException.class);

        assertThat(vault.erased(person.personId().orElseThrow())).isFalse();
        assertThat(records.find(firm, "E7")).isEmpty();
        broken = false;
        erasures.erase(person, Ground.REQUEST, null);
        assertThat(records.find(firm, "E7")).hasSize(2);
    }

    @Test
    void withoutARuleNothingIsKept() {
        rules.clear();
        Subject person = somebody("E7");

        assertThat(records.planned(person)).isEmpty();
        erasures.erase(person, Ground.REQUEST, null);

        assertThat(records.find(firm, "E7")).isEmpty();
    }

    private Subject somebody(String number) {
        UUID id = UUID.randomUUID();
        vault.prepare(firm, List.of(id));
        numbers.put(id, number);
        return Subject.person(firm, id);
    }

    private static String rows(Connection connection) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (PreparedStatement read = connection.prepareStatement("select * from statutory_record");
                ResultSet row = read.executeQuery()) {
            while (row.next()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    Object value = row.getObject(i);
                    text.append(
                                    value instanceof Blob || value instanceof byte[]
                                            ? new String(row.getBytes(i), StandardCharsets.ISO_8859_1)
                                            : value)
                            .append(' ');
                }
            }
        }
        return text.toString();
    }

    /** A room with one thing about everybody whose number is known. */
    private final class Section implements PersonRecords {
        private final String section;

        Section(String section) {
            this.section = section;
        }

        @Override
        public String section() {
            return section;
        }

        @Override
        public List<RecordItem> of(Subject person, String language) {
            String number = numbers.get(person.personId().orElseThrow());
            return number == null
                    ? List.of()
                    : List.of(RecordItem.with()
                            .and("about", number + " " + section)
                            .and("relative", "somebody else")
                            .item());
        }
    }

    /** The room that is asked last, and that may fail. */
    private final class Last implements PersonTraces {
        @Override
        public Map<String, Long> count(Connection connection, Subject person) {
            return Map.of();
        }

        @Override
        public void erase(Connection connection, Subject person) {
            if (broken) {
                throw new IllegalStateException("cannot");
            }
        }
    }
}
