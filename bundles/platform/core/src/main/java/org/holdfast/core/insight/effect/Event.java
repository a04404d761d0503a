package org.holdfast.core.insight.effect;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One observation a figure is counted from.
 *
 * @param person whom it is about; many may be about one person
 * @param on the day that decides on the month
 * @param amount 1 where it counts in the numerator, else 0; for a median, the amount itself
 */
public record Event(UUID person, LocalDate on, double amount) {}
