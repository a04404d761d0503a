package org.holdfast.core.offboarding.papers;

import java.util.UUID;
import org.holdfast.core.offboarding.cases.StepProof;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.holdfast.core.platform.rest.RestException;

/** Nobody says that a certificate was issued which was not. */
final class CertificateProof implements StepProof {
    private final PaperTable papers;

    CertificateProof(PaperTable papers) {
        this.papers = papers;
    }

    @Override
    public FlowStep step() {
        return FlowStep.CERTIFICATE;
    }

    @Override
    public void require(UUID offboardingId) {
        if (!papers.issued(offboardingId)) {
            throw RestException.of(PaperError.CERTIFICATE_MISSING, "No leaving certificate was issued.");
        }
    }
}
