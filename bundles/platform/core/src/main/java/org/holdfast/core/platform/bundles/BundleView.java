package org.holdfast.core.platform.bundles;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.launcher.registry.BundleReport;
import org.holdfast.launcher.registry.BundleReport.ProvidedCapability;
import org.holdfast.launcher.text.Message;

/**
 * A bundle as the API shows it.
 *
 * @param symbolicName its identity
 * @param name its name for people
 * @param version its version
 * @param state what it is doing: active, starting, unresolved, failed, quarantined, waitingForRestart
 * @param reason why it is not active, in the reader's language; empty when it is
 * @param reasonCode the same for programs, such as {@code callTimedOut}; empty when it is active
 * @param signed whether its signature was verified
 * @param provides its capabilities
 * @param reads the data categories it declared to read
 * @param everywhere whether it is enabled in all subsidiaries
 * @param enabledFor the subsidiaries, where not everywhere
 * @param ranking highest ranking of its services
 * @param faults the latest faults, newest first
 */
@TellsNothing
public record BundleView(
        String symbolicName,
        String name,
        String version,
        String state,
        String reason,
        String reasonCode,
        boolean signed,
        List<ProvidedCapability> provides,
        List<String> reads,
        boolean everywhere,
        List<String> enabledFor,
        int ranking,
        List<FaultView> faults) {

    private static final String REASON = "bundleReason.";

    /**
     * Something a bundle did wrong.
     *
     * @param at when
     * @param what what happened, in the reader's language
     * @param code the same for programs, such as {@code callFailed}
     */
    public record FaultView(Instant at, String what, String code) {}

    static BundleView of(BundleReport report, Function<Message, String> words) {
        return new BundleView(
                report.symbolicName(),
                report.name(),
                report.version(),
                word(report.state()),
                report.reason().map(words).orElse(""),
                report.reason().map(BundleView::code).orElse(""),
                report.signed(),
                report.provides(),
                report.reads(),
                report.enabledFor().isEmpty(),
                List.copyOf(new TreeSet<>(report.enabledFor().orElse(Set.of()))),
                report.ranking(),
                report.faults().stream()
                        .map(fault -> new FaultView(fault.at(), words.apply(fault.what()), code(fault.what())))
                        .toList());
    }

    private static String code(Message reason) {
        return reason.key().startsWith(REASON) ? reason.key().substring(REASON.length()) : reason.key();
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
