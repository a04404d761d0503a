package org.holdfast.core.signals;

import java.time.LocalDate;

/** Calendar quarters as numbers that rise by one. */
final class Quarter {
    private Quarter() {}

    static int of(LocalDate day) {
        return day.getYear() * 4 + (day.getMonthValue() - 1) / 3;
    }

    static LocalDate begin(int quarter) {
        return LocalDate.of(Math.floorDiv(quarter, 4), Math.floorMod(quarter, 4) * 3 + 1, 1);
    }
}
