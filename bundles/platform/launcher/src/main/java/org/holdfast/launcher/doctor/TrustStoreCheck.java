package org.holdfast.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.holdfast.launcher.bundles.TrustStore;
import org.holdfast.launcher.config.Configuration;

/** The certificates of those who may sign bundles. */
final class TrustStoreCheck implements Check {
    private static final String CHECK = "trustStore";

    private final Clock clock;

    TrustStoreCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> look(Configuration configuration) {
        Path file = TrustStore.file(configuration);
        if (!Files.exists(file)) {
            return List.of(Finding.ok(CHECK, "doctor.trust.none"));
        }
        try {
            KeyStore store = TrustStore.read(file);
            List<Finding> findings = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                Certificate certificate = store.getCertificate(alias);
                if (certificate instanceof X509Certificate signer
                        && signer.getNotAfter().toInstant().isBefore(clock.instant())) {
                    findings.add(Finding.warning(
                            CHECK,
                            "doctor.trust.expired",
                            alias,
                            signer.getNotAfter().toInstant()));
                }
            }
            findings.add(Finding.ok(CHECK, "doctor.trust", file, store.size()));
            return findings;
        } catch (IOException | GeneralSecurityException e) {
            return List.of(Finding.failed(CHECK, "doctor.trust.unreadable", file));
        }
    }
}
