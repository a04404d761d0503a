package org.holdfast.demo;

/** Rows of one CSV file as text (RFC 4180), collected until their person is complete. */
final class RowText {

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000};

    private final StringBuilder text = new StringBuilder();
    private long rows;
    private boolean inRow;

    /** Appends a field that may hold anything. */
    RowText add(String field) {
        separate();
        if (needsQuotes(field)) {
            text.append('"').append(field.replace("\"", "\"\"")).append('"');
        } else {
            text.append(field);
        }
        return this;
    }

    /** Appends fields that are known to need no quotes; commas separate them. */
    RowText raw(String fields) {
        separate();
        text.append(fields);
        return this;
    }

    RowText add(long field) {
        separate();
        text.append(field);
        return this;
    }

    /** Appends a number with at most four decimals, without trailing zeros. */
    RowText add(double field, int decimals) {
        separate();
        long scaled = Math.round(field * POWERS[decimals]);
        if (scaled < 0) {
            text.append('-');
            scaled = -scaled;
        }
        text.append(scaled / POWERS[decimals]);
        long fraction = scaled % POWERS[decimals];
        if (fraction != 0) {
            text.append('.');
            for (int place = decimals - 1; fraction != 0; place--) {
                text.append((char) ('0' + fraction / POWERS[place]));
                fraction %= POWERS[place];
            }
        }
        return this;
    }

    RowText skip(int fields) {
        for (int i = 0; i < fields; i++) {
            separate();
        }
        return this;
    }

    void end() {
        text.append("\r\n");
        rows++;
        inRow = false;
    }

    long rows() {
        return rows;
    }

    CharSequence text() {
        return text;
    }

    void clear() {
        text.setLength(0);
        rows = 0;
    }

    private void separate() {
        if (inRow) {
            text.append(',');
        }
        inRow = true;
    }

    private static boolean needsQuotes(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                return true;
            }
        }
        return false;
    }
}
