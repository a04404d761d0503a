package org.holdfast.connector.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes the numbers of a spreadsheet as text: without exponent and superfluous zeros, dates as ISO 8601. */
final class NumberText {
    private static final int LONGEST = 40;
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,17}");
    private static final int SECONDS_A_DAY = 86_400;
    /** 31 December 9999, the last day a spreadsheet knows. */
    private static final double LAST_DAY = 2_958_465;

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    /** Spreadsheets hold 29 February 1900 for a day; before it, days count from one day later. */
    private static final int DAY_THAT_NEVER_WAS = 60;

    private NumberText() {}

    /** Returns the shortest text that stands for the same number; empty where it is none. */
    static Optional<String> ofNumber(String stored) {
        if (WHOLE.matcher(stored).matches()) {
            return Optional.of(stored);
        }
        if (!isNumber(stored)) {
            return Optional.empty();
        }
        double number = Double.parseDouble(stored);
        if (Double.isInfinite(number)) {
            return Optional.empty();
        }
        // Stored with 17 digits, 0.29 reads 0.28999999999999998: the shortest form of the double is what was typed.
        BigDecimal shortest = BigDecimal.valueOf(number).stripTrailingZeros();
        return Optional.of(shortest.signum() == 0 ? "0" : shortest.toPlainString());
    }

    /** Returns a day, a moment or, below one day, a time; empty where the number is no date. */
    static Optional<String> ofDate(String stored, boolean from1904) {
        if (!isNumber(stored)) {
            return Optional.empty();
        }
        double serial = Double.parseDouble(stored);
        if (!(serial >= 0 && serial < LAST_DAY + 1)) {
            return Optional.empty();
        }
        long seconds = Math.round(serial * SECONDS_A_DAY);
        long day = seconds / SECONDS_A_DAY;
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_A_DAY);
        if (day == 0 && !from1904) {
            return Optional.of(time.format(DateTimeFormatter.ISO_LOCAL_TIME));
        }
        if (day == DAY_THAT_NEVER_WAS && !from1904) {
            return Optional.empty();
        }
        LocalDate date = dateOf(day, from1904);
        return Optional.of(
                time.equals(LocalTime.MIDNIGHT)
                        ? date.toString()
                        : LocalDateTime.of(date, time).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
    }

    private static boolean isNumber(String stored) {
        return stored.length() <= LONGEST && NUMBER.matcher(stored).matches();
    }

    private static LocalDate dateOf(long day, boolean from1904) {
        if (from1904) {
            return EPOCH_1904.plusDays(day);
        }
        return EPOCH_1900.plusDays(day < DAY_THAT_NEVER_WAS ? day + 1 : day);
    }
}
