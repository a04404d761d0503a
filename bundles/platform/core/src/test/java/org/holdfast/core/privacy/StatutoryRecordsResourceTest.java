package org.holdfast.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.jurisdiction.StatutoryRule;
import org.holdfast.core.access.Role;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.OpenSight;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.KeptRecords;
import org.holdfast.core.protection.erasure.StatutoryRecords;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An officer finds what the law has kept, says why, and learns nothing by asking about others. */
class StatutoryRecordsResourceTest {
    private static final UUID FIRM = UUID.randomUUID();
    private static final String SEARCH = "privacy/statutory-records/search";

    private final LocalDatabase database = LocalDatabase.fresh();
    private final TestVault vault = new TestVault();
    private MemoryServer server;

    @BeforeEach
    void keep() {
        Subject person = Subject.person(FIRM, UUID.randomUUID());
        StatutoryRecords records = new StatutoryRecords(
                database,
                vault,
                new StatutoryRecords.Sources(
                        firm -> List.of(new StatutoryRule("requests", 36, "PIPL Art. 50")),
                        List.of(new Requests()),
                        asked -> Optional.of("王7")),
                new SetClock("2026-11-27T08:00:00Z"));
        KeptRecords.keep(database, records, person);
        server = new MemoryServer(
                new Texts(FakeRegistry::new),
                new StatutoryRecordsResource(
                        records, new OpenSight(FIRM, Role.DPO, new UUID(3, 3), Optional.empty()), new AuditNotes()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theNumberFindsWhatIsKeptWithItsLawAndItsDay() {
        Reply found = search(FIRM, " 王7 ", "authority");

        assertThat(found.status()).as(found.body()).isEqualTo(200);
        assertThat(found.text("items.0.record")).isEqualTo("requests");
        assertThat(found.text("items.0.law")).isEqualTo("PIPL Art. 50");
        assertThat(found.text("items.0.keptUntil")).isEqualTo("2029-11-27");
        assertThat(found.text("items.0.entries.0.kind")).isEqualTo("access");
        assertThat(found.body()).doesNotContain("王7", "holder");
    }

    @Test
    void anotherNumberIsAnsweredAsOneThatNeverWas() {
        assertThat(search(FIRM, "王8", "authority").body()).isEqualTo("{\"items\":[]}");
    }

    @ParameterizedTest
    @CsvSource({"'', authority, employeeNo", "E1, '', reason", "E1, curiosity, reason"})
    void whoDoesNotSayOfWhomAndWhyIsTold(String number, String reason, String field) {
        Reply refused = search(FIRM, number, reason);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains(field);
    }

    @Test
    void aSubsidiaryOutOfReachIsNotSearched() {
        assertThat(search(UUID.randomUUID(), "王7", "authority").status()).isEqualTo(404);
    }

    private Reply search(UUID firm, String number, String reason) {
        return server.call(
                "POST",
                SEARCH,
                "{\"subsidiaryId\":\"" + firm + "\",\"employeeNo\":\"" + number + "\",\"reason\":\"" + reason + "\"}");
    }

    private record Requests() implements PersonRecords {
        @Override
        public String section() {
            return "requests";
        }

        @Override
        public List<RecordItem> of(Subject person, String language) {
            return List.of(RecordItem.with().and("kind", "access").item());
        }
    }
}
