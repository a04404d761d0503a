package org.holdfast.core.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.holdfast.core.insight.ErasedAttrition;
import org.holdfast.core.insight.effect.EffectReport.KeyGroup;
import org.holdfast.core.platform.statistics.Wilson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every figure of the report against a past of which the answer is known. */
class EffectReportTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 10);

    private final History past = new History();

    @Test
    void intentPrecisionIsConfirmedOfDeclaredAndSaysHowManyDidNotDeclare() {
        times(6, () -> past.talk(past.stays(), JANUARY, 2, true));
        times(4, () -> past.talk(past.stays(), JANUARY, 5, false));
        times(5, () -> past.talk(past.stays(), JANUARY, 9, null));

        assertFigure("intentPrecision", 6, 10);
        assertFigure("undeclared", 5, 15);
        assertFigure("talked", 15, 15);
        assertFigure("talkInTime", 6, 15);
        assertThat(figure("daysToTalk").value()).isEqualTo(5.0);
        assertThat(figure("daysToTalk").denominator()).isEqualTo(15);
    }

    @Test
    void theSavedAreNoErrorsOfTheAlerts() {
        times(4, () -> past.talk(past.stays(), JANUARY, 2, true));
        times(7, () -> past.flag(past.resigns(JANUARY.plusDays(180)), JANUARY));
        times(2, () -> past.flag(past.resigns(JANUARY.plusDays(181)), JANUARY));
        times(1, () -> past.flag(past.dismissed(JANUARY.plusDays(20)), JANUARY));

        assertFigure("exitPrecision", 7, 10);
        assertFigure("saved", 4, 14);
    }

    @Test
    void anAlertIsNotJudgedBeforeItsHorizonIsOver() {
        LocalDate june = LocalDate.of(2026, 6, 1);
        times(20, () -> past.flag(past.stays(), june));

        assertThat(History.figure("exitPrecision", "2026-06", "2026-06", past.facts())
                        .value())
                .isNull();
        assertThat(History.figure("talked", "2026-06", "2026-06", past.facts()).denominator())
                .isEqualTo(20);
    }

    @Test
    void recallCountsWhoWasAlertedWithinTheHorizonAndLeadTimeTellsWhatCameTooLate() {
        LocalDate last = LocalDate.of(2026, 9, 30);
        times(3, () -> past.flag(past.resigns(last), last.minusDays(6)));
        times(8, () -> past.flag(past.resigns(last), last.minusDays(60)));
        times(2, () -> past.flag(past.resigns(last), last.minusDays(181)));
        times(2, () -> past.resigns(last));
        times(9, () -> past.dismissed(last));

        Facts facts = past.facts();
        assertThat(History.figure("recall", "2026-09", "2026-09", facts).numerator())
                .isEqualTo(11);
        assertThat(History.figure("recall", "2026-09", "2026-09", facts).denominator())
                .isEqualTo(15);
        assertThat(History.figure("leadDays", "2026-09", "2026-09", facts).value())
                .isEqualTo(60.0);
        assertThat(History.figure("tooLate", "2026-09", "2026-09", facts).numerator())
                .isEqualTo(3);
        assertThat(History.figure("tooLate", "2026-09", "2026-09", facts).denominator())
                .isEqualTo(11);
    }

    @Test
    void whoeverLeftForAnyReasonIsNotHereAnyMore() {
        LocalDate talk = JANUARY.plusDays(1);
        times(9, () -> past.talk(past.stays(), JANUARY, 1, true));
        times(2, () -> past.talk(past.resigns(talk.plusDays(29)), JANUARY, 1, true));
        times(1, () -> past.talk(past.dismissed(talk.plusDays(90)), JANUARY, 1, true));

        assertFigure("retained30", 10, 12);
        assertFigure("retained90", 10, 12);
        assertFigure("retained180", 9, 12);
        assertThat(figure("retained365").denominator())
                .as("its time has not come")
                .isNull();
    }

    @Test
    void theIntervalIsWilsonsAsPublished() {
        // Newcombe 1998, table I, method 3.
        assertThat(Wilson.of(81, 263).low()).isCloseTo(0.2553, within(0.00005));
        assertThat(Wilson.of(81, 263).high()).isCloseTo(0.3662, within(0.00005));
        assertThat(Wilson.of(0, 20).low()).isZero();
        assertThat(Wilson.of(0, 20).high()).isCloseTo(0.1611, within(0.00005));
    }

    @Test
    @Tag("O19")
    void fewPeopleAreToldWithTheFollowingMonthsOrNotAtAll() {
        times(9, () -> past.flag(past.stays(), JANUARY));
        past.flag(past.stays(), JANUARY.plusMonths(1));
        times(9, () -> past.flag(past.stays(), JANUARY.plusMonths(2)));
        Facts facts = past.facts();

        assertThat(figure("talked").denominator()).isNull();
        assertThat(History.figure("talked", "2026-01", "2026-02", facts).denominator())
                .isEqualTo(10);
        assertThat(History.figure("talked", "2026-01", "2026-03", facts).denominator())
                .as("nine more are not told by the difference")
                .isEqualTo(10);
        assertThat(History.figure("talked", "2026-02", "2026-03", facts).denominator())
                .isNull();
    }

    @Test
    @Tag("O19")
    void aPersonAlertedTenTimesIsOnePerson() {
        Worker one = past.stays();
        times(10, () -> past.flag(one, JANUARY));

        assertThat(figure("talked").denominator()).isNull();
    }

    /** Whatever is asked of whichever subsidiaries, one answer taken from another tells of ten people or of none. */
    @Test
    @Tag("O19")
    void noTwoAnswersTellOfAFewByTheirDifference() {
        Random random = new Random(11);
        for (int round = 0; round < 25; round++) {
            List<Facts> group = List.of(anyPast(random), anyPast(random));
            List<Set<UUID>> told = new ArrayList<>();
            Measure measure = Measure.ALL.get(random.nextInt(Measure.ALL.size()));
            for (int from = 1; from <= 12; from++) {
                for (int to = from; to <= 12; to++) {
                    told.add(people(measure, group, from, to));
                    told.add(people(measure, group.subList(0, 1), from, to));
                }
            }
            for (Set<UUID> one : told) {
                for (Set<UUID> other : told) {
                    Set<UUID> rest = new HashSet<>(one);
                    rest.removeAll(other);
                    assertThat(!one.containsAll(other) || rest.isEmpty() || rest.size() >= 10)
                            .as("%s tells of %s", measure.code(), rest.size())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void attritionIsComparedWithSubsidiariesWithoutAlertsOverTheSameMonths() {
        times(10, past::stays);
        times(5, () -> past.resigns(LocalDate.of(2025, 6, 30)));
        times(2, () -> past.resigns(LocalDate.of(2026, 6, 30)));
        past.flag(past.stays(), JANUARY);
        History other = new History();
        times(20, other::stays);
        other.resigns(LocalDate.of(2026, 10, 31));

        KeyGroup all = groups(List.of(other.facts())).get(0);
        KeyGroup alone = groups(List.of()).get(0);

        assertThat(all.beforeFrom()).isEqualTo("2025-01");
        assertThat(all.sinceFrom()).isEqualTo("2026-01");
        assertThat(all.sinceTo()).isEqualTo("2026-10");
        assertThat(all.before().exits()).isEqualTo(5);
        // 13 people a whole year, five half a year (181 days).
        assertThat(all.before().personYears()).isEqualTo(15.5);
        assertThat(all.before().annualised()).isCloseTo(5 / ((13 * 365 + 5 * 181) / 365.25), within(0.0001));
        assertThat(all.since().exits()).isEqualTo(2);
        assertThat(all.control()).isNotNull();
        assertThat(all.control().since().exits()).isEqualTo(1);
        assertThat(alone.control()).as("no control").isNull();
    }

    @Test
    void whoWasErasedStillCountsInTheWholeAttrition() {
        times(12, past::stays);
        past.flag(past.stays(), JANUARY);

        KeyGroup all = new KeyGroups((subsidiary, from, to) -> new ErasedAttrition.Totals(366, 3))
                .of(past.facts(), "Firm", List.of())
                .get(0);

        assertThat(all.before().exits()).isEqualTo(3);
        assertThat(all.before().personYears()).isEqualTo(Math.round(10 * (13 * 365 + 366) / 365.25) / 10.0);
    }

    @Test
    @Tag("O19")
    void aSmallFamilyIsLeftOutWithTheNextSmallest() {
        times(4, () -> past.worker(null, false, false, "legal"));
        times(12, () -> past.worker(null, false, false, "sales"));
        times(30, () -> past.worker(null, false, false, "rd"));
        times(11, () -> past.worker(null, false, true, "rd"));
        past.flag(past.stays(), JANUARY);

        assertThat(groups(List.of()).stream().map(row -> row.kind() + row.family()))
                .containsExactly("all", "keyPosts", "familyrd");
    }

    private List<KeyGroup> groups(List<Facts> others) {
        return new KeyGroups((subsidiary, from, to) -> new ErasedAttrition.Totals(0, 0))
                .of(past.facts(), "Firm", others);
    }

    private static Facts anyPast(Random random) {
        History any = new History();
        for (int month = 1; month <= 12; month++) {
            LocalDate day = LocalDate.of(2025, month, 10);
            times(random.nextInt(random.nextBoolean() ? 4 : 16), () -> {
                Worker worker = random.nextBoolean() ? any.stays() : any.resigns(day.plusDays(random.nextInt(90)));
                if (random.nextInt(3) > 0) {
                    Boolean means = random.nextBoolean() ? null : Boolean.valueOf(random.nextBoolean());
                    any.talk(worker, day, random.nextInt(6), means);
                } else if (random.nextBoolean()) {
                    any.flag(worker, day);
                }
            });
        }
        return any.facts();
    }

    private static Set<UUID> people(Measure measure, List<Facts> group, int from, int to) {
        return group.stream()
                .flatMap(facts ->
                        Blocks.told(Blocks.of(measure, facts), YearMonth.of(2025, from), YearMonth.of(2025, to)))
                .map(Event::person)
                .collect(Collectors.toSet());
    }

    private Figure figure(String code) {
        return History.figure(code, "2026-01", "2026-01", past.facts());
    }

    private void assertFigure(String code, int numerator, int denominator) {
        Figure figure = figure(code);
        assertThat(figure.numerator()).as(code).isEqualTo(numerator);
        assertThat(figure.denominator()).as(code).isEqualTo(denominator);
        assertThat(figure.value()).isCloseTo((double) numerator / denominator, within(0.0001));
    }

    private static void times(int count, Runnable action) {
        IntStream.range(0, count).forEach(any -> action.run());
    }
}
