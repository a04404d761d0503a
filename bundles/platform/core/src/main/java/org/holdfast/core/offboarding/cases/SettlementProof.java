package org.holdfast.core.offboarding.cases;

import java.util.UUID;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.holdfast.core.offboarding.settlement.OpenSettlements;
import org.holdfast.core.platform.rest.RestException;

/** Finance settles what HR has agreed on and handed over, and nothing else. */
final class SettlementProof implements StepProof {
    private final OpenSettlements settlements;

    SettlementProof(OpenSettlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public FlowStep step() {
        return FlowStep.SETTLEMENT;
    }

    @Override
    public void require(UUID offboardingId) {
        if (settlements.open(offboardingId)) {
            throw RestException.of(
                    OffboardingError.SETTLEMENT_OPEN, "HR has not handed over a settlement that was agreed on.");
        }
    }
}
