package org.holdfast.core.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.protection.Subject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No signal is kept longer than allowed, and none goes more than a quarter before its time. */
@Tag("O11")
class AgedSignalsTest {
    private static final LocalDate FROM = LocalDate.of(2022, 1, 1);
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatIsOverGoesWithItsQuarterAndWhoeverIsHeldKeepsAll(long seed) {
        Random dice = new Random(seed);
        UUID firm = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        UUID held = UUID.randomUUID();
        // Every tenth limit is the first day of a quarter: nothing of that quarter is over.
        LocalDate limit = seed == 10 ? LocalDate.of(2024, 7, 1) : FROM.plusDays(dice.nextInt(1_400));
        try (LocalDatabase database = LocalDatabase.fresh()) {
            TestVault vault = new TestVault();
            vault.prepare(firm, List.of(person, held));
            Clock clock = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);
            SignalStore store = new BlockSignalStore(database, vault, clock, Runnable::run);
            AgedSignals aged = new AgedSignals(database, store);
            List<Fact> facts = facts(dice);
            store.append(Subject.person(firm, person), facts);
            store.append(Subject.person(firm, held), facts);

            aged.delete(firm, limit, Set.of(held));

            List<LocalDate> kept = store.read(Subject.person(firm, person), ALWAYS).stream()
                    .map(Fact::date)
                    .toList();
            assertThat(kept).allSatisfy(day -> assertThat(day).isAfterOrEqualTo(limit));
            assertThat(kept)
                    .as("what is younger than the limit by a quarter or more")
                    .containsAll(facts.stream()
                            .map(Fact::date)
                            .filter(day -> !day.isBefore(limit.plusMonths(3)))
                            .toList());
            if (seed == 10) {
                assertThat(kept)
                        .hasSameSizeAs(facts.stream()
                                .filter(fact -> !fact.date().isBefore(limit))
                                .toList());
            }
            assertThat(store.read(Subject.person(firm, held), ALWAYS)).hasSameSizeAs(facts);
            assertThat(aged.count(firm, limit, Set.of(held))).isZero();
        }
    }

    private static List<Fact> facts(Random dice) {
        List<Fact> facts = new ArrayList<>();
        for (int day = 0; day < 1_500; day += 1 + dice.nextInt(20)) {
            facts.add(SignalStoreTest.fact(FROM.plusDays(day), day));
        }
        return facts;
    }
}
