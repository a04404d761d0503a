package org.holdfast.launcher.text;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the launcher and the command line in one language: English, Chinese, or what a language bundle brings.
 * What a language lacks is said in English. A resource bundle, so that picocli takes its descriptions from it, too.
 * Immutable.
 */
public final class Words extends ResourceBundle {
    private static final String COMMANDS = "text/launcher";
    private static final List<String> FILES =
            List.of(COMMANDS, "text/evaluate", "text/bundles", "text/keys", "text/https");
    private static final Words ENGLISH = new Words(Locale.ENGLISH, Words.class.getClassLoader());

    private final Locale language;
    private final List<ResourceBundle> files;

    private Words(Locale language, ClassLoader texts) {
        if (!Locale.ENGLISH.equals(language)) {
            setParent(ENGLISH);
        }
        this.language = language;
        this.files = FILES.stream()
                .filter(file -> isThere(file, language, texts))
                .map(file -> ResourceBundle.getBundle(
                        file,
                        language,
                        texts,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)))
                .toList();
    }

    private static boolean isThere(String file, Locale language, ClassLoader texts) {
        return texts.getResource(fileOf(file, language)) != null;
    }

    private static String fileOf(String name, Locale language) {
        return name + "_" + language.getLanguage() + ".properties";
    }

    /**
     * Returns the file in which a language bundle brings the texts of the command line.
     *
     * @param language the language
     * @return path in the bundle
     */
    public static String fileOf(Locale language) {
        return fileOf(COMMANDS, language);
    }

    /**
     * Returns the texts for a reader, of those that come with the launcher.
     *
     * @param wanted the reader's language
     * @return texts in that language, or in English where there are none in it
     */
    public static Words in(Locale wanted) {
        return in(wanted, Words.class.getClassLoader());
    }

    /**
     * Returns the texts for a reader.
     *
     * @param wanted the reader's language
     * @param texts where texts are found
     * @return texts in that language, or in English where there are none in it
     */
    public static Words in(Locale wanted, ClassLoader texts) {
        Locale language = Locale.forLanguageTag(wanted.getLanguage());
        return isThere(COMMANDS, language, texts) ? new Words(language, texts) : ENGLISH;
    }

    /**
     * Returns the English texts, which the log is written in.
     *
     * @return texts in English
     */
    public static Words english() {
        return ENGLISH;
    }

    @Override
    public Locale getLocale() {
        return language;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return files.stream()
                .filter(file -> file.containsKey(key))
                .findFirst()
                .map(file -> file.getString(key))
                .orElse(null);
    }

    @Override
    public Enumeration<String> getKeys() {
        Set<String> keys = parent == null ? new TreeSet<>() : new TreeSet<>(parent.keySet());
        files.forEach(file -> keys.addAll(file.keySet()));
        return Collections.enumeration(keys);
    }

    /**
     * Returns a text with its places filled.
     *
     * @param key its key
     * @param arguments what fills its places; a {@link Message} is said in the same language
     * @return the text, or the key where there is none: what a failure has to say must not end in another failure
     */
    public String text(String key, Object... arguments) {
        Object[] said = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            said[i] = arguments[i] instanceof Message message ? text(message) : arguments[i];
        }
        return Placeholders.fill(containsKey(key) ? getString(key) : key, said);
    }

    /**
     * Says a message.
     *
     * @param message what to say
     * @return its text
     */
    public String text(Message message) {
        return text(message.key(), message.arguments().toArray());
    }
}
