package org.holdfast.core.offboarding.events;

import org.jspecify.annotations.Nullable;

/**
 * A wish for another secret.
 *
 * @param version the version of the target as it was read
 */
public record SecretFields(@Nullable Integer version) {}
