package org.holdfast.core.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What no score may ever be computed from. Kept in a sealed column of its own, which only an audit of fairness opens.
 *
 * @param birthDate day of birth, null where not known
 * @param gender as the source words it, empty where not known
 */
public record ProtectedAttributes(@Nullable LocalDate birthDate, String gender) {}
