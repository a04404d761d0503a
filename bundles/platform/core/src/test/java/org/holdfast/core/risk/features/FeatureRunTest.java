package org.holdfast.core.risk.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.risk.FactsOf;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.Industries;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.Fact.Detail;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FeatureRunTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final SignalGate OPEN = (subsidiary, person, category, day) -> true;
    private static final UUID PERSON = new UUID(3, 3);
    private static final UUID OTHER = new UUID(3, 4);
    private final IndustryModel tech = Industries.load("tech");

    @RepeatedTest(20)
    void noLaterOrLaterKnownFactChangesAnEarlierRow(RepetitionInfo round) {
        Random dice = new Random(round.getCurrentRepetition());
        Map<UUID, List<Fact>> facts = new GeneratedFirm(dice.nextLong(), 15, 14).facts();
        FeatureTable before = table(facts, OPEN);
        List<String> signals = List.of(
                "attendance.leave_days",
                "attendance.absence",
                "performance.rating",
                "work.messages",
                "resume.update",
                "event.promotion",
                "employment.left",
                "post.manager",
                "pay.base");
        for (List<Fact> person : facts.values()) {
            for (int i = 0; i < 10; i++) {
                String signal = signals.get(dice.nextInt(signals.size()));
                boolean later = dice.nextBoolean();
                LocalDate date = later ? DAY.plusDays(1 + dice.nextInt(60)) : DAY.minusDays(dice.nextInt(200));
                LocalDate known = later ? date : DAY.plusDays(1 + dice.nextInt(60));
                person.add(new Fact(
                        signal,
                        date,
                        known.atStartOfDay(FactsOf.ZONE).toInstant(),
                        dice.nextInt(5),
                        new Detail(dice.nextBoolean() ? "test" : "late", new UUID(7, 1_001).toString())));
            }
        }

        FeatureTable after = table(facts, OPEN);

        assertThat(after.people()).isEqualTo(before.people());
        assertThat(after.values()).isEqualTo(before.values());
        assertThat(after.evidence()).isEqualTo(before.evidence());
    }

    @Test
    void aCorrectionCountsFromTheDayItIsKnown() {
        List<Fact> facts =
                new ArrayList<>(person().signal("work.commits", 10, 5).list());
        facts.add(new Fact(
                "work.commits",
                DAY.minusDays(10),
                DAY.minusDays(1).atStartOfDay(FactsOf.ZONE).toInstant(),
                8,
                new Detail("test", "")));

        assertThat(value(facts, OPEN, DAY.minusDays(2), "work.commits:sum:28")).isEqualTo(5);
        assertThat(value(facts, OPEN, DAY, "work.commits:sum:28")).isEqualTo(8);
    }

    @Test
    void noRowsAreZeroOnlyWhereASourceDelivers() {
        List<Fact> facts = person().signal("work.messages", 10, 5).list();

        assertThat(value(facts, OPEN, DAY, "attendance.leave_days:sum:90")).isZero();
        assertThat(value(facts, OPEN, DAY, "attendance.absence:sum:90")).isNaN();
        assertThat(value(facts, OPEN, DAY, "performance.rating:last:0")).isNaN();
    }

    @Test
    void whatTheGateHoldsBackIsMissingAndNotZero() {
        List<Fact> facts = person().leaves(3, 4).resumeUpdate(9).list();
        SignalGate noAttendance = (subsidiary, person, category, day) -> category != DataCategory.ATTENDANCE;

        assertThat(value(facts, OPEN, DAY, "attendance.leave_days:sum:30")).isEqualTo(2);
        assertThat(value(facts, noAttendance, DAY, "attendance.leave_days:sum:30"))
                .isNaN();
        assertThat(value(facts, noAttendance, DAY, "indicator.disengaging:last:0"))
                .isNaN();
    }

    @Test
    void aWindowEndsOnTheDayAndTheOneBeforeTouchesIt() {
        List<Fact> facts = person().leaves(0, 29, 30, 59, 60).list();

        assertThat(value(facts, OPEN, DAY, "attendance.leave_days:sum:30")).isEqualTo(2);
        assertThat(value(facts, OPEN, DAY, "attendance.leave_days:changeOfSum:30"))
                .isZero();
        assertThat(value(facts, OPEN, DAY, "attendance.leave_days:sum:90")).isEqualTo(5);
    }

    @Test
    void phrasesOfTheLexiconAreCountedInBothLanguages() {
        List<Fact> facts = person().text("feedback.text", 5, "最近有点累，想换环境。")
                .text("feedback.text", 2, "I feel BURNT OUT and underpaid")
                .list();

        assertThat(value(facts, OPEN, DAY, "feedback.text:sum:180")).isEqualTo(3);
    }

    @Test
    void featuresAreTheSameBitsWhetherColleaguesWereReadWholeOrInOutline() {
        Map<UUID, List<Fact>> facts = new GeneratedFirm(11, 60, 20).facts();
        facts.get(new UUID(7, 1_003)).removeIf(fact -> fact.signal().equals("employment.hired"));
        SeriesBuilder builder = new SeriesBuilder(tech, FactsOf.ZONE);
        List<PersonSeries> people = facts.entrySet().stream()
                .map(entry -> builder.build(entry.getKey(), entry.getValue()))
                .toList();
        Surroundings outlines = new Surroundings(Market.UNKNOWN);
        List<UUID> employed = new ArrayList<>();

        facts.forEach((id, known) -> {
            Outline outline = builder.outline(id, known);
            outlines.take(outline);
            if (outline.employed(DAY)) {
                employed.add(id);
            }
        });

        FeatureTable whole = table(facts, OPEN);
        FeatureTable fromOutlines = new FeatureRun(tech, GeneratedFirm.ID, OPEN, outlines).asOf(DAY, people);
        assertThat(employed).isEqualTo(whole.people()).hasSizeLessThan(60);
        assertThat(fromOutlines.values()).isEqualTo(whole.values());
        assertThat(fromOutlines.evidence()).isEqualTo(whole.evidence());
    }

    private static FactsOf person() {
        return new FactsOf(DAY).hired(900).attribute("pay.base", 900, 100_000, "CNY");
    }

    private double value(List<Fact> facts, SignalGate gate, LocalDate day, String feature) {
        SeriesBuilder builder = new SeriesBuilder(tech, FactsOf.ZONE);
        List<Fact> colleague = person().leaves(200).resumeUpdate(200).list();
        List<PersonSeries> people = List.of(builder.build(PERSON, facts), builder.build(OTHER, colleague));
        FeatureRun run = new FeatureRun(tech, OTHER, gate, new Surroundings(people, Market.UNKNOWN));
        FeatureTable table = run.asOf(day, people);
        List<String> names = table.columns().stream().map(FeatureColumn::name).toList();
        return table.row(0)[names.indexOf(feature)];
    }

    private FeatureTable table(Map<UUID, List<Fact>> facts, SignalGate gate) {
        SeriesBuilder builder = new SeriesBuilder(tech, FactsOf.ZONE);
        List<PersonSeries> people = facts.entrySet().stream()
                .map(entry -> builder.build(entry.getKey(), entry.getValue()))
                .toList();
        return new FeatureRun(tech, GeneratedFirm.ID, gate, new Surroundings(people, Market.UNKNOWN)).asOf(DAY, people);
    }
}
