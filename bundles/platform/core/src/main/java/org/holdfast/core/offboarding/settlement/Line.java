package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.util.List;
import org.holdfast.api.labour.SettlementComponent;

/**
 * A line of a sheet.
 *
 * @param component what is owed
 * @param label what for, in the words of who entered it; empty for what is computed
 * @param amount how much, in the sheet's currency
 * @param held whether it waits for the handover
 * @param steps how it was computed; empty for what was entered
 */
record Line(SettlementComponent component, String label, BigDecimal amount, boolean held, List<Step> steps) {

    Line {
        steps = List.copyOf(steps);
    }
}
