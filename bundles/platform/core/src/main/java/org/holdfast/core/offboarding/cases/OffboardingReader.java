package org.holdfast.core.offboarding.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.OffboardingView.EntryView;
import org.holdfast.core.offboarding.cases.OffboardingView.EvidenceView;
import org.holdfast.core.offboarding.cases.OffboardingView.PieceView;
import org.holdfast.core.offboarding.cases.OffboardingView.ReasonView;
import org.holdfast.core.offboarding.labour.ExitLaw;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Shows cases of people who leave: to HR those of its subsidiaries, to a superior those of who reports to them, to the person their
 * own. Safe for use from many threads.
 */
final class OffboardingReader {
    private final Offboardings offboardings;
    private final Performers performers;
    private final Texts texts;

    OffboardingReader(Offboardings offboardings, Performers performers, Texts texts) {
        this.offboardings = offboardings;
        this.performers = performers;
        this.texts = texts;
    }

    /** Finds a case the caller may see, else answers 404. */
    Offboarding find(UUID id, Visibility caller) {
        return offboardings.table().find(id).filter(one -> sees(one, caller)).orElseThrow(RestException::notFound);
    }

    /** Returns the cases the caller may see: those that go on first, by their last day. */
    List<Offboarding> visible(@Nullable OffboardingState state, @Nullable UUID personId, Visibility caller) {
        List<Offboarding> all = personId != null
                ? offboardings.table().ofPerson(personId)
                : state == null
                        ? offboardings.table().all()
                        : offboardings.table().inState(state);
        return all.stream()
                .filter(one -> state == null || one.course().state() == state)
                .filter(one -> sees(one, caller))
                .sorted(Comparator.comparing((Offboarding one) -> one.course().state())
                        .thenComparing(one -> one.course().lastDay())
                        .thenComparing(Offboarding::id))
                .toList();
    }

    boolean sees(Offboarding one, Visibility caller) {
        return caller.tells("offboarding", one.personId(), one.subsidiaryId())
                && caller.maySee(one.subsidiaryId(), one.personId())
                // Whoever is being erased at this moment has no card any more.
                && offboardings.firm().people().card(one.personId()).isPresent();
    }

    /** Looks once at what is needed to show some cases. */
    Sight sight(List<Offboarding> some, Visibility caller, @Nullable String language) {
        Map<UUID, List<OffboardingTask>> open =
                offboardings.tasks().openOf(some.stream().map(Offboarding::id).toList());
        return new Sight(caller, performers.look(), open, texts.negotiate(language), null);
    }

    /** Looks at a case as the person who leaves. */
    Sight own(Offboarding one, Visibility caller, @Nullable String language) {
        Map<UUID, List<OffboardingTask>> open = offboardings.tasks().openOf(List.of(one.id()));
        return new Sight(caller, performers.look(), open, texts.negotiate(language), one.personId());
    }

    /** Says what the law says of a notice. */
    NoticeView notice(Optional<ExitLaw.Notice> law, boolean evidenceNeeded, String tag) {
        return law.map(found -> new NoticeView(
                        true,
                        found.days(),
                        found.earliestLastDay(),
                        found.probation(),
                        found.articles().stream()
                                .map(key -> texts.text(tag, key))
                                .toList(),
                        evidenceNeeded))
                .orElseGet(() -> new NoticeView(false, null, null, false, List.of(), evidenceNeeded));
    }

    String tag(@Nullable String language) {
        return texts.negotiate(language);
    }

    /** Who looks at cases, and what is needed to show them. For one request. */
    final class Sight {
        private final Visibility caller;
        private final Performers.Look look;
        private final Map<UUID, List<OffboardingTask>> open;
        private final String tag;
        private final @Nullable UUID self;

        private Sight(
                Visibility caller,
                Performers.Look look,
                Map<UUID, List<OffboardingTask>> open,
                String tag,
                @Nullable UUID self) {
            this.caller = caller;
            this.look = look;
            this.open = open;
            this.tag = tag;
            this.self = self;
        }

        /** Shows a case as a row of a list. */
        OffboardingView row(Offboarding one) {
            Offboarding.Course course = one.course();
            ZoneId zone = offboardings.firm().zone(one.subsidiaryId());
            LocalDate today = offboardings.firm().today(one.subsidiaryId());
            List<OffboardingTask> waiting = open.getOrDefault(one.id(), List.of());
            Offboarding.Content content = one.content();
            Offboarding.Evidence evidence = content.evidence();
            boolean hr = Performers.hr(of(one), caller);
            return new OffboardingView(
                    one.id(),
                    EmployeeRow.of(card(one), offboardings.firm().people()),
                    content.kind().code(),
                    course.state().code(),
                    course.noticeOn(),
                    course.lastDay(),
                    moment(course.startedAt(), zone),
                    momentOrNull(course.endedAt(), zone),
                    content.by().self(),
                    waiting.size(),
                    waiting.stream().anyMatch(task -> task.overdue(today)),
                    (int) waiting.stream().filter(this::theirs).count(),
                    one.version(),
                    content.reason().isEmpty() && content.note().isEmpty()
                            ? null
                            : new ReasonView(content.reason(), content.note()),
                    evidence == null ? null : new EvidenceView(evidence.reference(), evidence.on()),
                    chain(content),
                    null,
                    null,
                    null,
                    hr && one.running() && course.leftOn() == null,
                    withdrawable(one, hr));
        }

