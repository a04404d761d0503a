package org.holdfast.core.signals;

import java.util.UUID;

/**
 * Signals about people of a subsidiary were stored, and {@link Arrivals} knows about whom. A CDI event, fired after the
 * commit.
 *
 * @param subsidiaryId the subsidiary
 * @param imported whether they came with a file; else they were sent one by one
 */
public record SignalsArrived(UUID subsidiaryId, boolean imported) {}
