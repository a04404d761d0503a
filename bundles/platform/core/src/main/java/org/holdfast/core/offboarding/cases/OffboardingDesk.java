package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.OffboardingReader.Sight;
import org.holdfast.core.offboarding.flows.FlowOffice;
import org.holdfast.core.offboarding.labour.ExitLaw;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Begins, changes and ends cases for whoever calls, and takes what offices have done. Safe for use from many threads. */
final class OffboardingDesk {
    private final Offboardings offboardings;
    private final OffboardingReader reader;

    OffboardingDesk(Offboardings offboardings, OffboardingReader reader) {
        this.offboardings = offboardings;
        this.reader = reader;
    }

    OffboardingReader reader() {
        return reader;
    }

    Offboardings offboardings() {
        return offboardings;
    }

    /** Begins a case as HR: never the own one, nor a superior's. */
    Offboarding begin(Draft draft, Visibility caller) {
        requirePerson(draft.personId(), caller);
        return offboardings.begin(draft, by(caller, false));
    }

    /** Says what the law says of a notice somebody would give. */
    NoticeView notice(Draft draft, Visibility caller, @Nullable String language) {
        PersonCard card = requirePerson(draft.personId(), caller);
        ExitKind kind = Optional.ofNullable(draft.kind()).orElseThrow(() -> RestException.invalid("kind", "missing"));
        LocalDate given =
                Optional.ofNullable(draft.noticeOn()).orElseThrow(() -> RestException.invalid("noticeOn", "missing"));
        Optional<ExitLaw.Notice> law = offboardings.notice(card, kind, given);
        // What is asked for in pieces is collected in a preparation, and not typed here.
        boolean evidenceNeeded =
                !LawfulEvent.byContract(kind) && offboardings.asked(card, kind).isEmpty();
        return reader.notice(law, evidenceNeeded, reader.tag(language));
    }

    /** Changes a case as HR. */
    Offboarding change(UUID id, @Nullable Integer version, Offboardings.Change change, Visibility caller) {
        return offboardings.change(requireVersion(hrs(id, caller), version), change, by(caller, false));
    }

    /** Takes a case back as HR. */
    Offboarding withdraw(UUID id, @Nullable Integer version, @Nullable String note, Visibility caller) {
        return offboardings.withdraw(requireVersion(hrs(id, caller), version), note(note), by(caller, false));
    }

    /**
     * Notes that a task is done.
     *
     * @param id the case
     * @param taskId the task
     * @param outcome how it was done
     * @param note what is written beside it
     * @param caller who does it
     * @return the case as it was before
     */
    Offboarding complete(UUID id, String taskId, @Nullable String outcome, @Nullable String note, Visibility caller) {
        OffboardingTask task = task(id, taskId);
        Offboarding of = offboardings.table().find(id).orElseThrow(RestException::notFound);
        Sight sight = reader.sight(List.of(of), caller, null);
        LocalDate today = offboardings.firm().today(of.subsidiaryId());
        boolean knows = caller.tells("leaver", of.personId(), of.subsidiaryId())
                && (sight.theirs(task) || Performers.hr(task.of(), caller));
        if (!knows) {
            throw RestException.notFound();
        }
        requireOpen(task);
        if (!sight.mayDo(task, today)) {
            throw RestException.of(OffboardingError.NOT_YOUR_TASK, "It is another office's, and its time is not over.");
        }
        offboardings.complete(of, task, done(outcome, note, by(caller, false)));
        return of;
    }

    /** Returns the last case of the caller, as the employee their account is linked to. */
    Optional<Offboarding> own(Visibility caller) {
        return self(caller).flatMap(card -> {
            Optional<Offboarding> now = offboardings.table().goingOn(card.id());
            return now.isPresent()
                    ? now
                    : offboardings.table().ofPerson(card.id()).stream()
                            .reduce((a, b) ->
                                    a.course().startedAt().isAfter(b.course().startedAt()) ? a : b);
        });
    }

