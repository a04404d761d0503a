package org.holdfast.core.retention.outcomes;

import java.util.UUID;

/**
 * Told after an outcome was recorded or corrected: plans stop, and whatever else begins with an outcome can.
 *
 * @param caseId the case
 * @param subsidiaryId the person's subsidiary
 * @param personId the person
 * @param outcome {@code retained}, {@code moved} or {@code decided}
 */
public record OutcomeRecorded(UUID caseId, UUID subsidiaryId, UUID personId, String outcome) {}
