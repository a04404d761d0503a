package org.holdfast.launcher.https;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.holdfast.launcher.start.StartFailure;

/** A certificate with its chain and key in a PKCS#12 file (RFC 7292). */
final class Pkcs12File {
    private final Path file;

    Pkcs12File(Path file) {
        this.file = file;
    }

    /**
     * Reads the first entry that has a key.
     *
     * @throws StartFailure where there is none, or the password does not open the file
     */
    ServerIdentity read(Optional<char[]> password, List<X509Certificate> authorities) {
        char[] secret = password.orElseThrow(() -> new StartFailure("failure.httpsPasswordMissing", file));
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, secret);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, secret) instanceof PrivateKey key) {
                    List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(alias))
                            .map(X509Certificate.class::cast)
                            .toList();
                    return new ServerIdentity(chain, key, authorities);
                }
            }
        } catch (IOException e) {
            // How Java tells a wrong password from a damaged file.
            boolean wrong = e.getCause() instanceof UnrecoverableKeyException;
            throw new StartFailure(e, wrong ? "failure.httpsPassword" : "failure.httpsFile", file);
        } catch (GeneralSecurityException e) {
            throw new StartFailure(e, "failure.httpsPassword", file);
        }
        throw new StartFailure("failure.httpsKey", file);
    }
}
