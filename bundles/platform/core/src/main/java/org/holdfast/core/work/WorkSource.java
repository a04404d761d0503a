package org.holdfast.core.work;

import java.util.List;
import org.holdfast.core.access.Visibility;

/**
 * A room in which people have something to do. Found by CDI, asked at each look at the page, so it reads plain columns alone and
 * asks the database a few times, however much there is. Safe for use from many threads.
 */
public interface WorkSource {

    /**
     * Returns what the caller has to do. Whatever the room's own lists and pages would not show the caller is not among it:
     * nothing about themselves, their superiors, or people out of their reach.
     *
     * @param caller who asks
     * @return the items in any order
     */
    List<WorkItem> items(Visibility caller);

    /**
     * Returns how much of it is done since the day began.
     *
     * @param caller who asks
     * @return how many things
     */
    int doneToday(Visibility caller);
}
