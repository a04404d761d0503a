package org.holdfast.core.protection;

/**
 * A sealed record was altered or moved: it does not open, with its present keys either.
 *
 * @param subject whom it is about
 * @param place table and column, such as {@code employee.payload}
 */
public record RecordTampered(Subject subject, String place) {}
