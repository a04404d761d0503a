package org.holdfast.launcher.bundles;

import org.holdfast.api.labour.LabourRules;
import org.holdfast.api.labour.WorkCalendar;

/** Labour rules that were read from a file. */
record DescribedLabourRules(String country, String version, WorkCalendar calendar) implements LabourRules {}
