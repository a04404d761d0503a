package org.holdfast.core.offboarding.accounts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the accounts of somebody who leaves have been closed.
 *
 * @param dueAt when they end, null where nothing is scheduled
 * @param revoked whether it was called off
 * @param systems one for each system of the subsidiary: whether the person was looked for there
 * @param accounts the person's accounts, by system
 */
public record ClosingProgress(
        @Nullable Instant dueAt, boolean revoked, List<SystemSearch> systems, List<AccountProgress> accounts) {
    /** Nothing was ever scheduled. */
    public static final ClosingProgress NONE = new ClosingProgress(null, false, List.of(), List.of());

    /** Copies the lists. */
    public ClosingProgress {
        systems = List.copyOf(systems);
        accounts = List.copyOf(accounts);
    }

    /**
     * Says whether it is proved that no account lives: every system was searched at or after the due moment, and each account was read
     * dead after that. Never where it was called off, nor where the subsidiary has no system that could be asked.
     *
     * @return whether all is proved
     */
    public boolean proved() {
        return dueAt != null
                && !revoked
                && !systems.isEmpty()
                && systems.stream().allMatch(SystemSearch::done)
                && accounts.stream().allMatch(one -> one.state() == AccountState.DEAD);
    }

    /**
     * The search for a person in one system.
     *
     * @param systemId the system
     * @param system its name
     * @param done whether it was searched at or after the due moment
     * @param lastTryAt when it was asked last, null for never
     * @param nextTryAt when it is asked next, null where it is done or called off
     * @param error why the last try failed, as {@link AccountProgress#error()}; null where it did not
     */
    public record SystemSearch(
            UUID systemId,
            String system,
            boolean done,
            @Nullable Instant lastTryAt,
            @Nullable Instant nextTryAt,
            @Nullable String error) {}

    /**
     * One account.
     *
     * @param accountId the account
     * @param systemId the system
     * @param system its name
     * @param account what the account is called there; personal
     * @param state how far it is
     * @param dueAt when it ends, null where that is not planned
     * @param lastTryAt when the system was asked last, null for never
     * @param nextTryAt when it is asked next, null where that is not planned
     * @param deadAt when it was read dead, null where it was not
     * @param tries how often it was tried
     * @param error why the last try failed, a code with texts {@code accounts.error.} in every language; null where it did not
     * @param escalated whether HR and administrators are reminded of it
     */
    public record AccountProgress(
            UUID accountId,
            UUID systemId,
            String system,
            String account,
            AccountState state,
            @Nullable Instant dueAt,
            @Nullable Instant lastTryAt,
            @Nullable Instant nextTryAt,
            @Nullable Instant deadAt,
            int tries,
            @Nullable String error,
            boolean escalated) {}
}
