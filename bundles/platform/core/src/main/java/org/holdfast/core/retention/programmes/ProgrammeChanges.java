package org.holdfast.core.retention.programmes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names what differs between two versions of a programme, by its names in the API. */
final class ProgrammeChanges {
    private ProgrammeChanges() {}

    static List<String> between(Programme was, Programme is) {
        Programme.Content before = was.content();
        Programme.Content after = is.content();
        List<String> changes = new ArrayList<>();
        add(changes, "template", before.template(), after.template());
        add(changes, "title", before.title(), after.title());
        add(changes, "reason", before.reason(), after.reason());
        add(changes, "cohort", before.cohort(), after.cohort());
        add(changes, "actions", before.actions(), after.actions());
        add(changes, "ownerId", was.duty().ownerId(), is.duty().ownerId());
        add(changes, "startOn", before.terms().startOn(), after.terms().startOn());
        add(changes, "dueOn", before.terms().dueOn(), after.terms().dueOn());
        add(changes, "budget", before.terms().budget(), after.terms().budget());
        return changes;
    }

    private static void add(List<String> changes, String part, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(part);
        }
    }
}
