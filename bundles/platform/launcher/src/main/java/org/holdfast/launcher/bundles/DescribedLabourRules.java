package org.holdfast.launcher.bundles;

import java.util.Optional;
import org.holdfast.api.labour.ExitRules;
import org.holdfast.api.labour.LabourRules;
import org.holdfast.api.labour.WorkCalendar;

/** Labour rules that were read from a file. */
record DescribedLabourRules(String country, String version, WorkCalendar calendar, Optional<ExitRules> exits)
        implements LabourRules {}
