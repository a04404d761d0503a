package org.holdfast.core.work;

import java.util.List;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;

/** The page of what is to do, over the sources of a test. */
public final class WorkDesk {
    private WorkDesk() {}

    public static WorkResource of(People people, Cursors cursors, Visibility sight, WorkSource... sources) {
        return new WorkResource(new Work(List.of(sources), people), cursors, sight, new AuditNotes());
    }
}
