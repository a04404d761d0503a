package org.holdfast.core.offboarding.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.holdfast.api.connector.AccountOwner;
import org.holdfast.api.connector.AccountStatus;
import org.holdfast.api.connector.AccountStatus.Life;
import org.holdfast.api.connector.DisableOutcome;
import org.holdfast.api.connector.SystemAccount;
import org.holdfast.core.offboarding.accounts.Account.Name;
import org.holdfast.core.offboarding.accounts.SystemCalls.Refused;
import org.holdfast.core.offboarding.accounts.Work.State;
import org.holdfast.core.offboarding.accounts.Work.Step;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.jobs.Attempt;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditEvent.About;
import org.holdfast.launcher.audit.AuditEvent.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what closings have planned, at its time: asks a system outside any transaction, then writes what became of it. Cut off between
 * the two it asks again, under the same key. Safe for use from many threads and servers.
 */
final class ClosingRound {
    private static final Logger LOG = LoggerFactory.getLogger(ClosingRound.class);
    /** The system said that it disabled the account, and says that it lives. */
    static final String STILL_ALIVE = "stillAlive";
    /** It was read dead, and some minutes later alive. */
    static final String ALIVE_AGAIN = "aliveAgain";

    private static final Duration BEFORE_READING_AGAIN = Duration.ofMinutes(5);
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(15);
    private static final Duration LONGEST_PEACE = Duration.ofHours(6);
    private static final Duration QUIET_FOR = Duration.ofHours(24);
    private static final int QUIET_TRIES = 6;
    private static final int MOST_DOUBLINGS = 12;
    private static final int MOST_ROUNDS = 100;
    private static final double SPREAD = 0.2;

    private final Register register;
    private final Closings closings;
    private final SystemCalls calls;
    private final Firm firm;
    private final RandomGenerator random = new SecureRandom();

    ClosingRound(Register register, Closings closings, SystemCalls calls, Firm firm) {
        this.register = register;
        this.closings = closings;
        this.calls = calls;
        this.firm = firm;
    }

    /**
     * Whose accounts, and when.
     *
     * @param people who works where
     * @param database for transactions
     * @param clock the time
     * @param audit told what was done to whose accounts
     */
    record Firm(People people, Database database, Clock clock, Consumer<AuditEvent> audit) {
        Instant now() {
            return clock.instant();
        }

        /** Tells the log; what it cannot take is not held to be done, and done again. */
        void tell(String action, Work work) {
            About about = new About(
                    work.owner().subsidiaryId().toString(), List.of(work.owner().id()), null);
            Map<String, String> details = Map.of(
                    "account",
                    work.targetId().toString(),
                    "system",
                    work.systemId().toString(),
                    "closing",
                    work.offboardingId().toString());
            audit.accept(new AuditEvent(action, Actor.SERVER, about, AuditEvent.DONE, details));
        }
    }

    /** Does everything that is due. */
    void run() {
        register.closings().open().forEach(closings::fill);
        boolean more = true;
        for (int round = 0; more && round < MOST_ROUNDS; round++) {
            more = false;
            for (Work one : register.works().due(firm.now())) {
                more |= tried(one);
            }
        }
        register.works().escalate(firm.now().minus(QUIET_FOR), firm.now());
    }

    /** Says whether this was ours to try; one that cannot be tried must not keep the others waiting. */
    private boolean tried(Work one) {
        AtomicBoolean ours = new AtomicBoolean();
        Attempt.of(() -> attempt(one, ours))
                .ifPresent(failure -> LOG.warn(
                        "The accounts of a case could not be closed ({}); tried again", Attempt.name(failure)));
        return ours.get();
    }

    private void attempt(Work one, AtomicBoolean ours) {
        Optional<RegisteredSystem> system = register.systems().find(one.systemId());
        if (system.isEmpty() || held(system.get())) {
            return;
        }
        Optional<Work> claimed = register.works().claim(one, firm.now());
        ours.set(claimed.isPresent());
        claimed.ifPresent(work -> attempt(work, system.get()));
    }

    /** It may have been held by what was tried just before. */
    private boolean held(RegisteredSystem system) {
        Instant until = system.health().heldUntil();
        return until != null && until.isAfter(firm.now());
    }

    private void attempt(Work claimed, RegisteredSystem system) {
        try {
            switch (claimed.course().step()) {
                case SEARCH -> search(claimed, system);
                case DISABLE -> disable(claimed, system);
                case READ_AGAIN -> readAgain(claimed, system);
            }
            register.systems().answered(system);
        } catch (Refused e) {
            failed(claimed, e.error(), e.retryAfter());
            if (e.everything()) {
                hold(system, e);
            }
        }
    }

