package org.holdfast.core.protection;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Goes on with a rotation each time the key ring opens, at the start of the server among others. */
@ApplicationScoped
public class RotationResumption {
    @Inject
    private KeyRotations rotations;

    /**
     * Goes on where a rotation is not done.
     *
     * @param opened what happened
     */
    void resume(@Observes KeyRingOpened opened) {
        rotations.resume();
    }

    @PreDestroy
    void end() {
        rotations.end();
    }
}
