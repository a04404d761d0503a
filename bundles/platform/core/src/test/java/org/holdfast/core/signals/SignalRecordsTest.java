package org.holdfast.core.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.basis.PermittedUseOf;
import org.holdfast.core.protection.rights.RecordItem;
import org.holdfast.core.signals.Consents.Consent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person is told every signal about them, what is withheld from others too, and nothing about anybody else. */
@Tag("O7")
@Tag("O12")
class SignalRecordsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final UUID FIRM = new UUID(9, 9);

    private final LocalDatabase database = LocalDatabase.fresh();
    private final TestVault vault = new TestVault();
    private final SignalStore store = new BlockSignalStore(database, vault, CLOCK, Runnable::run);
    private final SealedConsents consents = new SealedConsents(database, vault);
    private final Subject person = Subject.person(FIRM, UUID.randomUUID());
    private final Subject other = Subject.person(FIRM, UUID.randomUUID());

    @BeforeEach
    void open() {
        vault.prepare(
                FIRM, List.of(person.personId().orElseThrow(), other.personId().orElseThrow()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatTheGateWithholdsIsHeldAndMarked() {
        store.append(person, List.of(fact("resume.update", "my own update"), fact("event.hire", "back then")));
        store.append(other, List.of(fact("resume.update", "somebody else's")));

        List<RecordItem> record = records().of(person, "en");

        assertThat(record).hasSize(2);
        assertThat(record.toString()).doesNotContain("somebody else");
        assertThat(of(record, "resume.update"))
                .containsEntry("text", "my own update")
                .containsEntry("source", "hr")
                .containsEntry("category", "jobSite")
                .containsEntry("withheld", true)
                .doesNotContainKey("basis");
        assertThat(of(record, "event.hire")).containsEntry("basis", "hrRules").containsEntry("withheld", false);
    }

    @Test
    void correctionsStandBesideWhatTheyCorrected() {
        Fact first = new Fact("event.hire", DAY, CLOCK.instant(), 1, new Fact.Detail("hr", "wrong"));
        Fact second = new Fact("event.hire", DAY, CLOCK.instant().plusSeconds(9), 1, new Fact.Detail("hr", "right"));
        store.append(person, List.of(first));
        store.append(person, List.of(second));

        assertThat(records().of(person, "en"))
                .extracting(item -> item.fields().get("text"))
                .containsExactly("wrong", "right");
    }

    @Test
    void withdrawnConsentsAreToldWithTheirDays() {
        consents.put(person, new Consent(DataCategory.JOB_SITE, Purpose.RETENTION, DAY, DAY.plusDays(3)));
        consents.put(other, new Consent(DataCategory.SURVEY, Purpose.RETENTION, DAY, null));

        assertThat(new ConsentRecords(consents).of(person, "en"))
                .extracting(RecordItem::fields)
                .containsExactly(Map.of(
                        "category", "jobSite", "purpose", "retention", "from", "2026-10-05", "to", "2026-10-08"));
    }

    private SignalRecords records() {
        RegistrySignalCatalog catalog = new RegistrySignalCatalog(new FixedRegistry());
        return new SignalRecords(
                store,
                catalog,
                PermittedUseOf.basis(
                        database,
                        FIRM,
                        DataCategory.CAREER,
                        (firm, id, category, day) -> category == DataCategory.CAREER));
    }

    private static Map<String, Object> of(List<RecordItem> record, String signal) {
        Optional<RecordItem> found = record.stream()
                .filter(item -> signal.equals(item.fields().get("signal")))
                .findFirst();
        return found.orElseThrow().fields();
    }

    private static Fact fact(String signal, String text) {
        return new Fact(signal, DAY, CLOCK.instant(), 1, new Fact.Detail("hr", text));
    }
}
