package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.labour.EndingRule;
import org.holdfast.api.labour.EvidenceRule;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.core.offboarding.accounts.AccountClosing;
import org.holdfast.core.offboarding.cases.CaseChange.Kind;
import org.holdfast.core.offboarding.cases.CaseEntry.What;
import org.holdfast.core.offboarding.flows.FlowRuns;
import org.holdfast.core.offboarding.labour.ExitLaw;
import org.holdfast.core.offboarding.preparation.Preparation;
import org.holdfast.core.offboarding.preparation.Preparations;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * Cases of people who leave: begun, changed, taken back, and moved on by what offices do. Each step is one transaction with the run of
 * the flow and what is planned with accounts. Safe for use from many threads: of two people who do the same at once the second is
 * told, and nothing of the first is lost.
 */
final class Offboardings {
    private final CaseTable table;
    private final TaskTable tasks;
    private final Firm firm;
    private final Works works;

    Offboardings(CaseTable table, TaskTable tasks, Firm firm, Works works) {
        this.table = table;
        this.tasks = tasks;
        this.firm = firm;
        this.works = works;
    }

    /**
     * What goes on beside a case.
     *
     * @param flows runs of flows
     * @param accounts ends accounts
     * @param guard says what keeps a task from being done
     * @param preparations what was prepared before a case
     * @param listener is told of changes
     */
    record Works(
            FlowRuns flows,
            AccountClosing accounts,
            TaskGuard guard,
            Preparations preparations,
            CaseListener listener) {}

    Firm firm() {
        return firm;
    }

    CaseTable table() {
        return table;
    }

    TaskTable tasks() {
        return tasks;
    }

    /** Tells of a change, within its transaction and first: all changes of a person wait for each other at the same place. */
    void told(CaseChange change) {
        works.listener().changed(change);
    }

    /** Says whether it is proved that no account of who leaves lives. */
    boolean accessEnded(UUID id) {
        return works.accounts().progress(id).proved();
    }

    FlowRuns flows() {
        return works.flows();
    }

    /**
     * Says from when on somebody can leave.
     *
     * @param card the person
     * @param kind how
     * @param given the day it is said
     * @return the notice; empty where the country has no rules for it, or nobody knows since when they are employed
     */
    Optional<ExitLaw.Notice> notice(PersonCard card, ExitKind kind, LocalDate given) {
        Employee.Terms terms =
                firm.people().employee(card.id()).map(Employee::terms).orElseThrow(RestException::notFound);
        LocalDate hired = terms.hireDate();
        return hired == null
                ? Optional.empty()
                : firm.law()
                        .notice(
                                card.subsidiaryId(),
                                kind,
                                given,
                                new ExitLaw.Employment(hired, null, terms.contractEnd()));
    }

    /**
     * Begins a case, with its flow.
     *
     * @param draft the case
     * @param by who begins it
     * @return the case; the one that is there where the same was sent before
     */
    Offboarding begin(Draft draft, Offboarding.By by) {
        PersonCard card = card(draft.personId());
        draft.check(firm.today(card.subsidiaryId()));
        UUID key = Objects.requireNonNull(draft.key());
        Optional<Offboarding> before = table.begunWith(key);
        if (before.isPresent()) {
            return same(before.get(), card, draft);
        }
        if (card.status() == Employee.Status.LEFT) {
            throw RestException.of(OffboardingError.PERSON_HAS_LEFT, "The person has left already.");
        }
        Optional<Preparation> prepared = works.preparations().goingOn(card.id());
        Offboarding fresh = fresh(card, draft, by, prepared);
        try {
            table.database().run(connection -> {
                start(fresh, key);
                prepared.ifPresent(works.preparations()::begun);
            });
        } catch (DatabaseException e) {
            if (e.isConstraintViolation()) {
                throw running();
            }
            throw e;
        }
        return again(fresh);
    }

    private void start(Offboarding fresh, UUID key) {
        if (table.goingOn(fresh.personId()).isPresent()) {
            throw running();
        }
        told(CaseChange.of(Kind.BEGUN, fresh, firm.now()));
        table.add(fresh, key, entry(What.STARTED, fresh.content().by(), ""));
        String code = firm.people()
                .subsidiary(fresh.subsidiaryId())
                .map(Subsidiary::code)
                .orElseThrow(RestException::notFound);
        works.flows().start(code, fresh.id());
        plan(fresh);
    }

