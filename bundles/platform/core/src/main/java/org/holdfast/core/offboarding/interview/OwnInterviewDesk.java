package org.holdfast.core.offboarding.interview;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.offboarding.interview.Interview.State;

/** Takes what who leaves fills in alone, and that they decline. Safe for use from many threads. */
final class OwnInterviewDesk {
    private final InterviewTable table;
    private final InterviewWorld world;
    private final Answering answering;

    OwnInterviewDesk(InterviewTable table, InterviewWorld world, Answering answering) {
        this.table = table;
        this.world = world;
        this.answering = answering;
    }

    /** Returns the caller's interview: that of the case that goes on, else the last one there was. */
    Optional<Interview> find(Visibility caller) {
        Optional<UUID> self = caller.caller().employeeId();
        if (self.isEmpty()) {
            return Optional.empty();
        }
        Optional<UUID> present = world.cases().known().ofPerson(self.get()).map(ExitCase::id);
        return present.isPresent()
                ? table.find(present.get())
                : table.ofPerson(self.get()).stream()
                        .max(Comparator.comparing(one -> one.course().dueOn()));
    }

    /** Keeps what the caller has written so far. */
    void draft(InterviewFields.Answers fields, Visibility caller) {
        Interview one = find(caller).filter(Interview::offered).orElseThrow(InterviewDesk::notOffered);
        answering.draft(requireAlone(one), fields, true);
    }

    /** Takes what the caller says. */
    void say(InterviewFields.Answers fields, Visibility caller) {
        Interview one = find(caller).orElseThrow(InterviewDesk::notOffered);
        if (answering.again(one.of().caseId(), fields, caller)) {
            return;
        }
        if (!one.offered() && !one.held()) {
            throw InterviewDesk.notOffered();
        }
        answering.say(requireAlone(one), fields, caller);
    }

    /** Declines, whoever was to hold it. Nothing follows from it. */
    void decline(InterviewFields.Declining fields, Visibility caller) {
        Interview one = find(caller).filter(Interview::offered).orElseThrow(InterviewDesk::notOffered);
        world.cases().known().requireLawful(one.of().caseId());
        Answering.requireVersion(one.version(), fields.version());
        answering.close(one, State.DECLINED, "", caller);
    }

    private Interview requireAlone(Interview one) {
        world.cases().known().requireLawful(one.of().caseId());
        if (!one.content().self()) {
            throw InterviewDesk.notYours();
        }
        return one;
    }
}
