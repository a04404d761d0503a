package org.holdfast.launcher.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a full disk as what is behind a failure. Each library says it in its own way, and some not at all, so the
 * disk itself is asked, too.
 */
final class FullDisk {
    /** Less than this is left only where a write has just failed. */
    private static final long NOTHING_LEFT_BYTES = 1L << 20;

    private static final int DEEPEST = 16;

    private FullDisk() {}

    /**
     * Tells whether something failed because the disk is full.
     *
     * @param failure what failed
     * @param folder a folder on the disk
     * @return true where the system said so, or nothing is left on the disk
     */
    static boolean isBehind(Throwable failure, Path folder) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (saysSo(cause.getMessage())) {
                return true;
            }
            cause = cause.getCause();
        }
        try {
            return Files.getFileStore(folder).getUsableSpace() < NOTHING_LEFT_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean saysSo(@Nullable String message) {
        return message != null
                && (message.contains("No space left on device")
                        || message.contains("Disk quota exceeded")
                        || message.contains("not enough space on the disk"));
    }
}
