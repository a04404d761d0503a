package org.holdfast.core.notification;

import java.util.List;
import java.util.Set;

/** A room that has something to remind of. Found by CDI and asked once a minute on one server, while the key ring is open. */
public interface NoticeSource {

    /**
     * Returns the kinds it hands over, which are its own.
     *
     * @return all kinds
     */
    Set<NoticeKind> kinds();

    /**
     * Returns what stands now. What is no longer among it is over: the console shows it no more, and no mail tells of it.
     *
     * @return the notices of these kinds, each key once; twice only where one is for an employee and one for those who have a role:
     *     whoever is both is told once
     */
    List<Notice> standing();
}
