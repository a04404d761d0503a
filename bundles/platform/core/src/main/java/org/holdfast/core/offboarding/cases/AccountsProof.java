package org.holdfast.core.offboarding.cases;

import java.util.UUID;
import org.holdfast.core.offboarding.accounts.AccountClosing;
import org.holdfast.core.offboarding.accounts.ClosingProgress;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.holdfast.core.platform.rest.RestException;

/**
 * Nobody says that accounts are dead which were not read again. Where the subsidiary has no system that could be asked, somebody's word
 * has to do, and the case shows that nothing was proved.
 */
final class AccountsProof implements StepProof {
    private final AccountClosing accounts;

    AccountsProof(AccountClosing accounts) {
        this.accounts = accounts;
    }

    @Override
    public FlowStep step() {
        return FlowStep.ACCOUNTS;
    }

    @Override
    public void require(UUID offboardingId) {
        ClosingProgress progress = accounts.progress(offboardingId);
        if (!progress.systems().isEmpty() && !progress.proved()) {
            throw RestException.of(
                    OffboardingError.ACCOUNTS_NOT_PROVED,
                    "Not all accounts were read again as dead: they end with the last day, and are read after that.");
        }
    }
}
