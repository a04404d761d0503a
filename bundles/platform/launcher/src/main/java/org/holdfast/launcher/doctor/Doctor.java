package org.holdfast.launcher.doctor;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.start.StartFailure;

/** All checks of an installation, in the order of a start. */
public final class Doctor {
    private final List<Check> checks;

    /**
     * Creates it.
     *
     * @param clock the machine's clock, which is checked, too
     */
    public Doctor(Clock clock) {
        checks = List.of(
                new MachineCheck(),
                new ClockCheck(clock),
                new DataDirectoryCheck(),
                new FieldsCheck(),
                new PortCheck(),
                new CertificateCheck(clock),
                new MailCheck(),
                new DatabaseCheck(),
                new KeyCheck(clock),
                new SuiteCheck(clock),
                new TrustStoreCheck(clock),
                new BundleCheck());
    }

    /**
     * Looks at everything. A check that cannot be made is a finding, too, and does not keep the others from being made.
     *
     * @param home the installation
     * @param environment environment variables
     * @param options settings from the command line, by key
     * @return the findings
     */
    public List<Finding> examine(Path home, Map<String, String> environment, Map<String, String> options) {
        Configuration configuration;
        try {
            configuration = Configuration.read(home, environment, options);
        } catch (StartFailure e) {
            return List.of(new Finding("settings", Finding.Status.FAILED, e.sentence()));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("settings", "doctor.settings"));
        for (Check check : checks) {
            try {
                findings.addAll(check.look(configuration));
            } catch (StartFailure e) {
                findings.add(new Finding("settings", Finding.Status.FAILED, e.sentence()));
            }
        }
        return findings;
    }
}
