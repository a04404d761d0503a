package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** A key store with certificates: of those who may sign bundles, or of those who counter-sign for the group. */
public final class TrustStore {
    /** The JDK's own for trust stores. Without one, certificates that keytool encrypts would not be seen. */
    private static final char[] PASSWORD = "changeit".toCharArray();

    private TrustStore() {}

    /**
     * Reads it.
     *
     * @param file its file
     * @return the key store
     * @throws IOException where it cannot be read, or has another password
     * @throws GeneralSecurityException where it is not what it should be
     */
    public static KeyStore read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
