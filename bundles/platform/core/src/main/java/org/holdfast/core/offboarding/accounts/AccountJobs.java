package org.holdfast.core.offboarding.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.holdfast.core.platform.jobs.RecurringJob;

/** Has closings done and systems looked at, each on one of the servers. Safe for use from many threads. */
final class AccountJobs implements RecurringJob {
    static final String CLOSING = "closing";
    static final String SCAN = "scan";

    private static final Duration EVERY = Duration.ofSeconds(20);

    private final ClosingRound round;
    private final OrphanScan scan;

    AccountJobs(ClosingRound round, OrphanScan scan) {
        this.round = round;
        this.scan = scan;
    }

    List<String> instances() {
        return List.of(CLOSING, SCAN);
    }

    @Override
    public String name() {
        return "accounts";
    }

    /** At even thirds of a minute, so that it does not move by looking. */
    @Override
    public Optional<Instant> next(String instance, Instant after) {
        long third = after.getEpochSecond() / EVERY.toSeconds() + 1;
        return Optional.of(Instant.ofEpochSecond(third * EVERY.toSeconds()));
    }

    @Override
    public void run(String instance) {
        if (instance.equals(SCAN)) {
            scan.run();
        } else {
            round.run();
        }
    }
}
