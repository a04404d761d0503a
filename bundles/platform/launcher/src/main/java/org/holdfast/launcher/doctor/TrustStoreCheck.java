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
import org.holdfast.launcher.bundles.Revocations;
import org.holdfast.launcher.bundles.TrustFiles;
import org.holdfast.launcher.bundles.TrustStore;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.start.StartFailure;

/** The certificates of those who may sign bundles, of those who counter-sign for the group, and what is revoked. */
final class TrustStoreCheck implements Check {
    private static final String CHECK = "trustStore";

    private final Clock clock;

    TrustStoreCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> look(Configuration configuration) {
        TrustFiles files = TrustFiles.of(configuration);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(store(files.vendors(), "doctor.trust.none"));
        findings.addAll(store(files.group(), "doctor.trust.noGroup"));
        findings.addAll(revoked(files));
        return findings;
    }

    private List<Finding> store(Path file, String none) {
        if (!Files.exists(file)) {
            return List.of(Finding.ok(CHECK, none));
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

    private List<Finding> revoked(TrustFiles files) {
        try {
            Revocations revocations = Revocations.read(files);
            List<Finding> findings = new ArrayList<>();
            revocations
                    .outOfDate(clock.instant())
                    .forEach(
                            authority -> findings.add(Finding.warning(CHECK, "doctor.trust.listOutOfDate", authority)));
            findings.add(Finding.ok(CHECK, "doctor.trust.revoked", files.revoked(), revocations.size()));
            return findings;
        } catch (StartFailure e) {
            return List.of(new Finding(CHECK, Finding.Status.FAILED, e.sentence()));
        }
    }
}
