package org.holdfast.core.risk;

import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.core.risk.scoring.Band;

/**
 * Somebody's band changed. A CDI event, fired after the score is stored.
 *
 * @param subsidiaryId the subsidiary
 * @param personId the person
 * @param scoreId the score that crossed
 * @param previousBand the band before, {@code UNKNOWN} for the first score
 * @param newBand the band now
 * @param asOf as of which day
 */
public record BandCrossed(
        UUID subsidiaryId, UUID personId, UUID scoreId, Band previousBand, Band newBand, LocalDate asOf) {}
