package org.holdfast.launcher.evaluate;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the command in the user's language; English where we do not speak it. */
final class EvaluateText {
    private static final String BUNDLE = "text/evaluate";

    private final Locale locale;
    private final ResourceBundle words;

    EvaluateText(Locale wanted) {
        this.locale = Locale.CHINESE.getLanguage().equals(wanted.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
        this.words = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                EvaluateText.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String get(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), locale).format(arguments);
    }

    Locale locale() {
        return locale;
    }
}
