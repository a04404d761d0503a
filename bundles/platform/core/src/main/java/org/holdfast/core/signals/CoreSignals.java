package org.holdfast.core.signals;

import java.util.List;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.launcher.bundles.HostSignals;

/** The signals every server knows. */
public final class CoreSignals {
    /** A person's résumé was updated on a job site. */
    public static final String RESUME_UPDATE = "resume.update";

    /** The list is the launcher's, which checks the descriptions of industry bundles against it. */
    static final List<SignalDefinition> ALL = HostSignals.core();

    private CoreSignals() {}
}
