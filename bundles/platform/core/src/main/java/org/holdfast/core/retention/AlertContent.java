package org.holdfast.core.retention;

import java.util.List;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.Reason;

/**
 * What an alert is about, as it was when it was opened; sealed in the database. Documents are made of it when read.
 *
 * @param band the band
 * @param score 0 to 10
 * @param industry code of the industry whose texts explain it
 * @param reasons the score's reasons, strongest first
 */
record AlertContent(Band band, double score, String industry, List<Reason> reasons) {

    AlertContent {
        reasons = List.copyOf(reasons);
    }
}
