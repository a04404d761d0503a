package org.holdfast.core.insight;

import java.util.List;
import org.holdfast.core.people.Subsidiary;

/**
 * Figures that can be counted before somebody asks for them: after a start everybody's records are opened for the first time, which
 * takes a large group a minute or more, and who asks first would wait for it.
 */
@FunctionalInterface
public interface Prepared {

    /**
     * Counts what the console asks for first.
     *
     * @param subsidiaries what is looked at together
     */
    void prepare(List<Subsidiary> subsidiaries);
}
