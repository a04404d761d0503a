package org.holdfast.core.retention;

import java.util.function.BooleanSupplier;
import org.holdfast.core.platform.jobs.Attempt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done for alerts in the background: delivers what is due, looks for dismissals after an alert, and now and then
 * opens what a stop of the server kept from being opened. All of it can be cut off at any moment and begins again; while the key ring is not open, nothing
 * is done.
 */
final class AlertSweep implements Runnable {
    /** How many sweeps come between two looks for alerts that were missed. */
    static final int BETWEEN_CATCH_UPS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(AlertSweep.class);

    private final Alerts alerts;
    private final AlertThreshold threshold;
    private final DismissalWatch dismissals;
    private final BooleanSupplier open;
    private int sweeps;

    AlertSweep(Alerts alerts, AlertThreshold threshold, DismissalWatch dismissals, BooleanSupplier open) {
        this.alerts = alerts;
        this.threshold = threshold;
        this.dismissals = dismissals;
        this.open = open;
    }

    @Override
    public void run() {
        if (!open.getAsBoolean()) {
            return;
        }
        guarded(() -> {
            if (++sweeps % BETWEEN_CATCH_UPS == 0 || threshold.hurries()) {
                threshold.catchUp();
            }
            int delivered = alerts.deliver();
            if (delivered > 0) {
                LOG.info("Delivered {} alerts to superiors", delivered);
            }
        });
        guarded(dismissals::look);
    }

    /** Keeps a failure from ending the sweeps: the next one tries again. */
    static void guarded(Runnable work) {
        Attempt.of(work)
                .ifPresent(failure -> LOG.warn(
                        "Alerts were not opened, delivered or looked after ({}); the next sweep tries again",
                        Attempt.name(failure)));
    }
}
