package org.holdfast.core.risk;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody has a new score. A CDI event, fired after the score is stored.
 *
 * @param subsidiaryId the subsidiary
 * @param personId the person
 * @param scoreId the new score
 * @param asOf as of which day
 */
public record ScoreChanged(UUID subsidiaryId, UUID personId, UUID scoreId, LocalDate asOf) {}
