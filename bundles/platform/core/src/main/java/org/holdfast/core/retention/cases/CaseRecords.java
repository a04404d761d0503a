package org.holdfast.core.retention.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;
import org.holdfast.core.retention.Recipient;

/**
 * The cases about a person, each with the talks behind it: since when somebody had to talk with them, until when, and what was
 * written down. Who held a talk is told by role.
 */
final class CaseRecords implements PersonRecords {
    private final CaseTable table;
    private final TalkTable talks;

    CaseRecords(CaseTable table, TalkTable talks) {
        this.table = table;
        this.talks = talks;
    }

    @Override
    public String section() {
        return "cases";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        List<RecordItem> items = new ArrayList<>();
        for (RetentionCase one : table.ofPerson(person.personId().orElseThrow())) {
            items.add(item(one));
            List<Talk> all = talks.of(one);
            Set<UUID> corrected =
                    all.stream().map(Talk::corrects).filter(Objects::nonNull).collect(Collectors.toSet());
            Map<UUID, List<Attachment>> files = talks.files().of(one);
            for (Talk talk : all) {
                items.add(item(talk, corrected.contains(talk.id()), files.getOrDefault(talk.id(), List.of())));
            }
        }
        return items;
    }

    private static RecordItem item(RetentionCase one) {
        return RecordItem.with()
                .and("openedAt", one.times().openedAt())
                .and("state", one.state().code())
                .and("imported", one.imported() ? Boolean.TRUE : null)
                .and("dueOn", one.imported() ? null : one.turn().dueOn())
                .and("recipients", role(one.turn().talkerId() == null))
                .and("talkedAt", one.times().talkedAt())
                .and("closedAt", one.times().closedAt())
                .item();
    }

    private static RecordItem item(Talk talk, boolean corrected, List<Attachment> files) {
        Talk.Words words = talk.words();
        return RecordItem.with()
                .and("heldOn", words.heldOn())
                .and("by", role(words.by().hr()))
                .and("intent", words.intent().code())
                .and("causes", String.join(", ", words.causes()))
                .and("text", words.text())
                .and("nextStep", words.nextStep())
                .and("corrected", corrected ? Boolean.TRUE : null)
                .and("files", files.isEmpty() ? null : names(files))
                .item();
    }

    private static String names(List<Attachment> files) {
        return files.stream().map(file -> file.facts().name()).collect(Collectors.joining(", "));
    }

    private static String role(boolean hr) {
        return (hr ? Recipient.Role.HR : Recipient.Role.MANAGER).code();
    }
}
