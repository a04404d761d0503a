package org.holdfast.core.risk.rest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.api.industry.ActionKind;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.risk.effect.EffectTable.StoredStudy;
import org.holdfast.core.risk.effect.Expectations.Expectation;
import org.holdfast.core.risk.runs.CurrentScores.Current;
import org.holdfast.core.risk.runs.RiskRuns;
import org.holdfast.core.risk.runs.Scoring;

/**
 * Ranks what may be done for whom, from the current scores and the figures of the study: people whose data may not be used today
 * have no current score. Nothing is kept. Safe for use from many threads.
 */
public final class RankingDesk {
    private final People people;
    private final Scoring.Inputs inputs;
    private final Scoring.Kept kept;
    private final RiskRuns.LooksBack looksBack;

    /**
     * Creates the desk.
     *
     * @param people who works where
     * @param inputs firms and their industries
     * @param kept scores and models
     * @param looksBack the studies
     */
    public RankingDesk(People people, Scoring.Inputs inputs, Scoring.Kept kept, RiskRuns.LooksBack looksBack) {
        this.people = people;
        this.inputs = inputs;
        this.kept = kept;
        this.looksBack = looksBack;
    }

    /** Somebody whose score, reasons and name the reader is told. */
    private record Candidate(PersonCard card, Current current) {}

    /**
     * What may be done, ranked.
     *
     * @param state as in {@link RankingView}
     * @param study the study, or empty
     * @param currency of all amounts
     * @param leavers how many are expected to leave if nothing is done
     * @param people how many people are listed
     * @param listed choices, best first
     * @param chosen what the budget pays for
     */
    record Ranked(
            String state,
            Optional<StoredStudy> study,
            String currency,
            double leavers,
            int people,
            List<Choice> listed,
            List<Choice> chosen) {}

    /** Refuses where nobody may be scored, and where the reader is told no scores. */
    Ranked rank(RankingQuery query, Visibility reader) {
        UUID firm = query.checked();
        reader.requireSubsidiary(firm);
        reader.requireTold(List.of("name", "score", "reasons"));
        requirePermission(firm);
        List<Candidate> candidates = candidates(firm, reader);
        String currency = query.currency() == null ? currency(candidates, reader) : query.currency();
        Costs costs = new Costs(query, currency, reader);
        ExpectedActions expected = expected(firm);
        boolean ready = expected.isReady(
                candidates.stream().map(one -> one.current().score()).toList());
        List<Choice> all = new ArrayList<>();
        for (Candidate one : candidates) {
            if (!ready) {
                all.add(new Choice(one.card(), one.current(), null, Double.NaN));
            } else if (expected.tells(one.current().score())) {
                for (Expectation action : expected.of(one.current().score(), reader)) {
                    all.add(new Choice(one.card(), one.current(), action, costs.of(one.card(), action.kind())));
                }
            }
        }
        all.sort(order(ready ? query.order() : "risk"));
        List<Choice> once = once(all);
        return new Ranked(
                ready ? "ready" : expected.lacks(),
                expected.study(),
                currency,
                once.stream().mapToDouble(Choice::probability).sum(),
                once.size(),
                query.everybodyOnce() ? once : all,
                Spending.chosen(all, query.spendable()));
    }

    /** Finds what is to be expected of actions in a firm. */
    ExpectedActions expected(UUID firm) {
        return ExpectedActions.of(
                looksBack.effects().of(firm),
                inputs.source().firm(firm).orElseThrow(RestException::notFound),
                inputs,
                kept);
    }

    void requirePermission(UUID firm) {
        inputs.permission().refusal(firm).ifPresent(refusal -> {
            throw RestException.of(RiskError.of(refusal), "Nobody of this subsidiary may be scored.");
        });
    }

    private List<Candidate> candidates(UUID firm, Visibility reader) {
        return kept.current().all().stream()
                .filter(current -> current.score().subsidiaryId().equals(firm)
                        && !Double.isNaN(current.score().margin()))
                .flatMap(current -> people.card(current.score().personId()).stream()
                        .filter(card -> card.status() != Employee.Status.LEFT && sees(reader, card))
                        .map(card -> new Candidate(card, current)))
                .toList();
    }

    private static boolean sees(Visibility reader, PersonCard card) {
        return reader.has("risk:read", card.subsidiaryId(), card.id())
                && reader.tells("name", card.id(), card.subsidiaryId())
                && reader.tells("score", card.id(), card.subsidiaryId())
                && reader.tells("reasons", card.id(), card.subsidiaryId());
    }

    /** What actions cost the reader. */
    private record Costs(RankingQuery query, String currency, Visibility reader) {

        /** A raise costs by the person's pay, where the reader is told it and it is in the same currency. */
        double of(PersonCard card, String kind) {
            double said = query.costOf(kind);
            if (!Double.isNaN(said) || !kind.equals(ActionKind.PAY.code())) {
                return said;
            }
            boolean told = card.currency().equals(currency) && reader.tells("pay", card.id(), card.subsidiaryId());
            return told && card.basePay() > 0 ? Math.round(100 * card.basePay() * query.raise()) / 100.0 : Double.NaN;
        }
    }

    private static String currency(List<Candidate> candidates, Visibility reader) {
        Map<String, Long> counts = candidates.stream()
                .map(Candidate::card)
                .filter(card -> !card.currency().isEmpty() && reader.tells("pay", card.id(), card.subsidiaryId()))
                .collect(Collectors.groupingBy(PersonCard::currency, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static Comparator<Choice> order(String sort) {
        Comparator<Choice> byEffect = Comparator.comparingDouble(Choice::retained);
        Comparator<Choice> order = switch (sort) {
            case "risk" -> Comparator.comparingDouble(Choice::margin).thenComparing(byEffect);
            case "perCost" -> Comparator.comparingDouble(Choice::perCost).thenComparing(byEffect);
            default -> byEffect;
        };
        return order.reversed().thenComparing(choice -> choice.card().id());
    }

    /** The first of each person, in the same order. */
    private static List<Choice> once(List<Choice> sorted) {
        Set<UUID> seen = new HashSet<>();
        return sorted.stream().filter(choice -> seen.add(choice.card().id())).toList();
    }

    /** Writes rows; names of departments are looked up once. */
    List<RankingView.ChoiceView> rows(UUID firm, List<Choice> choices, List<Choice> bought) {
        Set<Choice> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        chosen.addAll(bought);
        Map<UUID, String> departments = people.departments(firm).stream()
                .collect(Collectors.toMap(department -> department.id(), department -> department.name()));
        Function<PersonCard, String> named =
                card -> card.departmentId() == null ? "" : departments.getOrDefault(card.departmentId(), "");
        return choices.stream()
                .map(choice -> row(choice, named.apply(choice.card()), chosen.contains(choice)))
                .toList();
    }

    private static RankingView.ChoiceView row(Choice choice, String department, boolean chosen) {
        PersonCard card = choice.card();
        Expectation expected = choice.expected();
        return new RankingView.ChoiceView(
                card.id(),
                card.subsidiaryId(),
                card.employeeNo(),
                card.name(),
                department,
                card.position(),
                card.keyPost(),
                RiskView.known(choice.probability()),
                choice.current().score().band().code(),
                expected == null ? null : expected.kind(),
                expected == null ? null : expected.retained(),
                expected == null ? null : expected.low(),
                expected == null ? null : expected.high(),
                expected != null && expected.personal(),
                RiskView.known(choice.cost()),
                Double.isInfinite(choice.perCost()) ? null : choice.perCost(),
                chosen);
    }
}
