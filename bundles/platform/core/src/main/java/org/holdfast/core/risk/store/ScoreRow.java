package org.holdfast.core.risk.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What stands in plain columns about a score.
 *
 * @param id the score
 * @param subsidiaryId the subsidiary
 * @param personId the person
 * @param asOf as of which day
 * @param computedAt when it was computed
 */
record ScoreRow(UUID id, UUID subsidiaryId, UUID personId, LocalDate asOf, Instant computedAt) {}
