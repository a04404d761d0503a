package org.holdfast.core.insight;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.insight.Employments.Employment;
import org.holdfast.core.insight.LeaverReport.Breakdown;
import org.holdfast.core.insight.LeaverReport.Group;
import org.holdfast.core.insight.LeaverTrait.Span;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.jspecify.annotations.Nullable;

/**
 * Counts who left by their own will, and why. Subsidiaries are counted each for itself and added up, so that nothing of a small
 * group is left when one is taken from the whole. Safe for use from many threads.
 */
final class Leavers {
    private static final double DAYS_OF_YEAR = 365.25;

    private final Employments employments;
    private final ErasedAttrition erased;
    private final People people;
    private final Clock clock;
    private final KeptAnswers<Asked, LeaverReport> kept = new KeptAnswers<>();

    Leavers(Employments employments, ErasedAttrition erased, People people, Clock clock) {
        this.employments = employments;
        this.erased = erased;
        this.people = people;
        this.clock = clock;
    }

    private record Asked(List<UUID> subsidiaries, Span span) {}

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
    LeaverReport report(List<Subsidiary> subsidiaries, int months) {
        YearMonth latest =
                YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)).minusMonths(1);
        Span span = new Span(latest.minusMonths(months - 1L), latest);
        List<UUID> ids = subsidiaries.stream().map(Subsidiary::id).toList();
        return kept.of(new Asked(ids, span), people.version(), () -> count(ids, span));
    }

    private record Firm(List<Employment> employments, LeaverPart erased, LeaverPart all) {}

    private LeaverReport count(List<UUID> subsidiaries, Span span) {
        List<Firm> firms = subsidiaries.stream()
                .map(id -> firm(id, span))
                .filter(firm -> headcount(firm.all(), span) >= SmallGroups.FEWEST)
                .toList();
        LeaverPart all = firms.stream().map(Firm::all).reduce(LeaverPart.NOTHING, LeaverPart::plus);
        List<Breakdown> breakdowns = new ArrayList<>();
        if (!firms.isEmpty()) {
            for (LeaverTrait trait : LeaverTrait.values()) {
                breakdowns.add(new Breakdown(trait.code(), groups(trait, firms, span, all.exits())));
            }
        }
        boolean few = firms.isEmpty();
        return new LeaverReport(
                span.from().toString(),
                span.to().toString(),
                few ? null : tenths(headcount(all, span)),
                few ? null : all.exits(),
                few ? null : rate(all),
                breakdowns);
    }

    private Firm firm(UUID subsidiaryId, Span span) {
        List<Employment> found = employments.of(subsidiaryId);
        ErasedAttrition.Totals gone = erased.between(subsidiaryId, span.from(), span.to());
        LeaverPart apart = new LeaverPart(gone.personDays(), gone.voluntary());
        LeaverPart all = found.stream().map(span::part).reduce(apart, LeaverPart::plus);
        return new Firm(found, apart, all);
    }

    private static List<Group> groups(LeaverTrait trait, List<Firm> firms, Span span, int exits) {
        LeaverGroups sum = firms.stream()
                .map(firm -> LeaverGroups.of(trait, trait.split(firm.employments(), span), firm.erased(), span))
                .reduce(LeaverGroups::plus)
                .orElseThrow();
        if (trait.leaversAlone() && exits < SmallGroups.FEWEST) {
            return List.of();
        }
        List<Group> groups = new ArrayList<>();
        sum.told().entrySet().stream()
                .map(entry -> group(trait, entry, span, exits))
                .sorted(order(trait))
                .forEach(groups::add);
        if (!sum.joined().isNothing()) {
            groups.add(group(trait, Map.entry("", sum.joined()), span, exits));
        }
        return groups;
    }

    /** What has an order of its own keeps it; of the rest the first is where most leave. */
    private static Comparator<Group> order(LeaverTrait trait) {
        return switch (trait) {
            case REASON -> Comparator.comparingInt(Group::exits).reversed().thenComparing(Group::name);
            case TENURE -> Comparator.comparingInt(group -> LeaverTrait.tenure(group.name()));
            default ->
                Comparator.comparingDouble(
                                (Group group) -> group.annualisedRate() == null ? 0 : -group.annualisedRate())
                        .thenComparing(Group::name);
        };
    }

    private static Group group(LeaverTrait trait, Map.Entry<String, LeaverPart> entry, Span span, int exits) {
        LeaverPart part = entry.getValue();
        boolean alone = trait.leaversAlone();
        return new Group(
                entry.getKey(),
                alone ? null : tenths(headcount(part, span)),
                part.exits(),
                exits == 0 ? null : rounded((double) part.exits() / exits),
                alone ? null : rate(part));
    }

    private static double headcount(LeaverPart part, Span span) {
        return (double) part.days() / span.days();
    }

    private static @Nullable Double rate(LeaverPart part) {
        return part.days() == 0 ? null : rounded(part.exits() * DAYS_OF_YEAR / part.days());
    }

    private static double tenths(double value) {
        return Math.round(10 * value) / 10.0;
    }

    private static double rounded(double value) {
        return Math.round(10_000 * value) / 10_000.0;
    }
}