    private void search(Work claimed, RegisteredSystem system) {
        UUID person = claimed.owner().personId().orElseThrow();
        Optional<AccountOwner> owner = firm.people()
                .employee(person)
                .map(found -> new AccountOwner(
                        found.contact().employeeNo(), found.contact().email()));
        List<SystemAccount> found = owner.map(
                        one -> calls.ask(system, (connector, settings) -> connector.find(settings, one)))
                .orElse(List.of());
        boolean early = firm.now().isBefore(claimed.course().dueAt());
        firm.database().run(connection -> {
            Work after = claimed.on(
                    Step.SEARCH,
                    early ? State.WAITING : State.DONE,
                    claimed.course().dueAt(),
                    claimed.course().failing().over());
            if (register.works().put(after, firm.now())) {
                found.forEach(account -> take(claimed, system, account));
            }
        });
    }

    private void take(Work claimed, RegisteredSystem system, SystemAccount account) {
        if (account.life() == Life.GONE) {
            return;
        }
        Optional<Account> known =
                register.accounts().register(system, claimed.owner(), new Name(account.reference(), account.name()));
        known.ifPresent(mine ->
                register.closings().find(claimed.offboardingId()).ifPresent(closing -> closings.plan(closing, mine)));
    }

    private void disable(Work claimed, RegisteredSystem system) {
        Optional<Account> account = register.accounts().find(claimed.targetId());
        if (account.isEmpty() || firm.now().isBefore(claimed.course().dueAt())) {
            // Erased meanwhile, or moved by who looked at another clock: nothing is changed before its minute.
            return;
        }
        String reference = account.get().name().reference();
        DisableOutcome outcome =
                calls.ask(system, (connector, settings) -> connector.disable(settings, reference, claimed.id()));
        if (outcome == DisableOutcome.DISABLED) {
            firm.tell("account.disabled", claimed);
        }
        AccountStatus status = calls.ask(system, (connector, settings) -> connector.read(settings, reference));
        if (status.life() == Life.ACTIVE) {
            failed(claimed, STILL_ALIVE, Duration.ZERO);
            return;
        }
        Work after = claimed.on(
                Step.READ_AGAIN,
                State.WAITING,
                firm.now().plus(BEFORE_READING_AGAIN),
                claimed.course().failing().further());
        register.works().put(after, firm.now());
    }

    private void readAgain(Work claimed, RegisteredSystem system) {
        Optional<Account> account = register.accounts().find(claimed.targetId());
        if (account.isEmpty()) {
            return;
        }
        String reference = account.get().name().reference();
        AccountStatus status = calls.ask(system, (connector, settings) -> connector.read(settings, reference));
        if (status.life() == Life.ACTIVE) {
            failed(
                    claimed.on(
                            Step.DISABLE,
                            State.WAITING,
                            firm.now(),
                            claimed.course().failing()),
                    ALIVE_AGAIN,
                    Duration.ZERO);
            return;
        }
        firm.tell("account.dead", claimed);
        firm.database().run(connection -> {
            Work after = claimed.on(
                    Step.READ_AGAIN,
                    State.DONE,
                    firm.now(),
                    claimed.course().failing().over());
            if (register.works().put(after, firm.now())) {
                register.accounts().dead(account.get().id(), firm.now());
            }
        });
    }

    private void failed(Work claimed, String error, Duration retryAfter) {
        Instant now = firm.now();
        int tries = claimed.course().failing().tries() + 1;
        boolean late = !claimed.course().dueAt().plus(QUIET_FOR).isAfter(now);
        boolean due = !claimed.course().dueAt().isAfter(now);
        Instant escalated = due && (tries >= QUIET_TRIES || late) ? now : null;
        Instant wanted = now.plus(longer(peace(retryAfter), wait(tries, LONGEST_WAIT)));
        // What fails before its minute must not come late for it.
        Instant next = due || wanted.isBefore(claimed.course().dueAt())
                ? wanted
                : claimed.course().dueAt();
        register.works()
                .put(
                        claimed.on(
                                claimed.course().step(),
                                State.WAITING,
                                next,
                                claimed.course().failing().once(error, escalated)),
                        now);
    }

    private void hold(RegisteredSystem system, Refused why) {
        Duration wait = wait(system.health().failures() + 1, LONGEST_HOLD);
        register.systems().hold(system.id(), why.error(), firm.now().plus(longer(peace(why.retryAfter()), wait)));
    }

    private static Duration peace(Duration wanted) {
        return wanted.compareTo(LONGEST_PEACE) < 0 ? wanted : LONGEST_PEACE;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Doubles from a minute on, a little spread, so that all that failed together does not come together again. */
    private Duration wait(int failures, Duration longest) {
        Duration doubled = SHORTEST_WAIT.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration bounded = doubled.compareTo(longest) < 0 ? doubled : longest;
        return bounded.plusMillis((long) (bounded.toMillis() * SPREAD * random.nextDouble()));
    }
}
