package org.holdfast.connector.files;

/** Finds which of comma, semicolon and tab separates the cells of a header line. */
final class Delimiter {
    private static final String CANDIDATES = ",;\t";

    private Delimiter() {}

    /** Counts the candidates outside quotes in the first line that is not blank; the most frequent wins, else comma. */
    static char of(CharSequence start) {
        int[] counts = new int[CANDIDATES.length()];
        boolean quoted = false;
        boolean blank = true;
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && isLineEnd(c)) {
                if (!blank) {
                    break;
                }
            } else if (!quoted && CANDIDATES.indexOf(c) >= 0) {
                counts[CANDIDATES.indexOf(c)]++;
            }
            blank &= Character.isWhitespace(c);
        }
        return mostFrequent(counts);
    }

    static String nameOf(char delimiter) {
        return switch (delimiter) {
            case ';' -> "semicolon";
            case '\t' -> "tab";
            default -> "comma";
        };
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static char mostFrequent(int[] counts) {
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > counts[best]) {
                best = i;
            }
        }
        return CANDIDATES.charAt(best);
    }
}
