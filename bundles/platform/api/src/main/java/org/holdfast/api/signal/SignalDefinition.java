package org.holdfast.api.signal;

import java.util.Objects;
import java.util.Set;

/**
 * An entry of the signal catalogue.
 *
 * @param code dotted name, {@code area.whatIsObserved}; starts with a letter, at most 60 characters
 * @param unit what a value counts: {@code days}, {@code hours}, {@code points}, {@code count}, {@code currency}, …
 * @param category the data category, which decides the lawful basis it needs
 * @param purposes what it may be used for, never empty
 * @param kind whether values add up, are levels, or are text
 */
public record SignalDefinition(
        String code, String unit, DataCategory category, Set<Purpose> purposes, SignalKind kind) {

    /** Checks the code and copies the purposes. */
    public SignalDefinition {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(kind, "kind");
        purposes = Set.copyOf(purposes);
        if (!code.matches("[a-z][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)+") || code.length() > 60) {
            throw new IllegalArgumentException("Signal code \"" + code + "\" is not of the form area.whatIsObserved");
        }
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("Signal " + code + " names no purpose");
        }
    }
}
