package org.holdfast.launcher.text;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Finds out in which language the reader of the command line wants to be spoken to. */
public final class ReaderLanguage {
    /** Our own variable, for those whose terminal speaks another language than they do. */
    public static final String VARIABLE = "HOLDFAST_LANG";

    private ReaderLanguage() {}

    /**
     * Reads the language from the environment.
     *
     * @param environment environment variables; the first that is set of {@value #VARIABLE}, {@code LC_ALL}, {@code
     *     LC_MESSAGES} and {@code LANG} counts
     * @return the language, English where none is set or it names no language
     */
    public static Locale of(Map<String, String> environment) {
        return Stream.of(VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(ReaderLanguage::locale)
                .filter(locale -> locale.getLanguage().matches("[a-z]{2,3}"))
                .orElse(Locale.ENGLISH);
    }

    /** Turns {@code zh_CN.UTF-8} or {@code zh-CN} into a locale; {@code C} and {@code POSIX} name no language. */
    private static Locale locale(String value) {
        return Locale.forLanguageTag(value.split("[.@]", 2)[0].replace('_', '-'));
    }
}
