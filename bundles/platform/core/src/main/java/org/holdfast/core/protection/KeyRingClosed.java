package org.holdfast.core.protection;

import java.time.Instant;

/**
 * The key ring is no longer open: nothing personal can be read or written. Rooms drop what they hold of it in memory.
 * A CDI event; each is followed by a {@link KeyRingOpened} where the ring opens again.
 *
 * @param at when it was found closed
 */
public record KeyRingClosed(Instant at) {}
