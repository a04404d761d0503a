package org.holdfast.core.retention.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.retention.history.HistoryEntry;
import org.holdfast.core.retention.history.HistoryEntry.Kind;
import org.holdfast.core.retention.history.HistorySource;

/** Adds the talks with their intents, for HR of the person; the words stand in the case alone. */
@Dependent
public final class TalkHistory implements HistorySource {
    private final CaseTable table;
    private final CaseReader reader;
    private final TalkDesk talks;
    private final Visibility visibility;

    @Inject
    TalkHistory(CaseTable table, CaseReader reader, TalkDesk talks, Visibility visibility) {
        this.table = table;
        this.reader = reader;
        this.talks = talks;
        this.visibility = visibility;
    }

    @Override
    public List<HistoryEntry> of(UUID subsidiaryId, UUID personId) {
        return table.ofPerson(personId).stream()
                .filter(one -> reader.sees(one, visibility) && CaseReader.asHr(one, visibility))
                .flatMap(one -> talks.standing(one).stream())
                .map(Talk::words)
                .map(words -> new HistoryEntry(
                        words.heldOn(), Kind.TALK, words.intent().code(), "", null, "talks"))
                .toList();
    }
}
