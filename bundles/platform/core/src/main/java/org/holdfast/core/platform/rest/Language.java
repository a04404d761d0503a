package org.holdfast.core.platform.rest;

import java.util.Locale;

/**
 * A language the server can speak.
 *
 * @param tag its BCP 47 tag, such as {@code zh}
 * @param name its name in itself
 * @param direction {@code ltr} or {@code rtl}
 */
public record Language(String tag, String name, String direction) {

    static Language of(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String name = locale.getDisplayName(locale);
        byte direction = name.isEmpty()
                ? Character.DIRECTIONALITY_LEFT_TO_RIGHT
                : Character.getDirectionality(name.codePointAt(0));
        boolean fromTheRight = direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        return new Language(tag, name, fromTheRight ? "rtl" : "ltr");
    }
}
