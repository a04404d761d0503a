package org.holdfast.core.knowledge;

import java.util.List;
import java.util.UUID;

/**
 * How much of what people who leave had to hand over was accepted, for figures: not what it was. Of people who were erased, nothing.
 * Safe for use from many threads.
 */
public interface HandoverFigures {

    /**
     * Returns what stands on the handover lists of a subsidiary as mandatory.
     *
     * @param subsidiaryId the subsidiary
     * @return one for each thing
     */
    List<HandoverFigure> of(UUID subsidiaryId);

    /**
     * Something that has to be handed over.
     *
     * @param personId who leaves
     * @param accepted whether its recipient says that they have it, and that it is enough; false also where HR does without it
     */
    record HandoverFigure(UUID personId, boolean accepted) {}
}
