package org.holdfast.core.protection;

import java.time.Instant;

/**
 * The key ring is open, for the first time since the server started or again: from now on personal data can be read and
 * written. Rooms go on with what was cut off. A CDI event.
 *
 * @param at when it was found open
 */
public record KeyRingOpened(Instant at) {}
