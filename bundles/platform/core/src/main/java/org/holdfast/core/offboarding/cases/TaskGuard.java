package org.holdfast.core.offboarding.cases;

import org.holdfast.core.offboarding.accounts.AccountClosing;
import org.holdfast.core.offboarding.accounts.ClosingProgress;
import org.holdfast.core.platform.rest.RestException;

/**
 * What keeps a task from being done: nobody says that accounts are dead which were not read again. Where the subsidiary has no system
 * that could be asked, somebody's word has to do, and the case shows that nothing was proved.
 */
final class TaskGuard {
    private final AccountClosing accounts;

    TaskGuard(AccountClosing accounts) {
        this.accounts = accounts;
    }

    /**
     * Checks that a task can be done.
     *
     * @throws RestException with status 409 where something is missing
     */
    void check(Offboarding of, OffboardingTask task) {
        switch (task.what().step()) {
            case ACCOUNTS -> requireDead(accounts.progress(of.id()));
            default -> {
                // Everything else is the word of who does it.
            }
        }
    }

    private static void requireDead(ClosingProgress progress) {
        if (!progress.systems().isEmpty() && !progress.proved()) {
            throw RestException.of(
                    OffboardingError.ACCOUNTS_NOT_PROVED,
                    "Not all accounts were read again as dead: they end with the last day, and are read after that.");
        }
    }
}
