package org.holdfast.core.offboarding.interview;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;
import org.holdfast.core.offboarding.interview.Interview.Content;
import org.holdfast.core.offboarding.interview.Interview.Course;
import org.holdfast.core.offboarding.interview.Interview.State;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Offers interviews, and takes what HR writes down in them. Safe for use from many threads. */
final class InterviewDesk {
    private static final int LONGEST_NOTE = 2000;
    private static final int DAYS_AFTER = 30;

    private final InterviewTable table;
    private final FormDesk forms;
    private final Readers readers;
    private final InterviewWorld world;
    private final Answering answering;

    InterviewDesk(InterviewTable table, FormDesk forms, Readers readers, InterviewWorld world, Answering answering) {
        this.table = table;
        this.forms = forms;
        this.readers = readers;
        this.world = world;
        this.answering = answering;
    }

    /** Finds a case whose interview the caller reads; whatever else is none. */
    ExitCase find(UUID caseId, Visibility caller) {
        ExitCase found = world.cases().known().find(caseId).orElseThrow(RestException::notFound);
        if (!readers.reads(found.subsidiaryId(), found.personId(), caller)) {
            throw RestException.notFound();
        }
        return found;
    }

    /** Offers an interview; once more where it was declined or missed, or where somebody else is to hold it. */
    void offer(UUID caseId, InterviewFields.Offer fields, Visibility caller) {
        find(caseId, caller);
        ExitCase of = world.cases().known().requireLawful(caseId);
        if (of.stage() != Stage.RUNNING) {
            throw notOffered();
        }
        Optional<Interview> present = table.find(caseId);
        if (present.filter(Interview::held).isPresent()) {
            throw RestException.of(InterviewError.INTERVIEW_HELD, "It was held: what was said can be corrected.");
        }
        boolean self = Boolean.TRUE.equals(fields.self());
        Readers.Holder holder = self ? new Readers.Holder(new UUID(0, 0), "") : holder(of, fields.holderId());
        LocalDate due = due(of, fields.dueOn());
        Answering.requireVersion(present.map(Interview::version).orElse(0), fields.version());
        Content before = present.map(Interview::content).orElse(null);
        Content content = new Content(
                self,
                self ? "" : holder.account().toString(),
                holder.name(),
                caller.caller().name(),
                "",
                before == null ? null : before.own(),
                before == null ? null : before.draft());
        Interview fresh = present.map(
                        one -> one.next(new Course(State.OFFERED, one.course().form(), due, null, false), content))
                .orElseGet(() -> new Interview(
                        new Interview.Of(of.id(), of.subsidiaryId(), of.personId()),
                        1,
                        new Course(State.OFFERED, forms.begin(of.subsidiaryId()).version(), due, null, false),
                        content));
        answering.write(fresh);
    }

    /** Keeps what who holds the interview has written so far. */
    void draft(UUID caseId, InterviewFields.Answers fields, Visibility caller) {
        Interview one = held(caseId, caller, false);
        answering.draft(one, fields, false);
    }

    /** Takes what was said; what was said before stays. */
    void say(UUID caseId, InterviewFields.Answers fields, Visibility caller) {
        if (answering.again(find(caseId, caller).id(), fields, caller)) {
            return;
        }
        answering.say(held(caseId, caller, true), fields, caller);
    }

    /** Notes that the person declined, or did not come. */
    void close(UUID caseId, InterviewFields.Closing fields, Visibility caller) {
        find(caseId, caller);
        world.cases().known().requireLawful(caseId);
        State state = State.ofCode(fields.state() == null ? "" : fields.state())
                .filter(one -> one == State.DECLINED || one == State.MISSED)
                .orElseThrow(() -> RestException.invalid("state", "notOneOf"));
        String note = fields.note() == null ? "" : fields.note().strip();
        if (note.length() > LONGEST_NOTE) {
            throw RestException.invalid("note", "tooLong");
        }
        Interview one = table.find(caseId).filter(Interview::offered).orElseThrow(InterviewDesk::notOffered);
        Answering.requireVersion(one.version(), fields.version());
        answering.close(one, state, note, caller);
    }

    /** Finds an interview the caller holds, that is offered or, for a correction, was held. */
    private Interview held(UUID caseId, Visibility caller, boolean corrected) {
        find(caseId, caller);
        world.cases().known().requireLawful(caseId);
        Interview one = table.find(caseId)
                .filter(found -> found.offered() || (corrected && found.held()))
                .orElseThrow(InterviewDesk::notOffered);
        if (!holds(one, caller)) {
            throw notYours();
        }
        return one;
    }

    /** Says whether the caller is who holds an interview. */
    static boolean holds(Interview one, Visibility caller) {
        return !one.content().self()
                && one.content().holder().equals(caller.caller().id());
    }

    static RestException notOffered() {
        return RestException.of(InterviewError.INTERVIEW_NOT_OFFERED, "It is not offered, or not any more.");
    }

    static RestException notYours() {
        return RestException.of(
                InterviewError.INTERVIEW_NOT_YOURS, "Only who holds the interview writes down what was said.");
    }

    private Readers.Holder holder(ExitCase of, @Nullable UUID account) {
        if (account == null) {
            throw RestException.invalid("holderId", "missing");
        }
        return readers.holders(of).stream()
                .filter(one -> one.account().equals(account))
                .findFirst()
                .orElseThrow(() -> RestException.invalid("holderId", "holder"));
    }

    private LocalDate due(ExitCase of, @Nullable LocalDate wanted) {
        LocalDate today = world.today(of.subsidiaryId());
        LocalDate last = of.lastDay() == null || of.lastDay().isBefore(today) ? today : of.lastDay();
        LocalDate due = wanted == null ? last : wanted;
        if (due.isBefore(today) || due.isAfter(last.plusDays(DAYS_AFTER))) {
            throw RestException.invalid("dueOn", "interviewDue");
        }
        return due;
    }
}