    /** Changes the last day, or what is known of the reason. */
    Offboarding change(Offboarding was, Change change, Offboarding.By by) {
        requireRunning(was);
        LocalDate today = firm.today(was.subsidiaryId());
        LocalDate day = change.lastDay() == null ? was.course().lastDay() : change.lastDay();
        Draft.lastDay(day, was.course().noticeOn(), today);
        if (was.course().leftOn() != null && !day.equals(was.course().lastDay())) {
            throw RestException.of(OffboardingError.PERSON_HAS_LEFT, "The person has left already.");
        }
        Offboarding.Content content = was.content();
        Offboarding fresh = was.with(was.course().until(day))
                .with(new Offboarding.Content(
                        content.kind(),
                        content.by(),
                        change.reason() == null ? content.reason() : change.reason(),
                        change.words() == null ? content.note() : change.words(),
                        content.evidence(),
                        content.chain()));
        if (fresh.equals(was)) {
            return was;
        }
        table.database().run(connection -> {
            if (!day.equals(was.course().lastDay())) {
                told(CaseChange.of(Kind.LAST_DAY_CHANGED, fresh, firm.now()));
            }
            write(fresh, entry(What.CHANGED, by, change.note()));
            if (!day.equals(was.course().lastDay())) {
                plan(fresh);
                moved(fresh);
            }
        });
        return again(fresh);
    }

    /**
     * What is changed in a case.
     *
     * @param lastDay the last day, null to leave it
     * @param reason code of the reason, null to leave it
     * @param words more about the reason, null to leave it
     * @param note what is written beside the change, may be empty
     */
    record Change(
            @Nullable LocalDate lastDay,
            @Nullable String reason,
            @Nullable String words,
            String note) {}

    /** Takes a case back: its flow ends, and whatever was planned with accounts is called off. */
    Offboarding withdraw(Offboarding was, String note, Offboarding.By by) {
        requireRunning(was);
        if (was.course().leftOn() != null) {
            throw RestException.of(OffboardingError.PERSON_HAS_LEFT, "The person has left already.");
        }
        if (by.self() && approved(was)) {
            throw RestException.of(
                    OffboardingError.WITHDRAWAL_BY_HR, "Somebody has approved it: ask HR to take it back.");
        }
        Offboarding fresh = was.with(was.course().ended(OffboardingState.WITHDRAWN, firm.now()));
        table.database().run(connection -> {
            told(CaseChange.of(Kind.WITHDRAWN, fresh, firm.now()));
            write(fresh, entry(What.WITHDRAWN, by, note));
            works.flows().cancel(was.id());
            works.accounts().revoke(was.id());
        });
        return again(fresh);
    }

    /** Says whether somebody has approved a case: from then on the firm counts on it. */
    boolean approved(Offboarding of) {
        return tasks.ofCase(of.id()).stream()
                .anyMatch(task -> task.state() == OffboardingTask.State.DONE
                        && switch (task.what().step()) {
                            case DEPARTMENT_APPROVAL, HR_APPROVAL -> true;
                            default -> false;
                        });
    }

    /** Notes that a task is done: the flow goes on from it. */
    void complete(Offboarding of, OffboardingTask task, Done done) {
        if (!of.running()) {
            throw over();
        }
        if (!task.what().outcomes().contains(done.outcome())) {
            throw RestException.invalid("outcome", "notOneOf");
        }
        works.guard().check(of, task);
        table.database().run(connection -> {
            told(CaseChange.of(Kind.STEP_DONE, of, firm.now()).with(task, done.outcome()));
            if (!tasks.close(task.id(), OffboardingTask.State.DONE, firm.now())) {
                throw RestException.of(
                        OffboardingError.TASK_DONE, "Somebody has done it meanwhile, or the case went another way.");
            }
            table.note(
                    of,
                    new CaseEntry(
                            firm.now(),
                            new CaseEntry.Words(
                                    What.TASK_DONE.code(), task.id(), done.outcome(), done.by(), done.note())));
            works.flows().complete(task.id(), done.outcome());
        });
    }

    /**
     * How a task was done.
     *
     * @param outcome one of its outcomes
     * @param note what is written beside it, may be empty
     * @param by who did it
     */
    record Done(String outcome, String note, Offboarding.By by) {}

    CaseEntry entry(What what, Offboarding.@Nullable By by, String note) {
        return new CaseEntry(firm.now(), CaseEntry.Words.of(what, by, note));
    }

    /** Writes a case that somebody read before. */
    void write(Offboarding fresh, CaseEntry entry) {
        if (!table.change(fresh, entry)) {
            throw changed();
        }
    }

    static RestException changed() {
        return RestException.of(
                OffboardingError.OFFBOARDING_CHANGED,
                "Somebody else has changed it meanwhile: look at what they did, then try again.");
    }

    private static RestException running() {
        return RestException.of(OffboardingError.OFFBOARDING_RUNNING, "The person has a case that goes on.");
    }

