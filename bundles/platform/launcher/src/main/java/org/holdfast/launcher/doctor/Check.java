package org.holdfast.launcher.doctor;

import java.util.List;
import org.holdfast.launcher.config.Configuration;

/** Looks at one thing that a server needs. Changes nothing. */
@FunctionalInterface
interface Check {

    /**
     * Looks.
     *
     * @param configuration the settings
     * @return what was found, at least one finding
     */
    List<Finding> look(Configuration configuration);
}
