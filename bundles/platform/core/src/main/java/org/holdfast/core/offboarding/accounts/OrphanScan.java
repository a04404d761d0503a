package org.holdfast.core.offboarding.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.connector.AccountPage;
import org.holdfast.api.connector.AccountStatus.Life;
import org.holdfast.api.connector.SystemAccount;
import org.holdfast.core.offboarding.accounts.ClosingRound.Firm;
import org.holdfast.core.offboarding.accounts.OrphanTable.Content;
import org.holdfast.core.offboarding.accounts.OrphanTable.Seen;
import org.holdfast.core.offboarding.accounts.SystemCalls.Refused;
import org.holdfast.core.offboarding.accounts.Work.State;
import org.holdfast.core.offboarding.accounts.Work.Step;
import org.holdfast.core.people.Employee.Status;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.protection.Subject;

/**
 * Looks once a day at all accounts of each system: notes those that live although their owner left or nobody is known to own them, and
 * closes anew what had been read dead and lives again. Disables nothing else. Safe for use from many threads and servers.
 */
final class OrphanScan {
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);
    private static final int MOST_PAGES = 100_000;

    private final Register register;
    private final OrphanTable orphans;
    private final SystemCalls calls;
    private final Firm firm;

    OrphanScan(Register register, OrphanTable orphans, SystemCalls calls, Firm firm) {
        this.register = register;
        this.orphans = orphans;
        this.calls = calls;
        this.firm = firm;
    }

    /** Looks at the systems whose time has come. */
    void run() {
        for (RegisteredSystem system : register.systems().toScan(firm.now())) {
            if (register.systems().claimScan(system, firm.now().plus(EVERY))) {
                scan(system);
            }
        }
    }

    private void scan(RegisteredSystem system) {
        Instant begin = firm.now();
        try {
            look(system, begin);
            orphans.forgetUnseen(system.id(), begin);
            register.systems().scanned(system.id(), null, firm.now());
            register.systems().answered(system);
        } catch (Refused e) {
            // What was noted stays: it is still true, and what was not looked at is not forgotten.
            Duration wait = e.retryAfter().compareTo(AFTER_FAILURE) > 0 ? e.retryAfter() : AFTER_FAILURE;
            register.systems().scanned(system.id(), e.error(), firm.now().plus(wait));
        }
    }

    private void look(RegisteredSystem system, Instant begin) {
        Mailboxes mailboxes = new Mailboxes();
        Set<String> cursors = new HashSet<>();
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            String from = cursor;
            AccountPage answer = calls.ask(system, (connector, settings) -> connector.page(settings, from));
            answer.accounts().stream()
                    .filter(one -> one.life() == Life.ACTIVE)
                    .forEach(one -> judge(system, one, mailboxes, begin));
            cursor = answer.next();
            if (cursor.isEmpty()) {
                return;
            }
            if (!cursors.add(cursor)) {
                break;
            }
        }
        throw new Refused(SystemCalls.CONNECTOR_FAILED, true, Duration.ZERO);
    }

    private void judge(RegisteredSystem system, SystemAccount living, Mailboxes mailboxes, Instant begin) {
        String fingerprint = register.accounts().fingerprint(system, living.reference());
        Optional<Account> account = register.accounts().known(system, fingerprint);
        account.filter(one -> one.deadAt() != null).ifPresent(this::reopen);
        Optional<PersonCard> owner = owner(system, living, account, mailboxes);
        if (owner.filter(one -> one.status() != Status.LEFT).isPresent()) {
            return;
        }
        Subject subject = owner.map(one -> Subject.person(system.subsidiaryId(), one.id()))
                .filter(one -> owner.get().subsidiaryId().equals(system.subsidiaryId()))
                .orElse(system.subject());
        String name = living.name().isEmpty() ? living.reference() : living.name();
        orphans.seen(new Seen(system, fingerprint, subject, new Content(name, living.employeeNo()), begin));
    }

    /** A number counts in the system's own subsidiary first; systems can be shared with others. */
    private Optional<PersonCard> owner(
            RegisteredSystem system, SystemAccount living, Optional<Account> account, Mailboxes mailboxes) {
        if (account.isPresent()) {
            return account.flatMap(
                    one -> firm.people().card(one.owner().personId().orElseThrow()));
        }
        if (living.employeeNo().isEmpty()) {
            return mailboxes.owner(system.subsidiaryId(), living.email());
        }
        return firm.people()
                .cardByNo(system.subsidiaryId(), living.employeeNo())
                .or(() -> firm.people().subsidiaries().stream()
                        .map(Subsidiary::id)
                        .flatMap(other -> firm.people().cardByNo(other, living.employeeNo()).stream())
                        .findFirst());
    }

    /** Closes a revived account anew, unless its closing was called off or its owner was hired again. */
    private void reopen(Account account) {
        for (Work work : register.works().on(account.id())) {
            boolean stands = register.closings()
                    .find(work.offboardingId())
                    .filter(closing -> closing.revokedAt() == null)
                    .isPresent();
            if (stands && work.course().state() == State.DONE && !hiredAgain(account, work)) {
                firm.database().run(connection -> {
                    register.accounts().revived(account.id(), firm.now());
                    register.works().again(work, Step.DISABLE, firm.now());
                });
                return;
            }
        }
    }

    private boolean hiredAgain(Account account, Work work) {
        LocalDate due = LocalDate.ofInstant(work.course().dueAt(), ZoneOffset.UTC);
        return firm.people()
                .card(account.owner().personId().orElseThrow())
                .map(PersonCard::hireDate)
                .filter(hired -> hired.isAfter(due))
                .isPresent();
    }

    /** Owners by mail address, for accounts that bear no number; read once for a scan, and only where there is one. */
    private final class Mailboxes {
        private final Map<UUID, Map<String, UUID>> known = new HashMap<>();

        Optional<PersonCard> owner(UUID subsidiaryId, String email) {
            return email.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(known.computeIfAbsent(subsidiaryId, this::read)
                                    .get(key(email)))
                            .flatMap(firm.people()::card);
        }

        private Map<String, UUID> read(UUID subsidiaryId) {
            Map<String, UUID> found = new HashMap<>();
            firm.people()
                    .forEach(subsidiaryId, one -> found.put(key(one.contact().email()), one.id()));
            return found;
        }

        private static String key(String email) {
            return email.strip().toLowerCase(Locale.ROOT);
        }
    }
}