    private static RestException over() {
        return RestException.of(OffboardingError.OFFBOARDING_OVER, "The case was taken back or has ended.");
    }

    private static void requireRunning(Offboarding of) {
        if (!of.running()) {
            throw over();
        }
    }

    /** A case that was prepared keeps the id of its preparation, and so all that was prepared. */
    private Offboarding fresh(PersonCard card, Draft draft, Offboarding.By by, Optional<Preparation> prepared) {
        ExitKind kind = Objects.requireNonNull(draft.kind());
        LocalDate noticeOn = Objects.requireNonNull(draft.noticeOn());
        LocalDate lastDay = lastDay(card, draft, by);
        List<Preparation.Evidence> chain = EvidenceChain.of(
                asked(card, kind), prepared.map(works.preparations()::evidence).orElse(List.of()));
        Offboarding.Evidence evidence = evidence(draft, chain);
        if (evidence == null && !by.self() && !LawfulEvent.onFile(kind, contractEnd(card), lastDay)) {
            throw RestException.invalid("evidence.reference", "noLawfulEvent");
        }
        return new Offboarding(
                prepared.map(Preparation::id).orElseGet(() -> Objects.requireNonNull(draft.key())),
                card.subsidiaryId(),
                card.id(),
                0,
                new Offboarding.Course(OffboardingState.RUNNING, noticeOn, lastDay, firm.now(), null, null),
                new Offboarding.Content(
                        kind, by, draft.words().reason(), draft.words().note(), evidence, chain));
    }

    private LocalDate lastDay(PersonCard card, Draft draft, Offboarding.By by) {
        LocalDate earliest = notice(
                        card, Objects.requireNonNull(draft.kind()), Objects.requireNonNull(draft.noticeOn()))
                .map(ExitLaw.Notice::earliestLastDay)
                .orElse(null);
        LocalDate lastDay = draft.lastDay() == null ? earliest : draft.lastDay();
        if (lastDay == null) {
            throw RestException.invalid("lastDay", "missing");
        }
        // Accounts end with that day: nobody brings it about alone that it comes before the notice is over.
        if (by.self() && earliest != null && lastDay.isBefore(earliest)) {
            throw RestException.invalid("lastDay", "beforeEarliest");
        }
        return lastDay;
    }

    /** Returns what the law asks to be shown before an employment ends in a way; empty where any single paper does. */
    List<EvidenceRule> asked(PersonCard card, ExitKind kind) {
        return firm.law()
                .law(card.subsidiaryId())
                .flatMap(law -> law.rules().ending(kind))
                .map(EndingRule::evidence)
                .orElse(List.of());
    }

    /** The decision at the end of a chain is the lawful event. */
    private static Offboarding.@Nullable Evidence evidence(Draft draft, List<Preparation.Evidence> chain) {
        return draft.words().evidence().orElseGet(() -> {
            if (chain.isEmpty()) {
                return null;
            }
            Preparation.Evidence last = chain.get(chain.size() - 1);
            return new Offboarding.Evidence(last.reference(), last.on());
        });
    }

    private @Nullable LocalDate contractEnd(PersonCard card) {
        return firm.people()
                .employee(card.id())
                .map(employee -> employee.terms().contractEnd())
                .orElse(null);
    }

    private static Offboarding same(Offboarding before, PersonCard card, Draft draft) {
        if (!before.personId().equals(card.id()) || before.content().kind() != draft.kind()) {
            throw RestException.of(
                    OffboardingError.OFFBOARDING_KEY_USED, "The key was used for another case: make a new one.");
        }
        return before;
    }

    private PersonCard card(@Nullable UUID personId) {
        if (personId == null) {
            throw RestException.invalid("employeeId", "missing");
        }
        return firm.people().card(personId).orElseThrow(RestException::notFound);
    }

    /** Accounts end with the last day, not before. */
    private void plan(Offboarding of) {
        works.accounts()
                .schedule(
                        of.id(),
                        of.personId(),
                        firm.end(of.subsidiaryId(), of.course().lastDay()));
    }

    /** With the last day the days of what waits move, too. */
    private void moved(Offboarding of) {
        DueDays due = new DueDays(firm);
        for (OffboardingTask task : tasks.ofCase(of.id())) {
            if (task.open() && DueDays.byLastDay(task.what().step())) {
                LocalDate opened = LocalDate.ofInstant(task.clock().openedAt(), firm.zone(of.subsidiaryId()));
                tasks.due(task.id(), due.of(task.what().step(), null, opened, of));
            }
        }
    }

    private Offboarding again(Offboarding of) {
        return table.find(of.id()).orElseThrow(RestException::notFound);
    }
}