        /** Shows a case with all that is known of it. */
        OffboardingView whole(Offboarding one) {
            Map<String, CaseEntry> done = new HashMap<>();
            List<CaseEntry> entries = offboardings.table().entries(one);
            entries.stream()
                    .filter(entry -> entry.words().task() != null)
                    .forEach(entry -> done.put(String.valueOf(entry.words().task()), entry));
            List<OffboardingTask> tasks = offboardings.tasks().ofCase(one.id());
            Map<String, OffboardingTask> byId = new HashMap<>();
            tasks.forEach(task -> byId.put(task.id(), task));
            NoticeView law = notice(
                    offboardings.notice(
                            card(one), one.content().kind(), one.course().noticeOn()),
                    one.content().evidence() != null,
                    tag);
            return row(one).with(
                            law,
                            tasks.stream()
                                    .map(task -> task(task, done.get(task.id())))
                                    .toList(),
                            entries.stream()
                                    .map(entry -> entry(one, entry, byId))
                                    .toList());
        }

        /** Shows a task. */
        TaskView task(OffboardingTask task, @Nullable CaseEntry done) {
            ZoneId zone = offboardings.firm().zone(task.of().subsidiaryId());
            LocalDate today = offboardings.firm().today(task.of().subsidiaryId());
            CaseEntry.Words words = done == null ? null : done.words();
            return new TaskView(
                    task.id(),
                    task.what().node(),
                    task.what().step().code(),
                    task.what().office().code(),
                    texts.text(tag, "offboarding.step." + task.what().step().code()),
                    task.state().code(),
                    moment(task.clock().openedAt(), zone),
                    task.clock().dueOn(),
                    task.overdue(today),
                    momentOrNull(task.clock().closedAt(), zone),
                    task.what().outcomes().stream().sorted().toList(),
                    words == null ? null : words.outcome(),
                    words == null ? null : name(words.by()),
                    words == null || !tellsNote(words) ? null : words.note(),
                    mayDo(task, today));
        }

        /** Says whether a task is the caller's: that of an office they belong to, or their own. */
        boolean theirs(OffboardingTask task) {
            return self == null ? look.theirs(task, caller) : OffboardingDesk.own(task);
        }

        /** HR does what nobody has done in time. */
        boolean mayDo(OffboardingTask task, LocalDate today) {
            return task.open()
                    && (theirs(task) || (self == null && task.overdue(today) && Performers.hr(task.of(), caller)));
        }

        private EntryView entry(Offboarding one, CaseEntry entry, Map<String, OffboardingTask> tasks) {
            CaseEntry.Words words = entry.words();
            OffboardingTask task = words.task() == null ? null : tasks.get(words.task());
            return new EntryView(
                    moment(entry.at(), offboardings.firm().zone(one.subsidiaryId())),
                    words.what(),
                    task == null ? null : task.what().step().code(),
                    task == null ? null : task.what().office().code(),
                    words.outcome().isEmpty() ? null : words.outcome(),
                    name(words.by()),
                    tellsNote(words) ? words.note() : "");
        }

        /** Who leaves is told which office did what, not who, and not what was written for others. */
        private @Nullable String name(Offboarding.@Nullable By by) {
            return by == null || by.self() || self != null ? null : by.name();
        }

        private boolean tellsNote(CaseEntry.Words words) {
            Offboarding.By by = words.by();
            return self == null || (by != null && by.self());
        }

        private boolean withdrawable(Offboarding one, boolean hr) {
            boolean stays = one.running() && one.course().leftOn() == null;
            return stays && (self == null ? hr : !offboardings.approved(one));
        }
    }

    private static List<PieceView> chain(Offboarding.Content content) {
        return content.chain().stream()
                .map(piece -> new PieceView(piece.kind(), piece.reference(), piece.on()))
                .toList();
    }

    private PersonCard card(Offboarding one) {
        return offboardings.firm().people().card(one.personId()).orElseThrow(RestException::notFound);
    }

    private static OffboardingTask.Of of(Offboarding one) {
        return new OffboardingTask.Of(one.id(), one.subsidiaryId(), one.personId());
    }

    static OffsetDateTime moment(Instant at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime();
    }

    private static @Nullable OffsetDateTime momentOrNull(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : moment(at, zone);
    }
}
