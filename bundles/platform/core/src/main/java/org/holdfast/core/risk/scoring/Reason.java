package org.holdfast.core.risk.scoring;

import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.risk.features.Reading;

/**
 * What one signal adds to a score.
 *
 * @param signal code of the signal
 * @param category its data category
 * @param contribution log-odds; above 0 raises the risk
 * @param reading value and change of the signal
 */
public record Reason(String signal, DataCategory category, double contribution, Reading reading) {
    /** Stands for everything that is not known about a person, in place of a signal. */
    public static final String NOT_KNOWN = "profile.notKnown";
}
