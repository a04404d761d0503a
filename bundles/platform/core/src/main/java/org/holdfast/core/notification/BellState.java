package org.holdfast.core.notification;

/**
 * How a bell stands, as streams tell it: counts alone, so that nothing of a person leaves by them. What is behind them is read by
 * the API.
 *
 * @param id stands for this state: two that differ in what stands or was read have different ids
 * @param unread how many were not read
 * @param standing how many there are
 */
record BellState(String id, int unread, int standing) {
    /** A bell at which nothing stands. */
    static final BellState EMPTY = new BellState("0", 0, 0);

    /** Returns the data of an event. */
    String data() {
        return "{\"unread\":" + unread + ",\"standing\":" + standing + "}";
    }
}
