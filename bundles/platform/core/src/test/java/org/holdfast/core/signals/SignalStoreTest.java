package org.holdfast.core.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.signals.SignalAppender.Arrival;
import org.holdfast.core.signals.SignalAppender.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignalStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    private final LocalDatabase database = LocalDatabase.fresh();
    private final TestVault vault = new TestVault();
    private final List<Runnable> background = new ArrayList<>();
    private final SignalStore store =
            new BlockSignalStore(database, vault, Clock.fixed(NOW, ZoneOffset.UTC), background::add);
    private final Subject person = Subject.person(UUID.randomUUID(), UUID.randomUUID());

    SignalStoreTest() {
        vault.prepare(person.subsidiaryId(), List.of(person.personId().orElseThrow()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsAppendedIsReadInOrderBeforeAndAfterCompaction() {
        List<Fact> facts = List.of(fact(DAY.plusDays(100), 3), fact(DAY, 1), fact(DAY.plusDays(1), 2));

        store.append(person, facts);
        List<Fact> before = store.read(person, LocalDate.MIN.withYear(1900));
        store.compact(person.subsidiaryId());
        List<Fact> after = store.read(person, LocalDate.MIN.withYear(1900));

        assertThat(before).extracting(Fact::value).containsExactly(1.0, 2.0, 3.0);
        assertThat(after).isEqualTo(before);
        assertThat(store.read(person, DAY.plusDays(1))).hasSize(2);
        assertThat(rows("signal_delta")).isZero();
        assertThat(rows("signal_block")).isEqualTo(2);
    }

    @Test
    void theSameFactsTwiceChangeNothing() {
        List<Fact> facts = List.of(fact(DAY, 1), fact(DAY.plusDays(1), 2));

        int first = store.append(person, facts);
        int second = store.append(person, facts);
        store.compact(person.subsidiaryId());
        int third = store.append(person, facts);

        assertThat(List.of(first, second, third)).containsExactly(2, 0, 0);
        assertThat(store.read(person, DAY)).hasSize(2);
    }

    @Test
    void aCorrectionIsKnownFromItsOwnMomentOn() {
        Instant later = Instant.parse("2026-10-20T00:00:00Z");
        store.append(person, List.of(fact(DAY, 1)));
        store.append(person, List.of(fact(DAY, later, 9)));
        store.compact(person.subsidiaryId());

        List<Fact> facts = store.read(person, DAY);

        assertThat(facts).hasSize(2);
        assertThat(FactHistory.knownBy(facts, later.minusSeconds(1)))
                .extracting(Fact::value)
                .containsExactly(1.0);
        assertThat(FactHistory.knownBy(facts, later)).extracting(Fact::value).containsExactly(9.0);
    }

    @Test
    void aCorrectionThatDoesNotSayWhenItWasKnownIsKnownFromItsArrivalOn() {
        append(new Arrival(fact(DAY, 1), false));
        Outcome corrected = append(new Arrival(fact(DAY, 9), false));
        Outcome again = append(new Arrival(fact(DAY, 1), false));

        List<Fact> facts = store.read(person, DAY);

        assertThat(corrected.added()).isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(FactHistory.knownBy(facts, NOW.minusSeconds(1)))
                .extracting(Fact::value)
                .containsExactly(1.0);
        assertThat(FactHistory.knownBy(facts, NOW)).extracting(Fact::value).containsExactly(9.0);
    }

    @Test
    void factsThatArriveLaterNeverChangeWhatWasKnownBefore() {
        Random random = new Random(3);
        Instant moment = Instant.parse("2026-11-01T00:00:00Z");
        List<Fact> known = List.of();
        for (int round = 0; round < 30; round++) {
            List<Fact> later = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Instant knownAt = moment.plusSeconds(1 + random.nextInt(1_000_000));
                later.add(fact(DAY.plusDays(random.nextInt(60)), knownAt, random.nextInt(5)));
            }
            if (round == 0) {
                store.append(person, List.of(fact(DAY, 1), fact(DAY.plusDays(2), 2), fact(DAY.plusDays(9), 3)));
                known = FactHistory.knownBy(store.read(person, DAY), moment);
            }

            store.append(person, later);
            if (round % 4 == 0) {
                store.compact(person.subsidiaryId());
            }

            assertThat(FactHistory.knownBy(store.read(person, DAY), moment)).isEqualTo(known);
        }
    }

    @Test
    void aReadThatFindsManyAdditionsHasThemCompacted() {
        for (int i = 0; i < 30; i++) {
            store.append(person, List.of(fact(DAY.plusDays(i), i)));
        }

        int read = store.read(person, DAY).size();
        background.forEach(Runnable::run);

        assertThat(read).isEqualTo(30);
        assertThat(rows("signal_delta")).isZero();
        assertThat(store.read(person, DAY)).hasSize(30);
    }

    @Test
    void aQuarterOfLongTextsIsKeptInParts() {
        List<Fact> texts = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            Fact.Detail detail = new Fact.Detail("hr", i + "想".repeat(20_000));
            texts.add(new Fact("feedback.text", DAY.plusDays(i % 80), known(DAY), Double.NaN, detail));
        }

        store.append(person, texts);
        store.compact(person.subsidiaryId());
        store.append(person, List.of(fact(DAY, 5)));
        store.compact(person.subsidiaryId());

        assertThat(store.read(person, DAY)).hasSize(81);
        assertThat(rows("signal_block")).isGreaterThan(4);
    }

    @Test
    void freshnessCountsPerSignalAndSource() {
        store.append(person, List.of(fact(DAY, 1), fact(DAY.plusDays(3), 2)));

        List<Freshness> freshness = store.freshness(person.subsidiaryId());

        assertThat(freshness).singleElement().satisfies(fresh -> {
            assertThat(fresh.latestDate()).isEqualTo(DAY.plusDays(3));
            assertThat(fresh.rows()).isEqualTo(2);
        });
    }

    private Outcome append(Arrival arrival) {
        return store.appender(person.subsidiaryId())
                .append(Map.of(person.personId().orElseThrow(), List.of(arrival)));
    }

    private int rows(String table) {
        return database.call(connection -> {
            try (var statement = connection.createStatement();
                    var result = statement.executeQuery("select count(*) from " + table)) {
                result.next();
                return result.getInt(1);
            }
        });
    }

    static Fact fact(LocalDate day, double value) {
        return fact(day, known(day), value);
    }

    private static Instant known(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Fact fact(LocalDate day, Instant knownAt, double value) {
        return new Fact("performance.rating", day, knownAt, value, new Fact.Detail("reviews", ""));
    }
}
