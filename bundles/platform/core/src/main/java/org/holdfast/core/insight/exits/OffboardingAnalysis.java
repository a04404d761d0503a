package org.holdfast.core.insight.exits;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.holdfast.core.insight.KeptAnswers;
import org.holdfast.core.insight.effect.Event;
import org.holdfast.core.insight.effect.Figure;
import org.holdfast.core.insight.exits.OffboardingReport.StepTime;
import org.holdfast.core.offboarding.cases.CaseFigures.CaseFigure;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.holdfast.core.people.Subsidiary;

/**
 * Counts the offboarding report. Subsidiaries are counted each for itself and added up, so that nothing of a small group is left when
 * one is taken from the whole. A report is kept until something it was counted from changes. Safe for use from many threads.
 */
final class OffboardingAnalysis {
    private final OffboardingFactsReader reader;
    private final Clock clock;
    private final KeptAnswers<Asked, OffboardingReport> kept = new KeptAnswers<>();

    OffboardingAnalysis(OffboardingFactsReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    private record Asked(List<Subsidiary> subsidiaries, YearMonth from, YearMonth to, LocalDate today) {}

    /** Drops what is kept in memory. */
    void forget() {
        kept.forget();
    }

    /**
     * Counts the latest months that are over.
     *
     * @param subsidiaries whose people
     * @param months how many months
     */
    OffboardingReport report(List<Subsidiary> subsidiaries, int months) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        YearMonth to = YearMonth.from(today).minusMonths(1);
        Asked asked = new Asked(List.copyOf(subsidiaries), to.minusMonths(months - 1L), to, today);
        List<UUID> ids = subsidiaries.stream().map(Subsidiary::id).toList();
        return kept.of(asked, reader.standing(ids), () -> count(asked, ids));
    }

    private OffboardingReport count(Asked asked, List<UUID> ids) {
        List<OffboardingFacts> facts = ids.stream().map(reader::of).toList();
        return new OffboardingReport(
                asked.from().toString(),
                asked.to().toString(),
                asked.today(),
                asked.subsidiaries().stream().map(Subsidiary::name).toList(),
                facts.stream().anyMatch(one -> !one.cases().isEmpty()),
                OffboardingMeasure.ALL.stream()
                        .map(measure -> figure(measure, facts, asked))
                        .toList(),
                reasons(facts, asked),
                steps(facts, asked));
    }

    private static List<StepTime> steps(List<OffboardingFacts> facts, Asked asked) {
        return Arrays.stream(FlowStep.values())
                .map(step -> new StepTime(
                        step.code(),
                        figure(OffboardingMeasure.stepHours(step), facts, asked),
                        figure(OffboardingMeasure.stepInTime(step), facts, asked)))
                .filter(one -> one.hours().value() != null || one.inTime().value() != null)
                .toList();
    }

    private static Figure figure(OffboardingMeasure measure, List<OffboardingFacts> facts, Asked asked) {
        List<Event> told = new ArrayList<>();
        facts.forEach(one -> told.addAll(measure.told(one, asked.from(), asked.to())));
        return measure.figure(told);
    }

    private static List<OffboardingReport.Reason> reasons(List<OffboardingFacts> facts, Asked asked) {
        Reasons all = new Reasons();
        for (OffboardingFacts one : facts) {
            Reasons own = new Reasons();
            for (String reason : given(one)) {
                long exits = OffboardingMeasure.reason(reason).told(one, asked.from(), asked.to()).stream()
                        .filter(event -> event.amount() > 0)
                        .count();
                own.add(reason, (int) exits);
            }
            all.add(own.joined());
        }
        return all.told();
    }

    private static Set<String> given(OffboardingFacts facts) {
        Set<String> reasons = new TreeSet<>();
        facts.left().map(CaseFigure::reason).forEach(reasons::add);
        return reasons;
    }
}
