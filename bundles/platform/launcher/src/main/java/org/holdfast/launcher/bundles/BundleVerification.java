package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.holdfast.launcher.text.Message;

/** Checks a bundle's file outside a running server. */
public final class BundleVerification {
    private BundleVerification() {}

    /**
     * Checks whether a bundle is trusted.
     *
     * @param file the bundle's file
     * @param shippedDigests SHA-256 of the bundles that were shipped
     * @param trustStore certificates of those who may sign bundles; need not exist
     * @return why it is not trusted, or empty where it is
     */
    public static Optional<Message> check(Path file, Path shippedDigests, Path trustStore) {
        try {
            return new BundleSignature(shippedDigests, trustStore).check(file);
        } catch (IOException e) {
            return Optional.of(Message.of("bundleRefusal.noJar"));
        }
    }
}
