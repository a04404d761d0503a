package org.holdfast.core.retention.outcomes;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.TimelineSource;

/** Adds the days of outcomes to a person's timeline, for who acts in their case. Which it was stands in the case alone. */
@Dependent
public final class OutcomeTimeline implements TimelineSource {
    private final OutcomeTable table;
    private final Firm firm;
    private final Visibility visibility;

    @Inject
    OutcomeTimeline(OutcomeTable table, Firm firm, Visibility visibility) {
        this.table = table;
        this.firm = firm;
        this.visibility = visibility;
    }

    @Override
    public List<Item> of(UUID subsidiaryId, UUID personId) {
        return table.ofPerson(personId).stream()
                .filter(entry -> firm.cases()
                        .find(entry.caseId())
                        .filter(one -> firm.cases().acts(one, visibility))
                        .isPresent())
                .map(entry -> new Item(
                        entry.words().on(),
                        entry.words().what().outcome() ? "outcome" : "followUp",
                        "",
                        "retention",
                        "alerts"))
                .toList();
    }
}
