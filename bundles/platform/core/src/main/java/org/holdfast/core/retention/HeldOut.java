package org.holdfast.core.retention;

import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.RiskScore;

/**
 * Says about whom no alert is opened because a lot was drawn, as long as a subsidiary measures what alerts are worth. Where no
 * hold-out was begun, that is nobody. Safe for use from many threads.
 */
public interface HeldOut {

    /**
     * Somebody about whom an alert is due.
     *
     * @param subsidiaryId the person's subsidiary
     * @param personId the person
     * @param band the band of the score
     */
    record Risen(UUID subsidiaryId, UUID personId, Band band) {

        static Risen of(RiskScore score) {
            return new Risen(score.subsidiaryId(), score.personId(), score.band());
        }
    }

    /**
     * Returns who is held out at this moment; draws nothing.
     *
     * @return says it of anybody
     */
    Predicate<Risen> now();

    /**
     * Decides whether the alert that is due now is opened. Draws a lot where one has to be drawn; a lot that was drawn is not drawn
     * again.
     *
     * @param risen about whom
     * @return whether it is opened
     */
    boolean tells(Risen risen);

    /**
     * Says whether people are held out no longer about whom alerts may be due, so that nobody waits for the next look.
     *
     * @return whether a hold-out was stopped since this was asked last
     */
    boolean stopped();
}
