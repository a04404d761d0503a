package org.holdfast.core.risk.rest;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.basis.ScoringPermission;
import org.holdfast.core.risk.runs.CurrentScores;
import org.holdfast.core.risk.runs.CurrentScores.Current;
import org.holdfast.core.risk.runs.RiskSource;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.whatif.Change;
import org.holdfast.core.risk.whatif.Changes;
import org.holdfast.core.risk.whatif.SmallestSet;
import org.holdfast.core.risk.whatif.WhatIf;
import org.holdfast.core.risk.whatif.WhatIf.Whom;

/** Finds out about whom is asked and what the caller may ask, and asks. Safe for use from many threads. */
public final class WhatIfDesk {
    private final People people;
    private final RiskSource source;
    private final Shown shown;
    private final WhatIf whatIf;
    private final SmallestSet smallest;

    /**
     * Creates the desk.
     *
     * @param people who works where
     * @param source firms
     * @param shown whose scores are shown
     * @param whatIf asks the model
     * @param smallest searches for the smallest set
     */
    public WhatIfDesk(People people, RiskSource source, Shown shown, WhatIf whatIf, SmallestSet smallest) {
        this.people = people;
        this.source = source;
        this.shown = shown;
        this.whatIf = whatIf;
        this.smallest = smallest;
    }

    /**
     * Whose scores are shown.
     *
     * @param current the current scores
     * @param presenter which of them may be shown
     * @param permission whether a subsidiary's people may be scored
     */
    public record Shown(CurrentScores current, RiskPresenter presenter, ScoringPermission permission) {}

    /**
     * About whom is asked.
     *
     * @param whom the person, as of the day of the current score
     * @param terms the person's pay
     * @param told the kinds of change whose data the caller is told of the person
     */
    record Subject(Whom whom, Employee.Terms terms, Set<Change> told) {
        Set<Change> told(Set<Change> asked) {
            Set<Change> both = EnumSet.noneOf(Change.class);
            both.addAll(asked);
            both.retainAll(told);
            return both;
        }
    }

    /**
     * Finds somebody whose reasons the caller is told.
     *
     * @throws RestException with status 404 for whom the caller does not see or has no score that is shown, such as somebody
     *     who has left; with 409 where nobody of the subsidiary may be scored
     */
    Subject subject(UUID id, Visibility visibility) {
        PersonCard card = people.card(id).orElseThrow(RestException::notFound);
        UUID firm = card.subsidiaryId();
        visibility.requirePerson(firm, id);
        if (!visibility.tells("score", id, firm) || !visibility.tells("reasons", id, firm)) {
            throw RestException.notFound();
        }
        shown.permission().refusal(firm).ifPresent(refusal -> {
            throw RestException.of(RiskError.of(refusal), "Nobody of this subsidiary may be scored.");
        });
        RiskScore score = shown.current()
                .of(id)
                .map(Current::score)
                .filter(shown.presenter()::mayShow)
                .orElseThrow(RestException::notFound);
        Employee employee = people.employee(id).orElseThrow(RestException::notFound);
        Set<Change> told = EnumSet.allOf(Change.class);
        told.removeIf(change -> !visibility.tells(change.category().code(), id, firm));
        return new Subject(
                new Whom(source.firm(firm).orElseThrow(RestException::notFound), id, score.asOf()),
                employee.terms(),
                told);
    }

    WhatIfView ask(Subject subject, WhatIfDraft draft, String language) {
        Changes asked = draft.changes(subject.terms);
        Changes told = asked.only(subject.told);
        WhatIf.Outcome outcome = whatIf.ask(subject.whom, told).orElseThrow(RestException::notFound);
        WhatIfWords words = new WhatIfWords(shown.presenter(), language);
        return new WhatIfView(
                subject.whom.person(),
                subject.whom.asOf(),
                words.state(outcome.before()),
                words.state(outcome.after()),
                words.deltas(outcome.before(), outcome.after()),
                words.ignored(asked, told, outcome, draft.changesPay()),
                WhatIfWords.cost(told, subject.terms));
    }

    SmallestView smallest(Subject subject, WhatIfOffer offer, String language) {
        SmallestSet.Offer offered =
                new SmallestSet.Offer(subject.told(offer.kinds()), subject.terms.basePay(), offer.hours());
        SmallestSet.Answer answer = smallest.find(subject.whom, offered).orElseThrow(RestException::notFound);
        WhatIfWords words = new WhatIfWords(shown.presenter(), language);
        return new SmallestView(
                subject.whom.person(),
                subject.whom.asOf(),
                answer.state().name().toLowerCase(Locale.ROOT),
                answer.threshold().code(),
                WhatIfWords.steps(answer),
                words.state(answer.before()),
                words.state(answer.after()),
                WhatIfWords.cost(answer.set(), subject.terms));
    }
}
