package org.holdfast.launcher.text;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of the launcher and the command line in one language. They are there before the first bundle is, so they
 * are in English and Chinese only; a reader of another language is answered in English. Immutable.
 */
public final class Words {
    /** Base name of the texts of the command line, as {@link ResourceBundle} takes it. */
    public static final String COMMANDS = "text/launcher";

    private static final List<String> FILES = List.of(COMMANDS, "text/evaluate");
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private final Locale language;
    private final List<ResourceBundle> files;

    private Words(Locale language) {
        this.language = language;
        this.files = FILES.stream().map(file -> file(file, language)).toList();
    }

    private static ResourceBundle file(String name, Locale language) {
        return ResourceBundle.getBundle(
                name,
                language,
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * Returns the texts for a reader.
     *
     * @param wanted the reader's language
     * @return texts in that language, or in English where there are none in it
     */
    public static Words in(Locale wanted) {
        return Locale.CHINESE.getLanguage().equals(wanted.getLanguage()) ? new Words(Locale.CHINESE) : ENGLISH;
    }

    /**
     * Returns the English texts, which the log is written in.
     *
     * @return texts in English
     */
    public static Words english() {
        return ENGLISH;
    }

    /**
     * Returns the language of these texts.
     *
     * @return English or Chinese
     */
    public Locale language() {
        return language;
    }

    /**
     * Returns the texts of the command line as picocli takes them.
     *
     * @return the descriptions of commands and options among others
     */
    public ResourceBundle commands() {
        return files.get(0);
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
        return Placeholders.fill(pattern(key), said);
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

    private String pattern(String key) {
        return files.stream()
                .filter(file -> file.containsKey(key))
                .findFirst()
                .map(file -> file.getString(key))
                .orElse(key);
    }
}
