package org.holdfast.core.offboarding.cases;

import java.util.List;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;

/** The cases that go on, for whoever has deadlines in them. Safe for use from many threads. */
@FunctionalInterface
public interface RunningCases {

    /**
     * Returns them.
     *
     * @return the one whose last day comes first first
     */
    List<ExitCase> all();
}
