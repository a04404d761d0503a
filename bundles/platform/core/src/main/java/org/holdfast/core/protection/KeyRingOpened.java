package org.holdfast.core.protection;

import java.time.Instant;

/**
 * The key ring is open for the first time since the server started: from now on personal data can be read and written.
 * Rooms go on with what was cut off.
 *
 * @param at when it was found open
 */
public record KeyRingOpened(Instant at) {}
