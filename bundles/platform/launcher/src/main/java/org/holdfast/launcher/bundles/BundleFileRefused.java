package org.holdfast.launcher.bundles;

import java.io.IOException;
import org.holdfast.launcher.text.Message;
import org.jspecify.annotations.Nullable;

/** A file is not taken as a bundle, for a reason that completes the sentence "the file is not taken: …". */
final class BundleFileRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final Message reason;

    BundleFileRefused(String key, Object... arguments) {
        this(Message.of(key, arguments), null);
    }

    BundleFileRefused(Message reason, @Nullable Throwable cause) {
        super(reason.toString(), cause);
        this.reason = reason;
    }

    /** Returns why a file is not taken: its own reason, or that it cannot be read. */
    static Message reasonOf(IOException failure) {
        return failure instanceof BundleFileRefused refused ? refused.reason : Message.of("bundleRefusal.unreadable");
    }
}
