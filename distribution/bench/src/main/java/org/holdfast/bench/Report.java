package org.holdfast.bench;

import java.util.Locale;

/** Prints figures as rows of the table in docs/benchmarks.md, with the load of the machine beside each. */
final class Report {
    private Report() {}

    static void row(String what, String figures) {
        System.out.printf(Locale.ROOT, "| %s | %s | %s |%n", what, figures, Usage.load());
        System.out.flush();
    }
}
