package org.holdfast.core.platform.bundles;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.launcher.registry.BundleReport;
import org.holdfast.launcher.registry.BundleReport.Fault;
import org.holdfast.launcher.registry.BundleReport.ProvidedCapability;

/**
 * A bundle as the API shows it.
 *
 * @param symbolicName its identity
 * @param name its name for people
 * @param version its version
 * @param state what it is doing: active, starting, unresolved, failed, quarantined, waitingForRestart
 * @param reason why it is not active, empty when it is
 * @param signed whether its signature was verified
 * @param provides its capabilities
 * @param reads the data categories it declared to read
 * @param everywhere whether it is enabled in all subsidiaries
 * @param enabledFor the subsidiaries, where not everywhere
 * @param ranking highest ranking of its services
 * @param faults the latest faults, newest first
 */
public record BundleView(
        String symbolicName,
        String name,
        String version,
        String state,
        String reason,
        boolean signed,
        List<ProvidedCapability> provides,
        List<String> reads,
        boolean everywhere,
        List<String> enabledFor,
        int ranking,
        List<Fault> faults) {

    static BundleView of(BundleReport report) {
        return new BundleView(
                report.symbolicName(),
                report.name(),
                report.version(),
                word(report.state()),
                report.reason(),
                report.signed(),
                report.provides(),
                report.reads(),
                report.enabledFor().isEmpty(),
                List.copyOf(new TreeSet<>(report.enabledFor().orElse(Set.of()))),
                report.ranking(),
                report.faults());
    }

    private static String word(BundleReport.State state) {
        return switch (state) {
            case ACTIVE -> "active";
            case STARTING -> "starting";
            case UNRESOLVED -> "unresolved";
            case FAILED -> "failed";
            case QUARANTINED -> "quarantined";
            case WAITING_FOR_RESTART -> "waitingForRestart";
        };
    }
}
