package org.holdfast.core.retention;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.holdfast.api.HoldfastException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done for alerts in the background: delivers what is due, and now and then opens what a stop of the server
 * kept from being opened. All of it can be cut off at any moment and begins again.
 */
final class AlertSweep implements Runnable {
    /** How many sweeps come between two looks for alerts that were missed. */
    static final int BETWEEN_CATCH_UPS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(AlertSweep.class);

    private final Alerts alerts;
    private final AlertThreshold threshold;
    private int sweeps;

    AlertSweep(Alerts alerts, AlertThreshold threshold) {
        this.alerts = alerts;
        this.threshold = threshold;
    }

    @Override
    public void run() {
        guarded(() -> {
            if (++sweeps % BETWEEN_CATCH_UPS == 0) {
                threshold.catchUp();
            }
            int delivered = alerts.deliver();
            if (delivered > 0) {
                LOG.info("Delivered {} alerts to superiors", delivered);
            }
        });
    }

    /** Keeps a failure from ending the sweeps: the next one tries again. */
    static void guarded(Runnable work) {
        FutureTask<Boolean> task = new FutureTask<>(work, Boolean.TRUE);
        task.run();
        try {
            task.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String what = cause instanceof HoldfastException known
                    ? known.code().name()
                    : cause.getClass().getSimpleName();
            LOG.warn("Alerts were not opened or delivered ({}); the next sweep tries again", what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
