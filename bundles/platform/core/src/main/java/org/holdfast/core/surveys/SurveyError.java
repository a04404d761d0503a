package org.holdfast.core.surveys;

import org.holdfast.core.platform.rest.StatusCode;

/** Why something cannot be done with a survey. The names are part of the API. */
enum SurveyError implements StatusCode {
    /** The round is not open any more, or not yet. */
    SURVEY_NOT_OPEN,
    /** Somebody has answered already: the first answer counts. */
    SURVEY_ANSWERED,
    /** An answer is to be a signal without the person's consent. */
    SURVEY_CONSENT_MISSING,
    /** Where the person works nobody may be asked for this consent. */
    CONSENT_NOT_OFFERED,
    /** The round was opened, closed or called off already. */
    SURVEY_STATE,
    /** The same people are asked the same at the same time, or within 30 days of it. */
    SURVEY_OVERLAPS,
    /** So few are asked that no answer would be anonymous. */
    SURVEY_TOO_FEW;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
