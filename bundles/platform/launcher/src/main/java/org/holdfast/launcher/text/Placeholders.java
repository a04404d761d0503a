package org.holdfast.launcher.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one syntax of places in texts, here, in the core, in the console and in bundles: <code>{0}</code>,
 * <code>{1}</code> and so on, and nothing else. Unlike {@link java.text.MessageFormat} it knows no quoting, so that an
 * apostrophe in a translation is an apostrophe, and it does not group digits, so that a port stays a port.
 */
public final class Placeholders {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d{1,2})}");

    private Placeholders() {}

    /**
     * Fills the places of a text. A place without a value stays as it is; a value is never looked at for places.
     *
     * @param text the text
     * @param values what replaces the places, by number
     * @return the filled text
     */
    public static String fill(String text, Object... values) {
        return PLACE.matcher(text).replaceAll(place -> {
            int number = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(number < values.length ? String.valueOf(values[number]) : place.group());
        });
    }
}
