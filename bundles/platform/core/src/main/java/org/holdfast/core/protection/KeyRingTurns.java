package org.holdfast.core.protection;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingSealedException;
import org.jspecify.annotations.Nullable;

/** Finds out when the key ring opens and closes, and tells each time. For one thread. */
final class KeyRingTurns {
    private final CurrentKeyRing current;
    private final Clock clock;
    private final Consumer<Object> told;
    private @Nullable KeyRing last;

    /** Takes the ring, the time, and who hears of {@link KeyRingOpened} and {@link KeyRingClosed}. */
    KeyRingTurns(CurrentKeyRing current, Clock clock, Consumer<Object> told) {
        this.current = current;
        this.clock = clock;
        this.told = told;
    }

    /** Looks once. A ring in another's place closed and opened in between, though nobody saw it closed. */
    void look() {
        KeyRing now = openRing().orElse(null);
        if (now == last) {
            return;
        }
        boolean wasOpen = last != null;
        last = now;
        if (wasOpen) {
            told.accept(new KeyRingClosed(clock.instant()));
        }
        if (now != null) {
            told.accept(new KeyRingOpened(clock.instant()));
        }
    }

    private Optional<KeyRing> openRing() {
        try {
            return current.open();
        } catch (KeyRingSealedException e) {
            // It went between the two questions.
            return Optional.empty();
        }
    }
}
