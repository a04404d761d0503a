package org.holdfast.core.offboarding.interview;

import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.Language;
import org.holdfast.core.platform.rest.TellsNothing;

/**
 * What a subsidiary asks who leaves.
 *
 * @param subsidiaryId the subsidiary
 * @param spoken tag of its language, which every form has
 * @param installed the languages a form may have
 * @param form the form; of version 0 where it is the one that ships
 */
@TellsNothing // but what is asked of everybody
public record FormView(UUID subsidiaryId, String spoken, List<Language> installed, InterviewForm form) {

    /** Copies the list. */
    public FormView {
        installed = List.copyOf(installed);
    }
}
