package org.holdfast.core.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A row on its way in: its cells by column, and what was found wrong with it. For one thread. */
final class Cells {
    private static final int LONGEST_WORD = 200;
    private static final double LARGEST = 1e12;

    private final long line;
    private final List<String> original;
    private final Map<String, String> byColumn;
    private final List<Problem> problems = new ArrayList<>(0);

    Cells(long line, List<String> original, Map<String, String> byColumn) {
        this.line = line;
        this.original = original;
        this.byColumn = byColumn;
    }

    long line() {
        return line;
    }

    List<String> original() {
        return original;
    }

    List<Problem> problems() {
        return problems;
    }

    boolean good() {
        return problems.isEmpty();
    }

    void problem(String column, String code) {
        problems.add(new Problem(column, code));
    }

    /** Returns a cell's text without blanks around it, empty where there is none. */
    String text(String column) {
        return byColumn.getOrDefault(column, "").strip();
    }

    /** Returns a short text; one that is too long or holds control characters is a problem. */
    String word(String column) {
        String text = text(column);
        if (text.length() > LONGEST_WORD) {
            problem(column, "tooLong");
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            problem(column, "controlCharacter");
        }
        return text;
    }

    /** Returns a word of at most some characters. */
    String word(String column, int longest) {
        String text = word(column);
        if (text.length() > longest && text.length() <= LONGEST_WORD) {
            problem(column, "tooLong");
        }
        return text;
    }

    String required(String column, int longest) {
        String text = word(column, longest);
        if (text.isEmpty()) {
            problem(column, "missing");
        }
        return text;
    }

    /** Returns one of some words, or the first of them where the cell is empty. */
    String oneOf(String column, List<String> words) {
        String text = text(column);
        if (text.isEmpty()) {
            return words.get(0);
        }
        if (!words.contains(text)) {
            problem(column, "notOneOf");
        }
        return text;
    }

    boolean flag(String column) {
        return oneOf(column, List.of("0", "1")).equals("1");
    }

    OptionalDouble number(String column, double lowest, double highest) {
        String text = text(column);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(text.replace(",", ""));
            if (!Double.isFinite(number) || !text.matches("[-+0-9.,eE]+")) {
                problem(column, "notANumber");
            } else if (number < lowest || number > highest) {
                problem(column, "outOfRange");
            } else {
                return OptionalDouble.of(number);
            }
        } catch (NumberFormatException e) {
            problem(column, "notANumber");
        }
        return OptionalDouble.empty();
    }

    OptionalDouble amount(String column) {
        return number(column, 0, LARGEST);
    }

    String currency(boolean needed) {
        String text = text("currency").toUpperCase(Locale.ROOT);
        if (text.isEmpty() ? needed : !Days.isCurrency(text)) {
            problem("currency", text.isEmpty() ? "missing" : "notACurrency");
        }
        return text;
    }

    @Nullable
    LocalDate day(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        LocalDate day = Days.parse(text).orElse(null);
        if (day == null) {
            problem(column, "notADate");
        }
        return day;
    }

    /** Returns a day that has to be there; the first of 1970 where it is not, and then a problem is noted. */
    LocalDate requiredDay(String column) {
        LocalDate day = day(column);
        if (day == null) {
            if (text(column).isEmpty()) {
                problem(column, "missing");
            }
            return LocalDate.EPOCH;
        }
        return day;
    }

    /** Returns when the firm knew the row, null where the file does not say. */
    @Nullable
    Instant knownAt(ZoneId zone, Instant now) {
        String text = text(Columns.KNOWN_AT);
        if (text.isEmpty()) {
            return null;
        }
        Instant moment = Days.parseMoment(text, zone).orElse(null);
        if (moment == null) {
            problem(Columns.KNOWN_AT, "notAMoment");
        } else if (moment.isAfter(now.plusSeconds(86_400))) {
            problem(Columns.KNOWN_AT, "inTheFuture");
        }
        return moment;
    }
}
