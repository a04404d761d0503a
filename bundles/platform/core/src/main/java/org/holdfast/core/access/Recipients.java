package org.holdfast.core.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is told of something, by role and subsidiary. Safe for use from many threads. */
public interface Recipients {

    /**
     * Returns who has a role in a subsidiary and may log in.
     *
     * @param role the role
     * @param subsidiaryId the subsidiary
     * @return their accounts; one that names no subsidiary reaches as far as the table of roles says
     */
    List<Recipient> of(Role role, UUID subsidiaryId);

    /**
     * Returns who has a role in a subsidiary and may log in, but for those who must not hear of a person there: the person
     * and whoever reports to them.
     *
     * @param role the role
     * @param subsidiaryId the subsidiary
     * @param personId whom it is about
     * @return their accounts
     */
    List<Recipient> of(Role role, UUID subsidiaryId, UUID personId);

    /**
     * Returns the accounts of an employee that may log in.
     *
     * @param employeeId the employee
     * @return their accounts, none for most employees
     */
    List<Recipient> ofEmployee(UUID employeeId);

    /**
     * Returns the employees who have an account that may log in.
     *
     * @return their random ids
     */
    Set<UUID> employees();

    /**
     * Returns the accounts of many employees that may log in, without their addresses: one look at all accounts.
     *
     * @param employees the employees
     * @return ids of accounts by employee; who has none is absent
     */
    default Map<UUID, Set<UUID>> accounts(Set<UUID> employees) {
        Map<UUID, Set<UUID>> found = new HashMap<>();
        for (UUID employee : employees) {
            for (Recipient recipient : ofEmployee(employee)) {
                found.computeIfAbsent(employee, id -> new HashSet<>()).add(recipient.account());
            }
        }
        return found;
    }

    /**
     * Finds somebody who may log in.
     *
     * @param account id of the account
     * @return the recipient, or empty where there is none any more
     */
    Optional<Recipient> find(UUID account);

    /**
     * Somebody who is told.
     *
     * @param account id of the account
     * @param language tag of the language
     * @param address where mail is sent to; null where none was given or the key ring is sealed
     */
    record Recipient(
            UUID account, String language, @Nullable String address) {
        /** Says nothing of the address: it belongs in no log. */
        @Override
        public String toString() {
            return account.toString();
        }
    }
}
