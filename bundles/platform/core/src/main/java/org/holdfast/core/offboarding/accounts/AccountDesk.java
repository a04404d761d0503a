package org.holdfast.core.offboarding.accounts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.connector.AccountOwner;
import org.holdfast.api.connector.AccountStatus;
import org.holdfast.api.connector.AccountStatus.Life;
import org.holdfast.api.connector.AccountSystem;
import org.holdfast.api.connector.SystemAccount;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.accounts.Account.Name;
import org.holdfast.core.offboarding.accounts.ClosingProgress.AccountProgress;
import org.holdfast.core.offboarding.accounts.ClosingTable.Closing;
import org.holdfast.core.offboarding.accounts.SystemCalls.Refused;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.jspecify.annotations.Nullable;

/** The accounts of people, for HR and IT: looked for, put down by hand, tried again. Safe for use from many threads. */
final class AccountDesk {
    private final Register register;
    private final Closings closings;
    private final SystemCalls calls;
    private final People people;
    private final Clock clock;

    AccountDesk(Register register, Closings closings, SystemCalls calls, People people, Clock clock) {
        this.register = register;
        this.closings = closings;
        this.calls = calls;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Somebody's accounts.
     *
     * @param owner whose
     * @param closing how far the closing is that stands, {@link ClosingProgress#NONE} without one
     * @param accounts all accounts
     * @param systems all systems of the subsidiary
     */
    record Held(
            Subject owner, ClosingProgress closing, List<AccountProgress> accounts, List<RegisteredSystem> systems) {}

    Subject seen(UUID personId, Visibility visibility) {
        PersonCard card = people.card(personId)
                .filter(one -> visibility.maySee(one.subsidiaryId(), one.id()))
                .orElseThrow(RestException::notFound);
        return Subject.person(card.subsidiaryId(), card.id());
    }

    Held of(Subject owner) {
        UUID person = owner.personId().orElseThrow();
        Optional<Closing> standing = closings.standing(person);
        ClosingProgress progress =
                standing.map(one -> closings.progress(one.offboardingId())).orElse(ClosingProgress.NONE);
        Map<UUID, Work> works = new HashMap<>();
        standing.ifPresent(
                one -> register.works().of(one.offboardingId()).forEach(work -> works.put(work.targetId(), work)));
        Map<UUID, RegisteredSystem> systems = closings.systems(owner.subsidiaryId());
        List<AccountProgress> found = new ArrayList<>();
        for (Account account : register.accounts().of(person)) {
            @Nullable RegisteredSystem system = systems.get(account.systemId());
            if (system != null) {
                found.add(closings.progress(account, works.get(account.id()), system));
            }
        }
        return new Held(owner, progress, found, register.systems().of(owner.subsidiaryId()));
    }

    /**
     * Puts an account down as somebody's, once its system has said that there is such an account.
     *
     * @throws RestException with status 409 where the system does not know it, or it is somebody else's
     */
    void add(Subject owner, @Nullable UUID systemId, @Nullable String typed) {
        String reference = typed == null ? "" : typed.strip();
        if (reference.isEmpty() || reference.length() > AccountSystem.LONGEST_REFERENCE) {
            throw RestException.invalid("reference", "length1To1000");
        }
        RegisteredSystem system = Optional.ofNullable(systemId)
                .flatMap(register.systems()::find)
                .filter(one -> one.subsidiaryId().equals(owner.subsidiaryId()) && one.active())
                .orElseThrow(() -> RestException.invalid("systemId", "unknown"));
        AccountStatus status = asked(system, reference);
        if (status.life() == Life.GONE) {
            throw RestException.of(SystemError.ACCOUNT_UNKNOWN, "The system does not know such an account.");
        }
        Account account = register.accounts()
                .register(system, owner, new Name(reference, ""))
                .orElseThrow(() ->
                        RestException.of(SystemError.ACCOUNT_TAKEN, "The account is put down as somebody else's."));
        plan(owner, account);
    }

    private AccountStatus asked(RegisteredSystem system, String reference) {
        try {
            return calls.ask(system, (connector, settings) -> connector.read(settings, reference));
        } catch (Refused e) {
            throw silent();
        }
    }

    private static RestException silent() {
        return RestException.of(
                SystemError.ACCOUNT_SYSTEM_SILENT, "A system did not answer as it should: see the account systems.");
    }

    private void plan(Subject owner, Account account) {
        closings.standing(owner.personId().orElseThrow()).ifPresent(closing -> closings.plan(closing, account));
    }

    /** Looks for somebody in each active system now; what one finds is kept although another does not answer. */
    void search(Subject owner) {
        Employee person = people.employee(owner.personId().orElseThrow()).orElseThrow(RestException::notFound);
        AccountOwner wanted =
                new AccountOwner(person.contact().employeeNo(), person.contact().email());
        boolean silent = false;
        for (RegisteredSystem system : register.systems().of(owner.subsidiaryId())) {
            if (system.active()) {
                silent |= !search(system, owner, wanted);
            }
        }
        if (silent) {
            throw silent();
        }
    }

    private boolean search(RegisteredSystem system, Subject owner, AccountOwner wanted) {
        try {
            for (SystemAccount found : calls.ask(system, (connector, settings) -> connector.find(settings, wanted))) {
                if (found.life() != Life.GONE) {
                    register.accounts()
                            .register(system, owner, new Name(found.reference(), found.name()))
                            .ifPresent(account -> plan(owner, account));
                }
            }
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    /** Has what waits for a person tried within the minute; nothing before its moment. */
    void retry(Subject owner) {
        closings.standing(owner.personId().orElseThrow()).ifPresent(closing -> {
            if (!closing.dueAt().isAfter(clock.instant())) {
                register.works().of(closing.offboardingId()).stream()
                        .filter(Work::waiting)
                        .filter(work -> work.course().failing().error() != null)
                        .forEach(work ->
                                register.works().again(work, work.course().step(), clock.instant()));
                register.systems().of(owner.subsidiaryId()).forEach(register.systems()::answered);
            }
        });
    }

    /** Returns what people were told of and the caller sees. */
    List<Work> late(UUID subsidiaryId, Visibility visibility) {
        return register.works().escalated().stream()
                .filter(work -> work.owner().subsidiaryId().equals(subsidiaryId))
                .filter(work ->
                        visibility.maySee(subsidiaryId, work.owner().personId().orElseThrow()))
                .toList();
    }
}
