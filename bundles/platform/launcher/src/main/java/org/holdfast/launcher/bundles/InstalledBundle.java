package org.holdfast.launcher.bundles;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.api.bundle.BundleManifest;
import org.holdfast.launcher.registry.BundleReport;
import org.holdfast.launcher.registry.BundleReport.Fault;
import org.holdfast.launcher.text.Message;
import org.osgi.framework.Bundle;

/**
 * What the host knows about one installed bundle: whether it may be called, and what it did wrong. Safe for use from
 * many threads.
 */
final class InstalledBundle {
    /** This many faults within {@link #FAULT_WINDOW} end in quarantine. */
    static final int FAULTS_TO_QUARANTINE = 3;

    static final Duration FAULT_WINDOW = Duration.ofMinutes(10);
    private static final int FAULTS_KEPT = 20;
    private static final Message WAITS = Message.of("bundleReason.waitsForRestart");

    private final Bundle bundle;
    private final boolean signed;
    private final Clock clock;
    private final Deque<Fault> faults = new ArrayDeque<>();
    private Optional<Message> failure = Optional.empty();
    private Optional<Message> quarantine = Optional.empty();
    private boolean gone;
    private boolean waiting;
    private Optional<Set<String>> enabledFor = Optional.empty();

    InstalledBundle(Bundle bundle, boolean signed, Clock clock) {
        this.bundle = bundle;
        this.signed = signed;
        this.clock = clock;
    }

    Bundle bundle() {
        return bundle;
    }

    String name() {
        return bundle.getSymbolicName();
    }

    boolean signed() {
        return signed;
    }

    synchronized boolean callable() {
        return !gone && quarantine.isEmpty() && failure.isEmpty() && bundle.getState() == Bundle.ACTIVE;
    }

    synchronized boolean enabledFor(String subsidiaryId) {
        return enabledFor.map(ids -> ids.contains(subsidiaryId)).orElse(true);
    }

    synchronized void enable(Optional<Set<String>> subsidiaryIds) {
        enabledFor = subsidiaryIds.map(Set::copyOf);
    }

    synchronized Optional<Set<String>> enabledFor() {
        return enabledFor;
    }

    synchronized void leave() {
        gone = true;
    }

    /** Whether it loads a native library, which the JVM gives to one class loader only. */
    boolean isNative() {
        return BundleReports.capabilities(bundle).stream()
                .anyMatch(capability -> "true".equals(BundleReports.attribute(capability, BundleManifest.NATIVE)));
    }

    /** Notes that a newer file is there and is used from the next start of the server on. */
    synchronized void waitForRestart() {
        waiting = true;
    }

    synchronized void failed(Message reason) {
        failure = Optional.of(reason);
    }

    synchronized void quarantine(Message reason) {
        quarantine = Optional.of(reason);
    }

    synchronized Optional<Message> quarantine() {
        return quarantine;
    }

    synchronized boolean release() {
        boolean was = quarantine.isPresent();
        quarantine = Optional.empty();
        faults.clear();
        return was;
    }

    /** Notes a fault and tells whether the bundle went into quarantine by it. */
    synchronized boolean fault(Message what, boolean severe) {
        Instant now = clock.instant();
        faults.addFirst(new Fault(now, what));
        while (faults.size() > FAULTS_KEPT) {
            faults.removeLast();
        }
        Instant since = now.minus(FAULT_WINDOW);
        long recent = faults.stream().filter(fault -> fault.at().isAfter(since)).count();
        if (quarantine.isEmpty() && (severe || recent >= FAULTS_TO_QUARANTINE)) {
            quarantine = Optional.of(severe ? what : Message.of("bundleReason.faults", recent, what));
            return true;
        }
        return false;
    }

    synchronized List<Fault> faults() {
        return List.copyOf(faults);
    }

    synchronized BundleReport.State state() {
        if (quarantine.isPresent()) {
            return BundleReport.State.QUARANTINED;
        }
        if (failure.isPresent()) {
            // Resolving failed where the framework has left it merely installed.
            return bundle.getState() == Bundle.INSTALLED ? BundleReport.State.UNRESOLVED : BundleReport.State.FAILED;
        }
        if (waiting) {
            return BundleReport.State.WAITING_FOR_RESTART;
        }
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> BundleReport.State.ACTIVE;
            case Bundle.STARTING, Bundle.RESOLVED, Bundle.STOPPING -> BundleReport.State.STARTING;
            default -> BundleReport.State.UNRESOLVED;
        };
    }

    synchronized Optional<Message> reason() {
        return quarantine.or(() -> failure).or(() -> waiting ? Optional.of(WAITS) : Optional.empty());
    }
}