    /** Begins the caller's own case: they resign. */
    Offboarding resign(Draft draft, Visibility caller) {
        PersonCard card = requireSelf(caller);
        Draft own = new Draft(
                draft.key(),
                card.id(),
                ExitKind.RESIGNATION,
                offboardings.firm().today(card.subsidiaryId()),
                draft.lastDay(),
                draft.words());
        return offboardings.begin(own, by(caller, true));
    }

    /** Takes the caller's own case back. */
    Offboarding withdrawOwn(@Nullable Integer version, @Nullable String note, Visibility caller) {
        return offboardings.withdraw(requireVersion(requireOwn(caller), version), note(note), by(caller, true));
    }

    /** Notes that a task of the caller's own case is done: one that is theirs as the person who leaves. */
    Offboarding completeOwn(String taskId, @Nullable String outcome, @Nullable String note, Visibility caller) {
        Offboarding of = requireOwn(caller);
        OffboardingTask task = task(of.id(), taskId);
        if (!own(task)) {
            throw RestException.notFound();
        }
        requireOpen(task);
        offboardings.complete(of, task, done(outcome, note, by(caller, true)));
        return of;
    }

    /** Says whether a task is that of the person who leaves. */
    static boolean own(OffboardingTask task) {
        return task.what().office() == FlowOffice.EMPLOYEE;
    }

    /** Says why the caller cannot resign here; empty where they can. */
    Optional<String> whyNot(Visibility caller) {
        Optional<PersonCard> card = self(caller);
        if (card.isEmpty()) {
            return Optional.of("noEmployee");
        }
        if (card.get().status() == Employee.Status.LEFT) {
            return Optional.of("left");
        }
        return offboardings.table().goingOn(card.get().id()).map(one -> "running");
    }

    Optional<PersonCard> self(Visibility caller) {
        return caller.caller().employeeId().flatMap(offboardings.firm().people()::card);
    }

    private PersonCard requireSelf(Visibility caller) {
        return self(caller).orElseThrow(RestException::notFound);
    }

    private Offboarding requireOwn(Visibility caller) {
        return self(caller)
                .flatMap(card -> offboardings.table().goingOn(card.id()))
                .orElseThrow(RestException::notFound);
    }

    private Offboarding hrs(UUID id, Visibility caller) {
        Offboarding found = reader.find(id, caller);
        if (!caller.has(Performers.START, found.subsidiaryId(), found.personId())) {
            throw RestException.notFound();
        }
        return found;
    }

    private OffboardingTask task(UUID id, String taskId) {
        return offboardings
                .tasks()
                .find(taskId)
                .filter(task -> task.of().caseId().equals(id))
                .orElseThrow(RestException::notFound);
    }

    private static void requireOpen(OffboardingTask task) {
        if (!task.open()) {
            throw RestException.of(
                    OffboardingError.TASK_DONE, "Somebody has done it meanwhile, or the case went another way.");
        }
    }

    private PersonCard requirePerson(@Nullable UUID personId, Visibility caller) {
        if (personId == null) {
            throw RestException.invalid("employeeId", "missing");
        }
        return offboardings
                .firm()
                .people()
                .card(personId)
                .filter(card -> caller.has(Performers.START, card.subsidiaryId(), card.id()))
                .orElseThrow(RestException::notFound);
    }

    private static Offboarding requireVersion(Offboarding was, @Nullable Integer version) {
        if (version == null) {
            throw RestException.invalid("version", "missing");
        }
        if (version != was.version()) {
            throw Offboardings.changed();
        }
        return was;
    }

    private static Offboardings.Done done(@Nullable String outcome, @Nullable String note, Offboarding.By by) {
        if (outcome == null || outcome.isEmpty()) {
            throw RestException.invalid("outcome", "missing");
        }
        return new Offboardings.Done(outcome, note(note), by);
    }

    static String note(@Nullable String note) {
        String stripped = Objects.requireNonNullElse(note, "").strip();
        if (stripped.length() > Draft.LONGEST_NOTE) {
            throw RestException.invalid("note", "longNote");
        }
        return stripped;
    }

    private static Offboarding.By by(Visibility caller, boolean self) {
        Caller who = caller.caller();
        return new Offboarding.By(who.id(), who.name(), self);
    }
}
