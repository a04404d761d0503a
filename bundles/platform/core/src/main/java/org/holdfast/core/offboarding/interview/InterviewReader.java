package org.holdfast.core.offboarding.interview;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;
import org.holdfast.core.offboarding.interview.Interview.Answers;
import org.holdfast.core.offboarding.interview.Interview.Content;
import org.holdfast.core.offboarding.interview.Interview.Said;
import org.holdfast.core.offboarding.interview.InterviewTable.Standing;
import org.holdfast.core.offboarding.interview.InterviewView.AnswerView;
import org.holdfast.core.offboarding.interview.InterviewView.AnswersView;
import org.holdfast.core.offboarding.interview.InterviewView.CourseView;
import org.holdfast.core.offboarding.interview.InterviewView.HolderView;
import org.holdfast.core.offboarding.interview.InterviewView.Line;
import org.holdfast.core.offboarding.interview.InterviewView.MayView;
import org.holdfast.core.offboarding.interview.InterviewView.OwnInterviewView;
import org.holdfast.core.offboarding.interview.InterviewView.SaidView;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Shows interviews: to HR what was said, and to who leaves what is theirs. Safe for use from many threads. */
final class InterviewReader {
    static final String WRITE = "interviews:write";
    private static final String NONE = "none";
    private static final int MOST_LINES = 500;

    private final InterviewTable table;
    private final FormDesk forms;
    private final Readers readers;
    private final InterviewWorld world;

    InterviewReader(InterviewTable table, FormDesk forms, Readers readers, InterviewWorld world) {
        this.table = table;
        this.forms = forms;
        this.readers = readers;
        this.world = world;
    }

    /** Shows a case's interview to HR. */
    InterviewView show(ExitCase of, Visibility caller) {
        People people = world.people();
        Optional<Interview> found = table.find(of.id());
        List<Said> said = table.said(of.id());
        MayView may = may(of, found, caller);
        Interview one = found.orElse(null);
        boolean talk = !said.isEmpty() && last(said).words().answers().talk();
        return new InterviewView(
                of.id(),
                EmployeeRow.of(people.card(of.personId()).orElseThrow(RestException::notFound), people),
                one == null ? 0 : one.version(),
                of.lastDay(),
                one == null ? NONE : one.course().state().code(),
                one == null ? null : course(one),
                one == null ? null : forms.of(one),
                said.stream().map(each -> said(of.subsidiaryId(), each)).toList(),
                one != null && InterviewDesk.holds(one, caller)
                        ? answers(one.content().draft())
                        : null,
                talk && of.stage() == Stage.RUNNING,
                may,
                may.offer()
                        ? readers.holders(of).stream()
                                .map(holder -> new HolderView(holder.account(), holder.name()))
                                .toList()
                        : List.of());
    }

    /** Shows the caller their own interview. */
    OwnInterviewView own(Optional<Interview> found, Visibility caller) {
        Optional<PersonCard> self = caller.caller().employeeId().flatMap(world.people()::card);
        if (found.isEmpty()) {
            return new OwnInterviewView(
                    self.map(PersonCard::id).orElse(null),
                    self.map(PersonCard::subsidiaryId).orElse(null),
                    0,
                    NONE,
                    null,
                    null,
                    List.of(),
                    null,
                    false,
                    false);
        }
        Interview one = found.get();
        UUID firm = one.of().subsidiaryId();
        boolean open = lawful(one.of().caseId());
        return new OwnInterviewView(
                one.of().personId(),
                firm,
                one.version(),
                one.course().state().code(),
                course(one),
                forms.of(one),
                table.said(one.of().caseId()).stream()
                        .map(each -> said(firm, each))
                        .toList(),
                answers(one.content().own()),
                open && one.content().self() && (one.offered() || one.held()),
                open && one.offered());
    }

    /** Lists those whose case goes on, as far as the caller reads their interviews. */
    List<Line> lines(Visibility caller) {
        Map<UUID, Standing> standing = table.standing();
        People people = world.people();
        return world.cases().running().all().stream()
                .filter(one -> readers.reads(one.subsidiaryId(), one.personId(), caller))
                .sorted(Comparator.comparing(ExitCase::lastDay, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(MOST_LINES)
                .flatMap(one -> people.card(one.personId()).stream()
                        .map(card -> line(one, EmployeeRow.of(card, people), standing.get(one.id()))))
                .toList();
    }

    private static Line line(ExitCase of, EmployeeRow row, @Nullable Standing standing) {
        return new Line(
                of.id(),
                row,
                of.lastDay(),
                standing == null ? NONE : standing.state().code(),
                standing == null ? null : standing.dueOn());
    }

    private boolean lawful(UUID caseId) {
        return world.cases()
                .known()
                .find(caseId)
                .filter(one -> one.stage() == Stage.RUNNING || one.stage() == Stage.ENDED)
                .isPresent();
    }

    private static MayView may(ExitCase of, Optional<Interview> found, Visibility caller) {
        if (!caller.has(WRITE, of.subsidiaryId(), of.personId())) {
            return new MayView(false, false, false, false);
        }
        boolean running = of.stage() == Stage.RUNNING;
        boolean open = running || of.stage() == Stage.ENDED;
        boolean offered = open && found.filter(Interview::offered).isPresent();
        boolean held = found.filter(Interview::held).isPresent();
        boolean holds = found.filter(one -> InterviewDesk.holds(one, caller)).isPresent();
        return new MayView(running && !held, offered && holds, open && held && holds, offered);
    }

    private static CourseView course(Interview one) {
        Content content = one.content();
        return new CourseView(
                content.self(),
                content.holderName(),
                content.by(),
                one.course().dueOn(),
                one.course().closedOn(),
                content.note());
    }

    private SaidView said(UUID subsidiaryId, Said one) {
        Interview.Words words = one.words();
        return new SaidView(
                one.number(),
                one.at().atZone(world.zone(subsidiaryId)).toOffsetDateTime(),
                words.by(),
                words.self(),
                words.why(),
                given(words.answers()));
    }

    private static @Nullable AnswersView answers(@Nullable Answers answers) {
        return answers == null ? null : given(answers);
    }

    private static AnswersView given(Answers answers) {
        return new AnswersView(
                answers.reasons(),
                answers.given().stream()
                        .map(one -> new AnswerView(one.question(), one.value(), one.choices(), one.text()))
                        .toList(),
                answers.talk());
    }

    private static Said last(List<Said> said) {
        return said.get(said.size() - 1);
    }
}
