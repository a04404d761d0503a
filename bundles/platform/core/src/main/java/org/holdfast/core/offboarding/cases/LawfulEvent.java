package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import org.holdfast.api.labour.ExitKind;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a lawful end of an employment. The employee's own resignation in the product is one; whatever somebody else enters for
 * them has to name the paper it rests on: a wish of the firm alone ends nothing.
 */
final class LawfulEvent {

    private LawfulEvent() {}

    /**
     * Says whether an employment ends by something that is on file already.
     *
     * @param kind how it is to end
     * @param contractEnd last day of the contract on file, null where it has none
     * @param lastDay last day of the employment
     */
    static boolean onFile(ExitKind kind, @Nullable LocalDate contractEnd, LocalDate lastDay) {
        return byContract(kind) && contractEnd != null && !lastDay.isBefore(contractEnd);
    }

    /** Says whether a kind needs nothing but the end of the contract. */
    static boolean byContract(ExitKind kind) {
        return kind == ExitKind.CONTRACT_END || kind == ExitKind.CONTRACT_END_RENEWAL_DECLINED;
    }
}
