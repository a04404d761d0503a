package org.holdfast.core.offboarding.cases;

import org.jspecify.annotations.Nullable;

/**
 * How a task was done.
 *
 * @param outcome one of its outcomes
 * @param note what is written beside it, at most 2,000 characters
 */
public record TaskStep(@Nullable String outcome, @Nullable String note) {}
