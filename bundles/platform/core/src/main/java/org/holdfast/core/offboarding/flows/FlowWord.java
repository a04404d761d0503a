package org.holdfast.core.offboarding.flows;

import java.util.Locale;

/** How the closed words of this room are written outside Java. */
final class FlowWord {
    private FlowWord() {}

    static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
