package org.holdfast.core.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** What a person hands over and gets, with what was said about it and the names of its files. */
final class KnowledgeRecords implements PersonRecords {
    private final ChecklistTable table;
    private final FileTable files;
    private final Texts texts;

    KnowledgeRecords(ChecklistTable table, FileTable files, Texts texts) {
        this.table = table;
        this.files = files;
        this.texts = texts;
    }

    @Override
    public String section() {
        return "handovers";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        UUID id = person.personId().orElseThrow();
        List<RecordItem> found = new ArrayList<>();
        table.ofPerson(id).forEach(item -> found.add(item(item, language, false)));
        table.ofPerson(id).stream()
                .map(KnowledgeItem::of)
                .map(KnowledgeItem.Of::caseId)
                .distinct()
                .flatMap(list -> table.list(list).stream())
                .forEach(list -> found.add(list(list)));
        table.receivedBy(id).forEach(item -> found.add(item(item, language, true)));
        return found;
    }

    private static RecordItem list(Checklist list) {
        KnowledgeItem.Remark waiver = list.waiver();
        return RecordItem.with()
                .and("at", list.begunAt())
                .and("note", waiver == null ? null : waiver.text())
                .item();
    }

    private RecordItem item(KnowledgeItem item, String language, boolean received) {
        KnowledgeItem.Remark remark = item.remark();
        String code = item.words().code();
        // What was said about the work of who leaves is theirs, not the recipient's.
        return RecordItem.with()
                .and("kind", texts.text(language, "knowledgeKind." + item.kind().code()))
                .and(
                        "title",
                        code.isEmpty()
                                ? item.words().title()
                                : texts.find(language, "handover." + code).orElse(code))
                .and("received", received)
                .and("state", item.course().state().code())
                .and("dueOn", item.course().dueOn())
                .and("note", remark == null || received ? null : remark.text())
                .and(
                        "files",
                        String.join(
                                ", ",
                                files.of(item).stream()
                                        .map(file -> file.facts().name())
                                        .toList()))
                .item();
    }
}
