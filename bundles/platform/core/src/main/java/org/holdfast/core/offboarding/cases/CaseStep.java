package org.holdfast.core.offboarding.cases;

import org.jspecify.annotations.Nullable;

/**
 * A step with a case.
 *
 * @param version the version of the case as it was read
 * @param note what is written beside it, at most 2,000 characters
 */
public record CaseStep(@Nullable Integer version, @Nullable String note) {}
