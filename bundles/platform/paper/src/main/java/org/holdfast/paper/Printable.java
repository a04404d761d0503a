package org.holdfast.paper;

import java.util.regex.Pattern;

/** What of a text can stand on paper. */
final class Printable {
    /** What is neither a line break nor a character of XML 1.0 (section 2.2), and control characters that XML would take. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[^\\t\\n\\x20-\\x7E\\xA0-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private Printable() {}

    /** Returns the text with what cannot stand on paper (control characters, half surrogates) replaced by U+FFFD. */
    static String of(String text) {
        return UNPRINTABLE.matcher(text.replace("\r\n", "\n")).replaceAll("\uFFFD");
    }
}
