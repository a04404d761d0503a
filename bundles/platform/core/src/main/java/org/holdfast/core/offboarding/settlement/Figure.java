package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A figure in a sum.
 *
 * @param kind how it is written for people
 * @param value as text that no language changes
 */
record Figure(Kind kind, String value) {

    /** How a figure is written for people. */
    enum Kind {
        /** An amount of the sheet's currency. */
        MONEY,
        /** A number. */
        NUMBER,
        /** A day. */
        DAY
    }

    static Figure money(BigDecimal amount) {
        return new Figure(Kind.MONEY, amount.toPlainString());
    }

    static Figure number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return new Figure(
                Kind.NUMBER, plain.setScale(Math.max(0, plain.scale())).toPlainString());
    }

    static Figure number(long number) {
        return new Figure(Kind.NUMBER, Long.toString(number));
    }

    static Figure day(LocalDate day) {
        return new Figure(Kind.DAY, day.toString());
    }
}
