package org.holdfast.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.holdfast.launcher.bundles.BundleVerification;
import org.holdfast.launcher.bundles.TrustFiles;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;

/** Whether the bundles are those that were shipped, or signed by somebody who is trusted. */
final class BundleCheck implements Check {
    private static final String CHECK = "bundles";
    /** Without them there is no server that is of use. */
    private static final List<String> NEEDED = List.of("holdfast-protection-", "holdfast-engine-", "holdfast-console-");

    @Override
    public List<Finding> look(Configuration configuration) {
        Path home = configuration.home();
        Path folder = configuration.path(Setting.BUNDLE_DIRECTORY).orElse(home.resolve("bundles"));
        List<Path> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(Finding.failed(CHECK, "doctor.bundles.folder", folder));
        }
        List<Finding> findings = new ArrayList<>();
        for (Path jar : jars) {
            BundleVerification.check(jar, TrustFiles.of(configuration))
                    .ifPresent(reason -> findings.add(
                            Finding.warning(CHECK, "doctor.bundles.distrusted", jar.getFileName(), reason)));
        }
        for (String prefix : NEEDED) {
            if (jars.stream().noneMatch(jar -> jar.getFileName().toString().startsWith(prefix))) {
                findings.add(Finding.failed(CHECK, "doctor.bundles.absent", prefix + "*.jar", folder));
            }
        }
        findings.add(Finding.ok(CHECK, "doctor.bundles", folder, jars.size()));
        return findings;
    }
}
