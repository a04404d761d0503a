package org.holdfast.core.knowledge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.api.industry.HandoverTemplate;
import org.holdfast.api.industry.KnowledgeKind;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.knowledge.KnowledgeItem.Course;
import org.holdfast.core.knowledge.KnowledgeItem.Of;
import org.holdfast.core.knowledge.KnowledgeItem.Remark;
import org.holdfast.core.knowledge.KnowledgeItem.Words;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * What people do with handover lists: HR and superiors begin and fill them, who leaves hands over, recipients accept or give back, and
 * HR may do without. Safe for use from many threads.
 */
final class HandoverDesk {
    private static final int MOST_ITEMS = 200;

    private final ChecklistTable table;
    private final FileTable files;
    private final Parties parties;
    private final World world;

    HandoverDesk(ChecklistTable table, FileTable files, Parties parties, World world) {
        this.table = table;
        this.files = files;
        this.parties = parties;
        this.world = world;
    }

    /** What is around handovers. */
    record World(People people, HandoverTemplates templates, Clock clock, SignedMeetings meetings) {}

    /** Begins the list of a case by the template for the post; does nothing where it is begun. */
    void begin(ExitCase of) {
        List<KnowledgeItem> items = new ArrayList<>();
        world.people()
                .card(of.personId())
                .flatMap(world.templates()::of)
                .map(HandoverTemplate::items)
                .orElse(List.of())
                .forEach(item -> items.add(fresh(
                        new Of(UUID.randomUUID(), of.id(), of.subsidiaryId(), of.personId(), items.size()),
                        item.kind(),
                        new Course(first(of.id(), item.kind()), item.mandatory(), null, of.lastDay()),
                        new Words(item.code(), ""))));
        table.begin(
                new Checklist(
                        of.id(),
                        of.subsidiaryId(),
                        of.personId(),
                        1,
                        world.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                        null),
                items);
    }

    /** Adds something to a list; what was added under the same key stays as it is. */
    void add(ExitCase of, ItemFields fields, Visibility caller) {
        UUID key = fields.key();
        if (key == null) {
            throw RestException.invalid("key", "missing");
        }
        list(of.id());
        List<KnowledgeItem> all = table.items(of.id());
        if (all.stream().anyMatch(item -> item.id().equals(key))) {
            return;
        }
        if (all.size() >= MOST_ITEMS) {
            throw RestException.of(KnowledgeError.HANDOVER_LIST_FULL, "A list has at most 200 items.");
        }
        int place = all.stream().mapToInt(item -> item.of().place()).max().orElse(-1) + 1;
        KnowledgeKind kind = ItemForm.kind(fields);
        Course course = unhanded(kind, form(of.personId(), caller).course(fields, first(of.id(), kind)));
        KnowledgeItem item = fresh(
                new Of(key, of.id(), of.subsidiaryId(), of.personId(), place),
                kind,
                course.dueOn() == null ? due(course, of.lastDay()) : course,
                new Words("", ItemForm.title(fields)));
        if (!table.add(item)) {
            throw changed();
        }
    }

    /** Changes what it is, who gets it, and until when. Only who may waive takes away that it is mandatory. */
    void change(ExitCase of, UUID itemId, ItemFields fields, Visibility caller) {
        KnowledgeItem item = item(of, itemId);
        requireVersion(item, fields.version());
        requireState(item, state -> state != ItemState.WAIVED);
        Course was = item.course();
        Course next = unhanded(item.kind(), form(of.personId(), caller).course(fields, was.state()));
        if (was.mandatory() && !next.mandatory()) {
            requireWaiving(of, caller);
        }
        boolean other = !Objects.equals(was.recipientId(), next.recipientId());
        // A template's title comes in the reader's language: as long as nobody writes one, it stays the template's.
        Words words = fields.title() == null ? item.words() : new Words("", ItemForm.title(fields));
        save(item.with(other ? next.in(again(was.state(), next.recipientId())) : next)
                .with(words));
    }

    /** A meeting may be signed before it stands on the list. */
    private ItemState first(UUID caseId, KnowledgeKind kind) {
        return kind == KnowledgeKind.MEETING && world.meetings().signed(caseId) ? ItemState.ACCEPTED : ItemState.OPEN;
    }

    /** Nobody gets a meeting: who signs it stands in the meeting. */
    private static Course unhanded(KnowledgeKind kind, Course course) {
        return kind == KnowledgeKind.MEETING
                ? new Course(course.state(), course.mandatory(), null, course.dueOn())
                : course;
    }

    /** Somebody else has to accept anew what they get; where there is nobody, it is with who leaves. */
    private static ItemState again(ItemState was, @Nullable UUID recipient) {
        if (was != ItemState.ACCEPTED && was != ItemState.HANDED_OVER) {
            return was;
        }
        return recipient == null ? ItemState.OPEN : ItemState.HANDED_OVER;
    }

    /** Removes something without files; what is mandatory only who may waive. */
    void remove(ExitCase of, UUID itemId, @Nullable Integer version, Visibility caller) {
        KnowledgeItem item = item(of, itemId);
        requireVersion(item, version);
        if (item.course().mandatory()) {
            requireWaiving(of, caller);
        }
        requireState(item, state -> state == ItemState.OPEN);
        if (!files.of(item).isEmpty()) {
            throw RestException.of(KnowledgeError.HANDOVER_HAS_FILES, "It has files: remove them before.");
        }
        if (!table.remove(item)) {
            throw changed();
        }
    }

