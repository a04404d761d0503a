package org.holdfast.launcher.bundles;

import java.util.Optional;
import org.holdfast.launcher.text.Message;

/**
 * What is to be thought of a bundle's file.
 *
 * @param distrust why it is not trusted, or empty where it is
 * @param revoked whether it was revoked: then nobody takes it, a demo neither
 * @param shipped whether it is one of the product's own, in this very version
 */
record Verdict(Optional<Message> distrust, boolean revoked, boolean shipped) {
    static final Verdict SHIPPED = new Verdict(Optional.empty(), false, true);
    static final Verdict TRUSTED = new Verdict(Optional.empty(), false, false);

    static Verdict distrusted(String key, Object... arguments) {
        return new Verdict(Optional.of(Message.of(key, arguments)), false, false);
    }

    static Verdict revoked(String key) {
        return new Verdict(Optional.of(Message.of(key)), true, false);
    }
}
