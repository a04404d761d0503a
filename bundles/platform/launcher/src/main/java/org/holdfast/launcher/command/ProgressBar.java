package org.holdfast.launcher.command;

/** Shows how far something is, on a terminal only and only for what lasts longer than two seconds. */
final class ProgressBar {
    private static final int WIDTH = 40;
    private static final long SILENT_NANOS = 2_000_000_000L;

    private final String label;
    private final long begin = System.nanoTime();
    private boolean shown;

    ProgressBar(String label) {
        this.label = label;
    }

    void show(double share) {
        // The start script knows whether standard error is a terminal; Java tells it differently in each version.
        if (!Boolean.getBoolean("holdfast.terminal") || System.nanoTime() - begin < SILENT_NANOS) {
            return;
        }
        shown = true;
        int done = (int) Math.round(Math.max(0, Math.min(1, share)) * WIDTH);
        System.err.print("\r" + label + " [" + "#".repeat(done) + ".".repeat(WIDTH - done) + "]");
        System.err.flush();
    }

    void end() {
        if (shown) {
            System.err.println();
        }
    }
}
