package org.holdfast.core.offboarding.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.core.offboarding.accounts.ClosingProgress.AccountProgress;
import org.holdfast.core.offboarding.accounts.ClosingProgress.SystemSearch;
import org.holdfast.core.offboarding.accounts.ClosingTable.Closing;
import org.holdfast.core.offboarding.accounts.Work.Course;
import org.holdfast.core.offboarding.accounts.Work.Failing;
import org.holdfast.core.offboarding.accounts.Work.State;
import org.holdfast.core.offboarding.accounts.Work.Step;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.jspecify.annotations.Nullable;

/** Plans closings and tells of them; {@link ClosingRound} does them. */
final class Closings implements AccountClosing {
    private final Register register;
    private final People people;
    private final Database database;
    private final Clock clock;

    Closings(Register register, People people, Database database, Clock clock) {
        this.register = register;
        this.people = people;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void schedule(UUID offboardingId, UUID personId, Instant at) {
        PersonCard person = people.card(personId).orElseThrow(RestException::notFound);
        Closing closing = new Closing(offboardingId, Subject.person(person.subsidiaryId(), personId), at, null);
        if (register.closings()
                .find(offboardingId)
                .filter(known -> !known.owner().equals(closing.owner()))
                .isPresent()) {
            throw new IllegalArgumentException("A case is about one person");
        }
        database.run(connection -> {
            takeOver(closing);
            register.closings().put(closing);
            register.works().move(offboardingId, at, clock.instant());
            fill(closing);
            register.accounts().of(personId).forEach(account -> plan(closing, account));
        });
    }

    /** What another case of the same person has not done is this one's to do. */
    private void takeOver(Closing closing) {
        for (Closing other : register.closings().of(closing.owner().personId().orElseThrow())) {
            boolean open = register.works().of(other.offboardingId()).stream().anyMatch(Work::waiting);
            if (open && !other.offboardingId().equals(closing.offboardingId())) {
                revoke(other.offboardingId());
            }
        }
    }

    /** Has each active system searched that is not yet: those that were registered meanwhile, too. */
    void fill(Closing closing) {
        for (RegisteredSystem system : register.systems().of(closing.owner().subsidiaryId())) {
            if (system.active()) {
                register.works().add(work(closing, system.id(), system.id(), Step.SEARCH, clock.instant()));
            }
        }
    }

    /** Has an account end with a closing. */
    void plan(Closing closing, Account account) {
        register.works().add(work(closing, account.systemId(), account.id(), Step.DISABLE, closing.dueAt()));
    }

    private static Work work(Closing closing, UUID systemId, UUID targetId, Step step, Instant nextAt) {
        return new Work(
                UUID.randomUUID(),
                closing.offboardingId(),
                closing.owner(),
                systemId,
                targetId,
                new Course(step, State.WAITING, closing.dueAt(), nextAt, 0, Failing.NOT));
    }

    @Override
    public void revoke(UUID offboardingId) {
        database.run(connection -> {
            register.closings().revoke(offboardingId, clock.instant());
            register.works().callOff(offboardingId, clock.instant());
        });
    }

    /** Returns the closing under which an account of a person ends, if one stands. */
    Optional<Closing> standing(UUID personId) {
        return register.closings().of(personId).stream()
                .filter(one -> one.revokedAt() == null)
                .findFirst();
    }

    @Override
    public ClosingProgress progress(UUID offboardingId) {
        return register.closings().find(offboardingId).map(this::progress).orElse(ClosingProgress.NONE);
    }

    private ClosingProgress progress(Closing closing) {
        Map<UUID, RegisteredSystem> systems = systems(closing.owner().subsidiaryId());
        Map<UUID, Account> accounts = register
                .accounts()
                .of(closing.owner().personId().orElseThrow())
                .stream()
                .collect(Collectors.toMap(Account::id, Function.identity()));
        List<SystemSearch> searches = new ArrayList<>();
        List<AccountProgress> found = new ArrayList<>();
        for (Work work : register.works().of(closing.offboardingId())) {
            RegisteredSystem system = systems.get(work.systemId());
            Account account = accounts.get(work.targetId());
            if (system != null && work.search() && (system.active() || !work.waiting())) {
                searches.add(search(work, system));
            } else if (system != null && account != null) {
                found.add(progress(account, work, system));
            }
        }
        return new ClosingProgress(closing.dueAt(), closing.revokedAt() != null, searches, found);
    }

    Map<UUID, RegisteredSystem> systems(UUID subsidiaryId) {
        return register.systems().of(subsidiaryId).stream()
                .collect(Collectors.toMap(RegisteredSystem::id, Function.identity()));
    }

    private static SystemSearch search(Work work, RegisteredSystem system) {
        return new SystemSearch(
                system.id(),
                system.content().name(),
                work.course().state() == State.DONE,
                work.course().failing().triedAt(),
                next(work, system),
                error(work, system));
    }

    /** Says how far an account is; of one without a closing that it is known. */
    AccountProgress progress(Account account, @Nullable Work work, RegisteredSystem system) {
        Failing failing = work == null ? Failing.NOT : work.course().failing();
        boolean planned = work != null && work.course().state() != State.CALLED_OFF;
        return new AccountProgress(
                account.id(),
                system.id(),
                system.content().name(),
                account.name().shown(),
                state(account, work),
                work == null || !planned ? null : work.course().dueAt(),
                failing.triedAt(),
                work == null ? null : next(work, system),
                account.deadAt(),
                failing.tries(),
                work == null ? null : error(work, system),
                work != null && work.waiting() && failing.escalatedAt() != null);
    }

    private AccountState state(Account account, @Nullable Work work) {
        if (work == null || work.course().state() == State.CALLED_OFF) {
            return account.deadAt() == null ? AccountState.KNOWN : AccountState.DEAD;
        }
        if (work.course().state() == State.DONE) {
            return account.deadAt() == null ? AccountState.ALIVE : AccountState.DEAD;
        }
        if (account.revivedAt() != null) {
            return AccountState.ALIVE;
        }
        if (clock.instant().isBefore(work.course().dueAt())) {
            return AccountState.DISABLE_DUE;
        }
        return work.course().failing().error() == null ? AccountState.DISABLING : AccountState.FAILED;
    }

    /** A system that wants to be left alone holds up what is next. */
    private static @Nullable Instant next(Work work, RegisteredSystem system) {
        if (!work.waiting() || !system.active()) {
            return null;
        }
        Instant held = system.health().heldUntil();
        Instant next = work.course().nextAt();
        return held != null && held.isAfter(next) ? held : next;
    }

    /** What was never tried because its system is left alone has that system's fault. */
    private static @Nullable String error(Work work, RegisteredSystem system) {
        String own = work.course().failing().error();
        boolean due = work.waiting();
        return own == null && due && system.health().failures() > 0
                ? system.health().error()
                : own;
    }
}
