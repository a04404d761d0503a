package org.holdfast.core.offboarding.papers;

import java.util.UUID;
import org.holdfast.core.offboarding.cases.StepProof;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.holdfast.core.platform.rest.RestException;

/** Nobody says that archive and social insurance are transferred without saying where to. */
final class TransferProof implements StepProof {
    private final TransferDesk transfers;

    TransferProof(TransferDesk transfers) {
        this.transfers = transfers;
    }

    @Override
    public FlowStep step() {
        return FlowStep.FILE_TRANSFER;
    }

    @Override
    public void require(UUID offboardingId) {
        if (!transfers.done(offboardingId)) {
            throw RestException.of(
                    PaperError.TRANSFER_OPEN, "Nobody has noted where archive and social insurance went.");
        }
    }
}
