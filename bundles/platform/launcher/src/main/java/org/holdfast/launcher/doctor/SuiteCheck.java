package org.holdfast.launcher.doctor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.api.protection.CipherSuite;
import org.holdfast.launcher.bundles.BundlesAlone;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.SuiteSettings;
import org.holdfast.launcher.keys.StoppedKeys;
import org.holdfast.launcher.keys.SubsidiarySuite;
import org.holdfast.launcher.start.RunFile;

/** Whether a bundle offers each cipher suite that keys are of or are to be of, and whether the setting fits the subsidiaries. */
final class SuiteCheck implements Check {
    private static final String CHECK = "cipher suites";

    private final Clock clock;

    SuiteCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> look(Configuration configuration) {
        Set<String> needed = new TreeSet<>(SuiteSettings.of(configuration).suites());
        List<Finding> findings = new ArrayList<>();
        // A running server has its stores for itself, and tells by "keys status".
        if (RunFile.of(configuration.dataDirectory()).isEmpty()) {
            for (SubsidiarySuite one : new StoppedKeys(configuration).suites()) {
                remark(one, findings);
                if (one.suite() != null) {
                    needed.add(one.suite());
                }
            }
        }
        needed.remove(CipherSuite.STANDARD);
        if (needed.isEmpty()) {
            return findings;
        }
        try (BundlesAlone bundles = BundlesAlone.start(configuration, BundlesAlone.PROTECTION, clock)) {
            bundles.suites()
                    .missing(needed)
                    .ifPresentOrElse(
                            missing -> findings.add(new Finding(CHECK, Finding.Status.FAILED, missing.sentence())),
                            () -> findings.add(Finding.ok(CHECK, "doctor.suites", String.join(", ", needed))));
        }
        return findings;
    }

    private static void remark(SubsidiarySuite one, List<Finding> findings) {
        if (!one.known()) {
            findings.add(Finding.warning(CHECK, "keys.suite.unknown", one.subsidiary(), one.wanted()));
        } else if (one.suite() != null && !one.suite().equals(one.wanted())) {
            findings.add(Finding.warning(CHECK, "keys.suite.differs", one.subsidiary(), one.suite(), one.wanted()));
        }
    }
}
