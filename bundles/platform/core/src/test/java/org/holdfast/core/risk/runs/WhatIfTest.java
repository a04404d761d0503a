package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.risk.FactsOf;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.core.risk.whatif.Change;
import org.holdfast.core.risk.whatif.Changes;
import org.holdfast.core.risk.whatif.SmallestSet;
import org.holdfast.core.risk.whatif.WhatIf;
import org.holdfast.core.risk.whatif.WhatIf.Idle;
import org.holdfast.core.risk.whatif.WhatIf.Outcome;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.FactCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What HR asks in thought is answered by the model in use and by nothing else, and leaves no trace. */
class WhatIfTest {
    private static final double PAY = 240_000;
    private static final UUID PERSON = new UUID(7, 5_000);
    private static final Changes ALL = new Changes(Set.of(Change.values()), 1.2 * PAY, 10);

    private final RiskRoom room = new RiskRoom().withIndustry();
    private final WhatIf whatIf = new WhatIf(room.scoring);
    private final SmallestSet smallest = new SmallestSet(whatIf, room.settings);

    WhatIfTest() {
        // Paid a fifth under the market for four years, on late projects, with much overtime, and looking around.
        put(PERSON, restless().list());
        room.median = 300_000;
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void withoutAChangeTheScoreIsTheOneThatIsShownToTheLastBit() {
        room.run(Kind.SCORE);

        Outcome outcome = ask(none());

        RiskScore shown = room.current.of(PERSON).orElseThrow().score();
        assertThat(Double.doubleToRawLongBits(outcome.before().margin()))
                .isEqualTo(Double.doubleToRawLongBits(shown.margin()));
        assertThat(outcome.after().margin()).isEqualTo(shown.margin());
        assertThat(outcome.after().band()).isEqualTo(shown.band());
    }

    @Test
    void aRaiseBringsTheScoreThatTheSameRaiseBringsOnceItIsAFact() {
        room.run(Kind.SCORE);
        Outcome imagined = ask(new Changes(Set.of(Change.PAY, Change.PROMOTION), 300_000, Double.NaN));

        List<Fact> facts = new ArrayList<>(room.facts.get(PERSON));
        facts.addAll(new FactsOf(GeneratedFirm.END)
                .attribute(FactCodes.BASE_PAY, 0, 300_000, "CNY")
                .signal("event.pay_change", 0, 300_000)
                .signal("event.promotion", 0, 1)
                .list());
        room.facts.put(PERSON, facts);
        room.run(Kind.SCORE);

        RiskScore real = room.current.of(PERSON).orElseThrow().score();
        assertThat(imagined.after().margin()).isEqualTo(real.margin());
        assertThat(imagined.after().margin()).isLessThan(imagined.before().margin());
        assertThat(imagined.idle()).isEmpty();
    }

    @Test
    void aTrainedModelAnswersWhereItIsTheModelInUse() {
        UUID worker = room.facts.keySet().stream()
                .filter(person -> room.employed(person) && !person.equals(PERSON))
                .findFirst()
                .orElseThrow();
        room.facts.replaceAll((person, facts) -> withLongHours(facts, person.equals(worker)));
        room.withEngine();
        room.settings.put(GeneratedFirm.ID, RiskSettings.STANDARD.withMinExits(20));
        room.run(Kind.TRAIN);
        RiskScore shown = room.current.of(worker).orElseThrow().score();

        Outcome outcome = whatIf.ask(whom(worker), new Changes(Set.of(Change.OVERTIME), Double.NaN, 15))
                .orElseThrow();

        assertThat(shown.model().kind().code()).isEqualTo("trained");
        assertThat(outcome.after().model()).isEqualTo(shown.model());
        assertThat(outcome.before().margin()).isEqualTo(shown.margin());
        assertThat(outcome.after().margin()).isLessThan(shown.margin());
    }

    @Test
    void aChangeTheModelDoesNotLookAtIsSaidToBeOne() {
        room.settings.put(
                GeneratedFirm.ID,
                RiskSettings.STANDARD.withFeaturesOff(
                        List.of("project.delay:count:180", "profile.monthsSincePromotion:last:0")));
        room.run(Kind.SCORE);

        Outcome outcome = ask(ALL);

        assertThat(outcome.idle())
                .containsEntry(Change.PROJECT, Idle.NOT_READ)
                .containsEntry(Change.PROMOTION, Idle.NOT_READ)
                .doesNotContainKey(Change.PAY);
    }

    @Test
    void whoHasNoOvertimeToGiveUpIsToldThatNothingWouldDiffer() {
        List<Fact> facts = new ArrayList<>(room.facts.get(PERSON));
        facts.removeIf(fact -> fact.signal().equals("attendance.overtime_hours"));
        room.facts.put(PERSON, facts);
        room.run(Kind.SCORE);

        Outcome outcome = ask(new Changes(Set.of(Change.OVERTIME), Double.NaN, 10));

        assertThat(outcome.idle()).containsEntry(Change.OVERTIME, Idle.NO_DIFFERENCE);
        assertThat(outcome.after().margin()).isEqualTo(outcome.before().margin());
    }

    @ParameterizedTest
    @EnumSource(
            value = DataCategory.class,
            names = {"PAY", "CAREER", "PROJECT", "ATTENDANCE"})
    @Tag("O4")
    void noBitOfTheAnswerComesFromWhatHasNoBasis(DataCategory closed) {
        room.open = (person, category) -> category != closed;
        room.run(Kind.SCORE);

        Outcome outcome = ask(ALL);
        Outcome without = ask(ALL.only(open(closed)));

        assertThat(outcome.after().features()).isEqualTo(without.after().features());
        assertThat(outcome.after().margin()).isEqualTo(without.after().margin());
        assertThat(outcome.after().use().restsOn()).doesNotContain(closed);
    }

    @Test
    void nothingThatWasAskedIsStoredOrHeardOf() {
        room.run(Kind.SCORE);
        room.events.clear();
        List<UUID> before = stored();
        Map<String, Long> rows = rows();
        Map<UUID, Double> margins = room.margins();
        List<Fact> facts = List.copyOf(room.facts.get(PERSON));
        int audited = room.audited.size();

        ask(ALL);
        smallest.find(whom(PERSON), offer(Change.values())).orElseThrow();

        assertThat(rows()).isEqualTo(rows).isNotEmpty();
        assertThat(rows.values().stream().mapToLong(Long::longValue).sum()).isPositive();
        assertThat(stored()).isEqualTo(before).isNotEmpty();
        assertThat(room.margins()).isEqualTo(margins);
        assertThat(room.facts.get(PERSON)).isEqualTo(facts);
        assertThat(room.events).isEmpty();
        assertThat(room.audited).hasSize(audited);
    }

    @Test
    void theScoresOfColleaguesDoNotLearnOfWhatWasImagined() {
        room.run(Kind.SCORE);
        Map<UUID, Double> margins = room.margins();

        ask(ALL);
        room.scoring.rescore(GeneratedFirm.ID, margins.keySet(), GeneratedFirm.END);

        assertThat(room.margins()).isEqualTo(margins);
    }

    @Test
    void nobodyIsAskedAboutWhoHasLeftOrWasNotTold() {
        room.run(Kind.SCORE);
        UUID gone = room.facts.keySet().stream()
                .filter(person -> !room.employed(person))
                .findFirst()
                .orElseThrow();
        assertThat(whatIf.ask(whom(gone), ALL)).isEmpty();

        room.gate = new SignalGate() {
            @Override
            public boolean lets(UUID subsidiary, UUID person, DataCategory category, LocalDate day) {
                return true;
            }

            @Override
            public boolean mayScore(UUID subsidiary, UUID person) {
                return false;
            }
        };
        assertThat(whatIf.ask(whom(PERSON), ALL)).isEmpty();
        assertThat(smallest.find(whom(PERSON), offer(Change.values()))).isEmpty();
    }

    @Test
    void theSmallestSetBringsThePersonUnderTheThresholdAndNoPartOfItDoes() {
        room.run(Kind.SCORE);

        SmallestSet.Answer answer =
                smallest.find(whom(PERSON), offer(Change.values())).orElseThrow();

        assertThat(answer.before().band()).isGreaterThanOrEqualTo(Band.MID_HIGH);
        assertThat(answer.state()).isEqualTo(SmallestSet.State.FOUND);
        assertThat(answer.after().band()).isLessThan(Band.MID_HIGH);
        assertThat(ask(answer.set()).after().margin()).isEqualTo(answer.after().margin());
        for (Change part : answer.set().kinds()) {
            List<Change> others = new ArrayList<>(answer.set().kinds());
            others.remove(part);
            assertThat(ask(answer.set().only(others)).after().band())
                    .as("without %s", part)
                    .isGreaterThanOrEqualTo(Band.MID_HIGH);
        }
    }

    @Test
    void whatCostsNothingIsTriedBeforeARaiseAndASmallRaiseBeforeALargeOne() {
        room.run(Kind.SCORE);

        SmallestSet.Answer answer =
                smallest.find(whom(PERSON), offer(Change.PAY, Change.PROMOTION)).orElseThrow();

        for (int raise : List.of(0, 5, 10, 15)) {
            if (raise < answer.raise()) {
                Changes cheaper = new Changes(
                        raise == 0 ? Set.of(Change.PROMOTION) : Set.of(Change.PAY, Change.PROMOTION),
                        PAY * (100 + raise) / 100,
                        Double.NaN);
                assertThat(ask(cheaper).after().band()).isGreaterThanOrEqualTo(Band.MID_HIGH);
            }
        }
        assertThat(answer.raise()).isIn(0, 5, 10, 15);
    }

    @Test
    void whereNothingThatIsOfferedIsEnoughItSaysSoAndShowsWhatComesClosest() {
        room.run(Kind.SCORE);

        SmallestSet.Answer answer = smallest.find(whom(PERSON), offer(Change.TRAINING, Change.PROJECT))
                .orElseThrow();

        assertThat(answer.state()).isEqualTo(SmallestSet.State.NONE);
        assertThat(answer.set().kinds()).containsExactly(Change.PROJECT);
        assertThat(answer.after().margin()).isLessThan(answer.before().margin());
        assertThat(answer.after().band()).isGreaterThanOrEqualTo(Band.MID_HIGH);
    }

    @Test
    void whoIsUnderTheThresholdNeedsNothing() {
        UUID quiet = new UUID(7, 5_001);
        put(quiet, content().list());
        room.run(Kind.SCORE);

        SmallestSet.Answer answer =
                smallest.find(whom(quiet), offer(Change.values())).orElseThrow();

        assertThat(answer.state()).isEqualTo(SmallestSet.State.ALREADY);
        assertThat(answer.set().kinds()).isEmpty();
    }

    @Test
    void ofWhomTooLittleIsKnownNothingIsPretended() {
        UUID newcomer = new UUID(7, 5_002);
        put(newcomer, new FactsOf(GeneratedFirm.END).hired(10).list());
        room.run(Kind.SCORE);

        SmallestSet.Answer answer =
                smallest.find(whom(newcomer), offer(Change.values())).orElseThrow();

        assertThat(answer.state()).isEqualTo(SmallestSet.State.UNKNOWN);
        assertThat(answer.set().kinds()).isEmpty();
        Outcome outcome = whatIf.ask(whom(newcomer), ALL).orElseThrow();
        assertThat(outcome.after().band()).isEqualTo(Band.UNKNOWN);
        assertThat(outcome.after().reasons()).isEmpty();
    }

    private List<UUID> stored() {
        return room.stored(GeneratedFirm.END).stream().map(RiskScore::id).toList();
    }

    /** Whoever writes few messages before they go works long hours then; a worker does so now. */
    private static List<Fact> withLongHours(List<Fact> facts, boolean worker) {
        LocalDate lately = GeneratedFirm.END.minusDays(150);
        List<Fact> more = new ArrayList<>(facts);
        facts.stream()
                .filter(fact -> fact.signal().equals("work.messages"))
                .map(fact -> new Fact(
                        "attendance.overtime_hours",
                        fact.date(),
                        fact.knownAt(),
                        fact.value() < 105 || (worker && fact.date().isAfter(lately)) ? 40 : 5,
                        fact.detail()))
                .forEach(more::add);
        return more;
    }

    private static List<Change> open(DataCategory closed) {
        return Arrays.stream(Change.values())
                .filter(change -> change.category() != closed)
                .toList();
    }

    private void put(UUID person, List<Fact> facts) {
        room.facts.put(person, facts);
        room.vault.prepare(GeneratedFirm.ID, List.of(person));
    }

    private static FactsOf content() {
        FactsOf person = new FactsOf(GeneratedFirm.END)
                .hired(1_500)
                .attribute(FactCodes.POSITION, 1_500, Double.NaN, "engineer")
                .attribute(FactCodes.BASE_PAY, 1_500, 310_000, "CNY")
                .ratings(82, 83, 83);
        for (int ago = 300; ago > 0; ago -= 10) {
            person.signal("work.messages", ago, 140).signal("attendance.overtime_hours", ago, 2);
        }
        return person;
    }

    private static FactsOf restless() {
        FactsOf person = new FactsOf(GeneratedFirm.END)
                .hired(1_500)
                .attribute(FactCodes.POSITION, 1_500, Double.NaN, "engineer")
                .attribute(FactCodes.BASE_PAY, 1_500, PAY, "CNY")
                .signal("event.promotion", 1_200, 1)
                .ratings(82, 83, 83)
                .resumeUpdate(20)
                .signal("pay.raise_request", 100, 1);
        for (int ago = 300; ago > 0; ago -= 10) {
            person.signal("work.messages", ago, 140).signal("attendance.overtime_hours", ago, ago > 100 ? 20 : 30);
        }
        for (int ago = 160; ago > 0; ago -= 40) {
            person.signal("project.delay", ago, 12);
        }
        return person;
    }

    private static Changes none() {
        return ALL.only(Set.of());
    }

    private static SmallestSet.Offer offer(Change... kinds) {
        return new SmallestSet.Offer(Set.of(kinds), PAY, 10);
    }

    private static WhatIf.Whom whom(UUID person) {
        return new WhatIf.Whom(RiskRoom.FIRM, person, GeneratedFirm.END);
    }

    private Outcome ask(Changes changes) {
        return whatIf.ask(whom(PERSON), changes).orElseThrow();
    }

    /** How many rows there are, by table. */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = room.database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(
                    "select table_name from information_schema.tables where lower(table_schema) = 'public'")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet count = statement.executeQuery("select count(*) from \"" + table + '"')) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }
}
