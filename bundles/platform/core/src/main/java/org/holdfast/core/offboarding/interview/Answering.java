package org.holdfast.core.offboarding.interview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.StepCompletion;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.holdfast.core.offboarding.interview.Interview.Answers;
import org.holdfast.core.offboarding.interview.Interview.Said;
import org.holdfast.core.offboarding.interview.Interview.State;
import org.holdfast.core.offboarding.interview.Interview.Words;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Takes answers, whoever writes them: drafts, what was said, and corrections. Safe for use from many threads. */
final class Answering {
    private static final int LONGEST_WHY = 500;

    private final InterviewTable table;
    private final FormDesk forms;
    private final InterviewWorld world;
    private final StepCompletion steps;

    Answering(InterviewTable table, FormDesk forms, InterviewWorld world, StepCompletion steps) {
        this.table = table;
        this.forms = forms;
        this.world = world;
        this.steps = steps;
    }

    /** Keeps a draft; of two who write one the second is told. */
    void draft(Interview one, InterviewFields.Answers fields, boolean byPerson) {
        Answers answers = new AnswerCheck(forms.of(one), false).read(fields);
        requireVersion(one.version(), fields.version());
        write(one.drafted(answers, byPerson));
    }

    /** Says whether the very same was taken before: then there is nothing to do. */
    boolean again(UUID caseId, InterviewFields.Answers fields, Visibility caller) {
        UUID key = fields.key();
        if (key == null) {
            throw RestException.invalid("key", "missing");
        }
        Optional<Said> before = table.saidWith(caseId, key)
                .filter(one -> one.words().account().equals(caller.caller().id()));
        if (before.isEmpty() && table.used(key)) {
            throw RestException.of(InterviewError.INTERVIEW_KEY_USED, "The key was used for other answers.");
        }
        return before.isPresent();
    }

    /** Takes what was said: as the first version, or as a correction by who wrote the first. */
    void say(Interview one, InterviewFields.Answers fields, Visibility caller) {
        List<Said> before = table.said(one.of().caseId());
        boolean self = one.content().self();
        String why = why(fields, !before.isEmpty());
        Answers answers = new AnswerCheck(forms.of(one), true).read(fields);
        requireVersion(one.version(), fields.version());
        UUID key = fields.key();
        if (key == null) {
            throw RestException.invalid("key", "missing");
        }
        Said said = new Said(
                key,
                before.size() + 1,
                world.now(),
                new Words(answers, caller.caller().id(), caller.caller().name(), self, why));
        LocalDate first = one.course().closedOn();
        LocalDate on = one.held() && first != null ? first : today(one);
        Interview fresh = one.closed(State.HELD, on, !answers.reasons().isEmpty(), "");
        if (!table.write(fresh, said)) {
            throw changed();
        }
        steps.done(one.of().caseId(), FlowStep.EXIT_INTERVIEW, caller);
    }

    /** Ends an interview in which nothing was said. */
    void close(Interview one, State state, String note, Visibility caller) {
        write(one.closed(state, today(one), false, note));
        steps.done(one.of().caseId(), FlowStep.EXIT_INTERVIEW, caller);
    }

    void write(Interview fresh) {
        if (!table.write(fresh)) {
            throw changed();
        }
    }

    static void requireVersion(int present, @Nullable Integer seen) {
        if (seen == null) {
            throw RestException.invalid("version", "missing");
        }
        if (seen != present) {
            throw changed();
        }
    }

    private static RestException changed() {
        return RestException.of(
                InterviewError.INTERVIEW_CHANGED,
                "Somebody else has changed it meanwhile: look at what they did, then try again.");
    }

    private static String why(InterviewFields.Answers fields, boolean needed) {
        String why = fields.why() == null ? "" : fields.why().strip();
        if (needed && why.isEmpty()) {
            throw RestException.invalid("why", "missing");
        }
        if (why.length() > LONGEST_WHY) {
            throw RestException.invalid("why", "tooLong");
        }
        return needed ? why : "";
    }

    private LocalDate today(Interview one) {
        return world.today(one.of().subsidiaryId());
    }
}
