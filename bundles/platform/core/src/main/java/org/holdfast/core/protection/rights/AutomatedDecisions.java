package org.holdfast.core.protection.rights;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.api.jurisdiction.AutomatedDecisionRules;
import org.holdfast.api.jurisdiction.AutomatedDecisionRules.Claim;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.core.platform.rest.RestException;

/**
 * What a subsidiary's rule book says about evaluating people by automated means (PIPL Art. 24, GDPR Art. 18, 21 and 22).
 * Where it says nothing, and where there is none, the strictest holds. Safe for use from many threads.
 */
public final class AutomatedDecisions {
    private static final AutomatedDecisionRules STRICTEST =
            new AutomatedDecisionRules(EnumSet.allOf(Claim.class), List.of(), "PIPL Art. 24, GDPR Art. 18, 21, 22");

    private final Function<UUID, Optional<RuleBook>> books;

    AutomatedDecisions(Function<UUID, Optional<RuleBook>> books) {
        this.books = books;
    }

    /**
     * Returns the rules of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return its rule book's, or the strictest
     */
    public AutomatedDecisionRules of(UUID subsidiaryId) {
        return books.apply(subsidiaryId).flatMap(RuleBook::automatedDecisions).orElse(STRICTEST);
    }

    /**
     * What holds for a claim of somebody who does not want to be scored.
     *
     * @param suspends whether nobody is scored meanwhile who waits for the answer
     * @param declinable whether it can be declined at all
     * @param exceptions codes of the grounds on which it is declined; empty where reasons in words are enough
     * @param ruleBook code of the rule book, empty where there is none
     * @param law which articles, for people to read
     */
    public record Standing(boolean suspends, boolean declinable, List<String> exceptions, String ruleBook, String law) {

        /** Copies the exceptions. */
        public Standing {
            exceptions = List.copyOf(exceptions);
        }
    }

    /**
     * Returns what holds for a request.
     *
     * @param subsidiaryId the person's subsidiary
     * @param kind what is asked for
     * @return what holds, empty for what is no such claim
     */
    public Optional<Standing> standing(UUID subsidiaryId, RequestKind kind) {
        List<String> exceptions = exceptions(subsidiaryId, kind);
        boolean declinable = kind != RequestKind.REFUSAL_OF_AUTOMATED_DECISION || !exceptions.isEmpty();
        return kind.claim()
                .map(claim -> new Standing(
                        suspends(subsidiaryId, kind),
                        declinable,
                        exceptions,
                        books.apply(subsidiaryId).map(RuleBook::code).orElse(""),
                        of(subsidiaryId).law()));
    }

    /**
     * Returns whether nobody is scored who waits for the answer to such a request.
     *
     * @param subsidiaryId the person's subsidiary
     * @param kind what is asked for
     * @return true where it suspends the scoring from the day it is filed
     */
    public boolean suspends(UUID subsidiaryId, RequestKind kind) {
        return kind.claim().filter(of(subsidiaryId).suspending()::contains).isPresent();
    }

    /**
     * Checks an answer: a refusal of automated decisions is declined on a ground of the rule book alone, nothing else names one.
     *
     * @param request the request
     * @param decision its answer
     * @throws RestException with status 409 where it is never declined, with 400 where no ground or an unknown one is named
     */
    void check(RightsRequest request, RightsRequests.Decision decision) {
        boolean declined = decision.outcome() == RequestState.REFUSED
                && request.kind() == RequestKind.REFUSAL_OF_AUTOMATED_DECISION;
        List<String> grounds = declined ? exceptions(request.person().subsidiaryId(), request.kind()) : List.of("");
        if (grounds.isEmpty()) {
            throw RestException.of(
                    RightsError.NOT_DECLINABLE, "The rule book has a refusal of automated decisions granted always.");
        }
        if (!grounds.contains(decision.exception())) {
            throw RestException.invalid("exception", decision.exception().isEmpty() ? "missing" : "unknown");
        }
    }

    /**
     * Returns the grounds on which such a request can be declined.
     *
     * @param subsidiaryId the person's subsidiary
     * @param kind what is asked for
     * @return codes of the rule book; empty where reasons in words are enough, and for {@code refusalOfAutomatedDecision} where
     *     it is never declined
     */
    public List<String> exceptions(UUID subsidiaryId, RequestKind kind) {
        return kind == RequestKind.REFUSAL_OF_AUTOMATED_DECISION
                ? of(subsidiaryId).exceptions()
                : List.of();
    }
}
