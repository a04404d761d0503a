package org.holdfast.core.knowledge;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.knowledge.ChecklistView.FileView;
import org.holdfast.core.knowledge.ChecklistView.ItemView;
import org.holdfast.core.knowledge.ChecklistView.RemarkView;
import org.holdfast.core.knowledge.KnowledgeItem.Remark;
import org.holdfast.core.knowledge.ReceivedView.ReceivedItem;
import org.holdfast.core.offboarding.cases.ExitCases;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/** Shows handover lists in a reader's language. Safe for use from many threads. */
final class HandoverReader {
    private final ChecklistTable table;
    private final FileTable files;
    private final ExitCases cases;
    private final People people;
    private final Texts texts;

    HandoverReader(ChecklistTable table, FileTable files, ExitCases cases, People people, Texts texts) {
        this.table = table;
        this.files = files;
        this.cases = cases;
        this.people = people;
        this.texts = texts;
    }

    /** Shows the list of a case. */
    ChecklistView show(ExitCase of, Visibility caller, @Nullable String language) {
        String tag = texts.negotiate(language);
        Optional<Checklist> list = table.list(of.id());
        List<KnowledgeItem> items = table.items(of.id());
        Progress progress = Progress.of(list, items);
        return new ChecklistView(
                of.id(),
                EmployeeRow.of(people.card(of.personId()).orElseThrow(RestException::notFound), people),
                list.map(Checklist::version).orElse(0),
                of.lastDay(),
                list.map(Checklist::waiver).map(HandoverReader::remark).orElse(null),
                items.stream().map(item -> item(item, true, tag)).toList(),
                progress.wanted(),
                progress.settled(),
                progress.done(),
                may(of, caller));
    }

    private static List<String> may(ExitCase of, Visibility caller) {
        List<String> may = new ArrayList<>();
        if (of.stage() != Stage.WITHDRAWN && caller.has(Parties.WRITE, of.subsidiaryId(), of.personId())) {
            may.add("write");
        }
        if (of.stage() != Stage.WITHDRAWN && caller.has(Parties.WAIVE, of.subsidiaryId(), of.personId())) {
            may.add("waive");
        }
        return may;
    }

    /** Shows the reader what is handed over to them; nothing of cases that were taken back. */
    Optional<ReceivedView> received(Visibility caller, @Nullable String language) {
        String tag = texts.negotiate(language);
        return caller.caller()
                .employeeId()
                .map(self -> new ReceivedView(
                        self,
                        table.receivedBy(self).stream()
                                .filter(this::stands)
                                .map(item -> new ReceivedItem(
                                        name(item.of().personId()),
                                        item(item, item.course().state() != ItemState.OPEN, tag)))
                                .toList()));
    }

    /** What was handed over of a case that is gone has stayed. */
    private boolean stands(KnowledgeItem item) {
        return cases.find(item.of().caseId())
                .map(of -> of.stage() != Stage.WITHDRAWN)
                .orElse(true);
    }

    private ItemView item(KnowledgeItem item, boolean withFiles, String tag) {
        String code = item.words().code();
        KnowledgeItem.Course course = item.course();
        Remark remark = item.remark();
        return new ItemView(
                item.id(),
                item.version(),
                item.kind().code(),
                code.isEmpty()
                        ? item.words().title()
                        : texts.find(tag, "handover." + code).orElse(code),
                !code.isEmpty(),
                course.mandatory(),
                course.state().code(),
                course.recipientId(),
                name(course.recipientId()),
                course.dueOn(),
                remark == null ? null : remark(remark),
                withFiles ? files.of(item).stream().map(HandoverReader::file).toList() : List.of());
    }

    private @Nullable String name(@Nullable UUID id) {
        return id == null ? null : people.card(id).map(PersonCard::name).orElse(null);
    }

    private static RemarkView remark(Remark remark) {
        return new RemarkView(remark.text(), remark.by());
    }

    private static FileView file(StoredFile file) {
        return new FileView(
                file.id(),
                file.facts().name(),
                file.size(),
                file.received(),
                file.touchedAt().atOffset(ZoneOffset.UTC));
    }
}
