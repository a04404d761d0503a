package org.holdfast.core.knowledge;

import java.util.function.LongSupplier;
import org.holdfast.launcher.config.UploadSettings;

/**
 * How much may be kept.
 *
 * @param settings what the operator says
 * @param free how many bytes are free on the disk of the data directory
 */
record Room(UploadSettings settings, LongSupplier free) {
    /** What has to stay free: an embedded database that finds no room at all is closed, and the audit log stops the server. */
    static final long RESERVE = 256L << 20;

    long largest() {
        return (long) settings.largestMegabytes() << 20;
    }

    long quota() {
        return (long) settings.subsidiaryGigabytes() << 30;
    }

    boolean has(long bytes) {
        return free.getAsLong() - bytes >= RESERVE;
    }
}
