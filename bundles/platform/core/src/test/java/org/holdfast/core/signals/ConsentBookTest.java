package org.holdfast.core.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.basis.ConsentLedger;
import org.holdfast.core.signals.Consents.Consent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsentBookTest {
    private static final UUID FIRM = new UUID(9, 9);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private final LocalDatabase database = LocalDatabase.fresh();
    private final TestVault vault = new TestVault();
    private final SealedConsents consents = new SealedConsents(database, vault);
    private final ConsentBook book = new ConsentBook(consents);
    private final List<UUID> people =
            LongStream.range(0, 1_100).mapToObj(i -> new UUID(9, 100 + i)).toList();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatManyPeopleAgreedToIsReadAtOnceAndAnswersAsOneByOne() {
        vault.prepare(FIRM, people);
        for (int i = 0; i < people.size(); i += 100) {
            LocalDate last = i % 200 == 0 ? null : DAY.minusDays(1);
            consents.put(
                    Subject.person(FIRM, people.get(i)),
                    new Consent(DataCategory.JOB_SITE, Purpose.RETENTION, DAY.minusDays(30), last));
        }

        ConsentLedger read = book.read(FIRM, people);

        List<UUID> granted = new ArrayList<>();
        for (UUID person : people) {
            Subject subject = Subject.person(FIRM, person);
            for (DataCategory category : List.of(DataCategory.JOB_SITE, DataCategory.SURVEY)) {
                boolean asRead = read.granted(subject, category, Purpose.RETENTION, DAY);
                assertThat(asRead).isEqualTo(book.granted(subject, category, Purpose.RETENTION, DAY));
                if (asRead) {
                    granted.add(person);
                }
            }
        }
        assertThat(granted)
                .containsExactly(
                        people.get(0),
                        people.get(200),
                        people.get(400),
                        people.get(600),
                        people.get(800),
                        people.get(1_000));
    }

    @Test
    void whatIsReadAgainIsWhatIsThereThenAndNobodyWhoWasErasedIsRemembered() {
        Set<UUID> erased = new HashSet<>();
        TestVault careful = new TestVault(erased::contains);
        SealedConsents read = new SealedConsents(database, careful);
        UUID person = people.get(0);
        careful.prepare(FIRM, people);
        Subject subject = Subject.person(FIRM, person);
        read.put(subject, new Consent(DataCategory.JOB_SITE, Purpose.RETENTION, DAY, null));
        assertThat(read.of(FIRM, people)).containsOnlyKeys(person);

        read.put(subject, new Consent(DataCategory.SURVEY, Purpose.RETENTION, DAY, null));
        assertThat(read.of(FIRM, people).get(person)).hasSize(2);
        Consent withdrawn = new Consent(DataCategory.SURVEY, Purpose.RETENTION, DAY, DAY.plusDays(3));
        read.put(subject, withdrawn);
        assertThat(read.of(FIRM, people).get(person)).hasSize(2).contains(withdrawn);
        assertThat(read.of(FIRM, people).get(person)).hasSize(2).contains(withdrawn);
        erased.add(person);

        assertThat(read.of(FIRM, people)).isEmpty();
    }

    @Test
    void aWithdrawalCountsFromTheNextReading() {
        UUID person = people.get(0);
        vault.prepare(FIRM, List.of(person));
        Subject subject = Subject.person(FIRM, person);
        consents.put(subject, new Consent(DataCategory.SURVEY, Purpose.RETENTION, DAY.minusDays(9), null));
        ConsentLedger before = book.read(FIRM, people);

        consents.put(subject, new Consent(DataCategory.SURVEY, Purpose.RETENTION, DAY.minusDays(9), DAY.minusDays(1)));

        assertThat(before.granted(subject, DataCategory.SURVEY, Purpose.RETENTION, DAY))
                .isTrue();
        assertThat(book.read(FIRM, people).granted(subject, DataCategory.SURVEY, Purpose.RETENTION, DAY))
                .isFalse();
    }
}
