package org.holdfast.core.offboarding.interview;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.AccountNames;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.access.Recipients.Recipient;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.people.People;

/**
 * Who may read and hold an interview: HR, but nobody whom the person reported to, directly or through others, whatever roles they
 * have. Safe for use from many threads.
 */
final class Readers {
    private final People people;
    private final Recipients recipients;
    private final AccountNames names;

    Readers(People people, Recipients recipients, AccountNames names) {
        this.people = people;
        this.recipients = recipients;
        this.names = names;
    }

    /** An account of HR that may hold an interview. */
    record Holder(UUID account, String name) {}

    /** Says whether the caller reads the interviews of somebody. */
    boolean reads(UUID subsidiaryId, UUID personId, Visibility caller) {
        Optional<UUID> employee = caller.caller().employeeId();
        return caller.maySee(subsidiaryId, personId)
                && employee.filter(people.managersOf(personId)::contains).isEmpty();
    }

    /** Returns who may hold the interview of a case. */
    List<Holder> holders(ExitCase of) {
        Set<UUID> superiors = new HashSet<>();
        for (UUID superior : people.managersOf(of.personId())) {
            recipients.ofEmployee(superior).forEach(one -> superiors.add(one.account()));
        }
        Set<UUID> accounts = new HashSet<>();
        for (Role role : List.of(Role.SUBSIDIARY_HR, Role.GROUP_HR)) {
            for (Recipient one : recipients.of(role, of.subsidiaryId(), of.personId())) {
                accounts.add(one.account());
            }
        }
        accounts.removeAll(superiors);
        return accounts.stream()
                .map(id -> new Holder(id, names.of(id).orElse("")))
                .sorted(Comparator.comparing(Holder::name).thenComparing(Holder::account))
                .toList();
    }
}
