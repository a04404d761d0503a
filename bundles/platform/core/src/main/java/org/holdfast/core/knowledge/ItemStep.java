package org.holdfast.core.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * A step of something that is handed over.
 *
 * @param version the version as it was read
 * @param reason why, where the step asks for a reason; at most 1,000 characters
 */
public record ItemStep(@Nullable Integer version, @Nullable String reason) {}
