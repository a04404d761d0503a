package org.holdfast.core.offboarding.accounts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/** Answers about the accounts of people. */
public final class AccountViews {
    private AccountViews() {}

    /**
     * The accounts of a person.
     *
     * @param employeeId who
     * @param subsidiaryId the subsidiary
     * @param dueAt when they end, null where that is not planned
     * @param proved whether it is proved that none lives
     * @param searches where they were looked for, for a closing that stands
     * @param accounts the accounts
     * @param systems where an account can be added
     */
    public record PersonAccountsView(
            @Whom UUID employeeId,
            @Where UUID subsidiaryId,
            @Told("accounts") @Nullable Instant dueAt,
            @Told("accounts") boolean proved,
            @Told("accounts") List<SearchView> searches,
            @Told("accounts") List<AccountView> accounts,
            @Told("accounts") List<SystemName> systems) {

        /** Copies the lists. */
        public PersonAccountsView {
            searches = List.copyOf(searches);
            accounts = List.copyOf(accounts);
            systems = List.copyOf(systems);
        }
    }

    /**
     * The search for a person in a system.
     *
     * @param system name of the system
     * @param done whether it was searched at or after the due moment
     * @param lastTryAt when it was asked last
     * @param nextTryAt when it is asked next
     * @param error why the last try failed, in words; null where it did not
     */
    public record SearchView(
            @Told("accounts") String system,
            @Told("accounts") boolean done,
            @Told("accounts") @Nullable Instant lastTryAt,
            @Told("accounts") @Nullable Instant nextTryAt,
            @Told("accounts") @Nullable String error) {}

    /**
     * An account.
     *
     * @param id its id
     * @param system name of its system
     * @param account what it is called there
     * @param state {@code known}, {@code disableDue}, {@code disabling}, {@code failed}, {@code dead} or {@code alive}
     * @param dueAt when it ends
     * @param lastTryAt when the system was asked last
     * @param nextTryAt when it is asked next
     * @param deadAt when it was read dead
     * @param tries how often it failed since it last came further
     * @param error why the last try failed, in words; null where it did not
     * @param escalated whether people are reminded of it
     */
    public record AccountView(
            @Told("accounts") UUID id,
            @Told("accounts") String system,
            @Told("accounts") String account,
            @Told("accounts") String state,
            @Told("accounts") @Nullable Instant dueAt,
            @Told("accounts") @Nullable Instant lastTryAt,
            @Told("accounts") @Nullable Instant nextTryAt,
            @Told("accounts") @Nullable Instant deadAt,
            @Told("accounts") int tries,
            @Told("accounts") @Nullable String error,
            @Told("accounts") boolean escalated) {}

    /**
     * A system by its name.
     *
     * @param id its id
     * @param name its name
     */
    public record SystemName(
            @Told("accounts") UUID id, @Told("accounts") String name) {}

    /**
     * An account that lives although nobody at work is known to own it.
     *
     * @param subsidiaryId the subsidiary
     * @param employee who left; null where nobody is known
     * @param system name of its system
     * @param account what it is called there
     * @param employeeNo the number it bears, may be empty
     * @param ours whether its owner is known and left, not unknown
     * @param since when it was seen so first
     */
    public record OrphanView(
            @Where UUID subsidiaryId,
            @Whom @Nullable EmployeeRow employee,
            @Told("accounts") String system,
            @Told("accounts") String account,
            @Told("accounts") String employeeNo,
            @Told("accounts") boolean ours,
            @Told("accounts") Instant since) {}

    /**
     * Accounts that should be dead and are not proved to be.
     *
     * @param items those that are late longest first
     */
    public record LateAccountsView(List<LateView> items) {

        /** Copies the list. */
        public LateAccountsView {
            items = List.copyOf(items);
        }
    }

    /**
     * An account that should be dead and is not proved to be.
     *
     * @param subsidiaryId the subsidiary
     * @param employee whose it is
     * @param account the account, null where its system could not be searched
     * @param search the search that failed, null where an account did
     */
    public record LateView(
            @Where UUID subsidiaryId,
            @Whom EmployeeRow employee,
            @Nullable AccountView account,
            @Nullable SearchView search) {}
}