    /** Does without something, or without the whole list where none is named. */
    void waive(ExitCase of, @Nullable UUID itemId, ItemStep step, Visibility caller) {
        Remark why = new Remark(ItemForm.reason(step), caller.caller().name());
        if (itemId != null) {
            KnowledgeItem item = item(of, itemId);
            requireVersion(item, step.version());
            requireState(item, state -> !state.settled());
            save(item.moved(ItemState.WAIVED, why));
            return;
        }
        boolean unknown =
                ItemForm.version(step.version()) == 0 && table.list(of.id()).isEmpty();
        if (unknown) {
            begin(of);
        }
        waive(of, unknown ? 1 : ItemForm.version(step.version()), why);
    }

    /** Takes a waiver back. */
    void demand(ExitCase of, @Nullable UUID itemId, ItemStep step) {
        if (itemId == null) {
            waive(of, ItemForm.version(step.version()), null);
            return;
        }
        KnowledgeItem item = item(of, itemId);
        requireVersion(item, step.version());
        requireState(item, state -> state == ItemState.WAIVED);
        save(item.moved(first(of.id(), item.kind()), null));
    }

    private void waive(ExitCase of, int version, @Nullable Remark why) {
        Checklist list = list(of.id());
        if (list.version() != version || !table.waive(list, why)) {
            throw changed();
        }
    }

    /** Says that something is handed over: who leaves does, or for them who is over them. */
    void handOver(UUID itemId, ItemStep step, Visibility caller) {
        KnowledgeItem item =
                of(itemId, one -> Parties.leaver(one, caller) || Parties.office(one, caller, Parties.WRITE));
        parties.requireOpen(item);
        if (item.kind() == KnowledgeKind.MEETING) {
            throw RestException.of(
                    KnowledgeError.HANDOVER_BY_SIGNATURES, "A meeting is not handed over: its minutes are signed.");
        }
        requireVersion(item, step.version());
        requireState(item, state -> state == ItemState.OPEN || state == ItemState.RETURNED);
        if (item.course().recipientId() == null) {
            throw RestException.of(KnowledgeError.HANDOVER_NO_RECIPIENT, "Nobody is named who gets it: ask HR.");
        }
        save(item.moved(ItemState.HANDED_OVER, null));
    }

    /** Says as the recipient that it is there, and enough. */
    void accept(UUID itemId, ItemStep step, Visibility caller) {
        KnowledgeItem item = received(itemId, step, caller);
        requireState(item, state -> state == ItemState.HANDED_OVER);
        save(item.moved(ItemState.ACCEPTED, null));
    }

    /** Gives something back as the recipient, with a reason; what was accepted by mistake, too. */
    void giveBack(UUID itemId, ItemStep step, Visibility caller) {
        Remark why = new Remark(ItemForm.reason(step), caller.caller().name());
        KnowledgeItem item = received(itemId, step, caller);
        requireState(item, state -> state == ItemState.HANDED_OVER || state == ItemState.ACCEPTED);
        save(item.moved(ItemState.RETURNED, why));
    }

    private KnowledgeItem received(UUID itemId, ItemStep step, Visibility caller) {
        KnowledgeItem item = of(itemId, one -> Parties.recipient(one, caller));
        parties.requireOpen(item);
        requireVersion(item, step.version());
        return item;
    }

    private KnowledgeItem of(UUID itemId, Predicate<KnowledgeItem> may) {
        return table.item(itemId).filter(may).orElseThrow(RestException::notFound);
    }

    private KnowledgeItem item(ExitCase of, UUID itemId) {
        return of(itemId, item -> item.of().caseId().equals(of.id()));
    }

    private Checklist list(UUID caseId) {
        return table.list(caseId)
                .orElseThrow(() ->
                        RestException.of(KnowledgeError.HANDOVER_LIST_MISSING, "Nobody has begun the handover list."));
    }

    private ItemForm form(UUID leaver, Visibility caller) {
        return new ItemForm(world.people(), caller, leaver);
    }

    private void save(KnowledgeItem item) {
        if (!table.change(item)) {
            throw changed();
        }
    }

    private static KnowledgeItem fresh(Of of, KnowledgeKind kind, Course course, Words words) {
        return new KnowledgeItem(of, 1, kind, course, words, null);
    }

    private static Course due(Course course, @Nullable LocalDate lastDay) {
        return new Course(course.state(), course.mandatory(), course.recipientId(), lastDay);
    }

    private static void requireWaiving(ExitCase of, Visibility caller) {
        if (!caller.has(Parties.WAIVE, of.subsidiaryId(), of.personId())) {
            throw RestException.of(RestError.FORBIDDEN, "What is mandatory is waived by HR alone.");
        }
    }

    private static void requireVersion(KnowledgeItem item, @Nullable Integer version) {
        if (ItemForm.version(version) != item.version()) {
            throw changed();
        }
    }

    private static void requireState(KnowledgeItem item, Predicate<ItemState> fits) {
        if (!fits.test(item.course().state())) {
            throw RestException.of(
                    KnowledgeError.HANDOVER_STATE, "It is not in a state in which this can be done: read it again.");
        }
    }

    private static RestException changed() {
        return RestException.of(KnowledgeError.HANDOVER_CHANGED, "Somebody else has changed it: read it again.");
    }
}
