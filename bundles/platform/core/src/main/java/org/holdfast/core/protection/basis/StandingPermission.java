package org.holdfast.core.protection.basis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.protection.basis.ProcessingScope.Scope;
import org.holdfast.core.protection.basis.SubsidiaryFacts.Facts;

/** Asks whether anybody has stopped it, and what the signed impact assessment is about. Safe for use from many threads. */
final class StandingPermission implements ScoringPermission {
    private final LawfulBasisGate.Rules rules;
    private final ProcessingScope scope;
    private final ScoringStops stops;
    private final Clock clock;

    StandingPermission(LawfulBasisGate.Rules rules, ProcessingScope scope, ScoringStops stops, Clock clock) {
        this.rules = rules;
        this.scope = scope;
        this.stops = stops;
        this.clock = clock;
    }

    @Override
    public Optional<Refusal> refusal(UUID subsidiaryId) {
        if (stops.stopped(subsidiaryId)) {
            return Optional.of(Refusal.STOPPED);
        }
        Optional<Facts> facts = rules.subsidiaries().find(subsidiaryId);
        if (facts.isEmpty() || facts.get().sandbox()) {
            return Optional.empty();
        }
        if (rules.books().of(subsidiaryId).isEmpty()) {
            return Optional.of(Refusal.NO_RULE_BOOK);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), facts.get().zone());
        Optional<Scope> assessed = rules.assessments().holding(subsidiaryId, today);
        if (assessed.isEmpty()) {
            return Optional.of(Refusal.NOT_ASSESSED);
        }
        return assessed.get().models().containsAll(scope.of(subsidiaryId).models())
                ? Optional.empty()
                : Optional.of(Refusal.NEW_MODEL);
    }
}
