package org.holdfast.core.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Days and moments as people write them in files. */
final class Days {
    /** Years before are wrong cells, years after, too. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2200;

    /** Day zero of a spreadsheet that counts 1900 as a leap year. */
    private static final LocalDate SPREADSHEET_ZERO = LocalDate.of(1899, 12, 30);

    private static final Pattern PARTS =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]00:00(?::00(?:\\.0+)?)?)?");
    private static final Pattern SERIAL = Pattern.compile("([1-9]\\d{4})(?:\\.0+)?");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Days() {}

    static Optional<LocalDate> parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (parts.matches()) {
            return day(number(parts, 1), number(parts, 2), number(parts, 3));
        }
        Matcher serial = SERIAL.matcher(text);
        if (serial.matches()) {
            return Optional.of(SPREADSHEET_ZERO.plusDays(number(serial, 1)));
        }
        return Optional.empty();
    }

    static Optional<Instant> parseMoment(String text, ZoneId zone) {
        Optional<LocalDate> day = parse(text);
        if (day.isPresent()) {
            return day.map(date -> date.atStartOfDay(zone).toInstant());
        }
        String iso = text.replace('/', '-').replaceFirst(" ", "T");
        try {
            return Optional.of(OffsetDateTime.parse(iso).toInstant()).filter(Days::plausible);
        } catch (DateTimeParseException notWithOffset) {
            return local(iso, zone);
        }
    }

    static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    private static Optional<Instant> local(String iso, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(iso).atZone(zone).toInstant())
                    .filter(Days::plausible);
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }

    private static boolean plausible(Instant moment) {
        int year = moment.atZone(ZoneOffset.UTC).getYear();
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static Optional<LocalDate> day(int year, int month, int dayOfMonth) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, dayOfMonth));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
