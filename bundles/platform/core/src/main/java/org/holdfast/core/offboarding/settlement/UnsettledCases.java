package org.holdfast.core.offboarding.settlement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.offboarding.labour.ExitLaw;
import org.holdfast.core.offboarding.settlement.ExitFacts.ExitFact;

/** Reads from the versions of a sheet whether finance has it. Safe for use from many threads. */
final class UnsettledCases implements OpenSettlements {
    private final SettlementTable table;
    private final ExitFacts facts;
    private final ExitLaw law;

    UnsettledCases(SettlementTable table, ExitFacts facts, ExitLaw law) {
        this.table = table;
        this.facts = facts;
        this.law = law;
    }

    @Override
    public boolean open(UUID offboardingId) {
        Optional<ExitFact> fact = facts.of(offboardingId);
        if (fact.filter(this::ruled).isEmpty()) {
            return false;
        }
        List<Entry> entries = table.ofCase(offboardingId);
        return entries.isEmpty() || entries.get(entries.size() - 1).state() != SettlementState.HANDED_OVER;
    }

    private boolean ruled(ExitFact fact) {
        return law.law(fact.subsidiaryId())
                .flatMap(one -> one.rules().ending(fact.kind()))
                .isPresent();
    }
}
