package org.holdfast.core.risk.effect;

import java.util.List;
import java.util.UUID;
import org.holdfast.core.risk.features.PersonSeries.ActionTaken;

/** Where actions are known from besides the facts about people, such as plans. Safe for use from many threads. */
@FunctionalInterface
public interface ActionSource {

    /**
     * Returns what was done so that people stay.
     *
     * @param subsidiaryId the subsidiary
     * @return in any order; the kinds as codes of {@link org.holdfast.api.industry.ActionKind}
     */
    List<ActionTaken> of(UUID subsidiaryId);
}
