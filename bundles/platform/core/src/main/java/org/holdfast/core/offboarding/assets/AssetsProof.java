package org.holdfast.core.offboarding.assets;

import java.util.UUID;
import org.holdfast.core.offboarding.cases.ExitCases;
import org.holdfast.core.offboarding.cases.StepProof;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.holdfast.core.platform.rest.RestException;

/**
 * Nobody says that everything of the firm is back while the register says that who leaves still holds something. That holds up this
 * task and nothing else. What is not in the register is for whoever does the task to know.
 */
final class AssetsProof implements StepProof {
    private final ExitCases cases;
    private final HoldingTable holdings;

    AssetsProof(ExitCases cases, HoldingTable holdings) {
        this.cases = cases;
        this.holdings = holdings;
    }

    @Override
    public FlowStep step() {
        return FlowStep.ASSETS;
    }

    @Override
    public void require(UUID offboardingId) {
        ExitCases.ExitCase of = cases.find(offboardingId).orElseThrow(RestException::notFound);
        if (holdings.ofPerson(of.personId()).stream().anyMatch(Holding::open)) {
            throw RestException.of(
                    AssetError.ASSETS_NOT_RETURNED,
                    "Who leaves still holds something: it comes back, goes to somebody else, or is noted as lost.");
        }
    }
}
