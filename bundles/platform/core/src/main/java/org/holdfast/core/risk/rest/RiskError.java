package org.holdfast.core.risk.rest;

import org.holdfast.core.platform.rest.StatusCode;
import org.holdfast.core.protection.basis.ScoringPermission.Refusal;

/** Why a run is refused. The names are part of the API. */
enum RiskError implements StatusCode {
    /** Somebody has stopped the scoring of the subsidiary. */
    SCORING_STOPPED,
    /** The subsidiary follows no rule book that is installed. */
    NO_RULE_BOOK,
    /** No impact assessment has been signed, or the last one has run out. */
    NOT_ASSESSED,
    /** A model would be used that the signed assessment is not about. */
    MODEL_NOT_ASSESSED;

    static RiskError of(Refusal refusal) {
        return switch (refusal) {
            case STOPPED -> SCORING_STOPPED;
            case NO_RULE_BOOK -> NO_RULE_BOOK;
            case NOT_ASSESSED -> NOT_ASSESSED;
            case NEW_MODEL -> MODEL_NOT_ASSESSED;
        };
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
