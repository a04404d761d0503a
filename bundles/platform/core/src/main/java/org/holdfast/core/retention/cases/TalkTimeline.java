package org.holdfast.core.retention.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.TimelineSource;

/** Adds the days of talks to a person's timeline, for who sees their case. What was said stands in the case alone. */
@Dependent
public final class TalkTimeline implements TimelineSource {
    private final CaseTable table;
    private final CaseReader reader;
    private final TalkDesk talks;
    private final Visibility visibility;

    @Inject
    TalkTimeline(CaseTable table, CaseReader reader, TalkDesk talks, Visibility visibility) {
        this.table = table;
        this.reader = reader;
        this.talks = talks;
        this.visibility = visibility;
    }

    @Override
    public List<Item> of(UUID subsidiaryId, UUID personId) {
        return table.ofPerson(personId).stream()
                .filter(one -> reader.sees(one, visibility))
                .flatMap(one -> talks.days(one).stream())
                .map(day -> new Item(day, "talk", "", "retention", "alerts"))
                .toList();
    }
}
