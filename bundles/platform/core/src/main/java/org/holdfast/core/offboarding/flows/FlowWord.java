package org.holdfast.core.offboarding.flows;

import java.util.Locale;

/** How the closed words of this room are written outside Java. */
final class FlowWord {
    private FlowWord() {}

    static String code(Enum<?> word) {
        String[] parts = word.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder code = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            code.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i], 1, parts[i].length());
        }
        return code.toString();
    }
}
