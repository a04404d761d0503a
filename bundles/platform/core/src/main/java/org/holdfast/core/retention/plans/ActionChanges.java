package org.holdfast.core.retention.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which parts of an action a change touches, so that whoever changes the same is told. */
final class ActionChanges {

    private ActionChanges() {}

    /**
     * Compares.
     *
     * @param was the action as it was
     * @param is as it will be
     * @return names of the parts in the API, in the order of a form
     */
    static List<String> between(Action was, ActionForm.Draft is) {
        List<String> changes = new ArrayList<>();
        note(changes, "template", was.content().template(), is.content().template());
        note(changes, "kind", was.content().kind(), is.content().kind());
        note(changes, "title", was.content().title(), is.content().title());
        note(changes, "note", was.content().note(), is.content().note());
        note(changes, "target", was.content().target(), is.content().target());
        note(changes, "percent", was.content().percent(), is.content().percent());
        note(changes, "cost", was.content().cost(), is.content().cost());
        note(
                changes,
                "holderId",
                was.content().offer().holderId(),
                is.content().offer().holderId());
        note(
                changes,
                "candidateIds",
                was.content().offer().candidateIds(),
                is.content().offer().candidateIds());
        note(changes, "ownerId", was.task().ownerId(), is.task().ownerId());
        note(changes, "dueOn", was.task().dueOn(), is.task().dueOn());
        note(changes, "state", was.task().state(), is.task().state());
        return changes;
    }

    private static void note(List<String> changes, String name, @Nullable Object was, @Nullable Object is) {
        if (!Objects.equals(was, is)) {
            changes.add(name);
        }
    }
}
