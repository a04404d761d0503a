package org.holdfast.launcher.text;

import java.io.PrintWriter;
import java.io.Writer;

/** Where a person reads what the launcher does, in that person's language. Each line is there at once. */
public final class Screen {
    private final PrintWriter out;
    private final Words words;

    /**
     * Creates a screen.
     *
     * @param out where the lines go
     * @param words the reader's language
     */
    public Screen(PrintWriter out, Words words) {
        this.out = out;
        this.words = words;
    }

    /**
     * Returns a screen in the same language that shows nothing.
     *
     * @return for commands whose output is read by a program
     */
    public Screen silent() {
        return new Screen(new PrintWriter(Writer.nullWriter()), words);
    }

    /**
     * Says a text.
     *
     * @param key its key
     * @param arguments what fills its places
     */
    public void say(String key, Object... arguments) {
        show(words.text(key, arguments));
    }

    /**
     * Tells a message.
     *
     * @param message what to tell
     */
    public void tell(Message message) {
        show(words.text(message));
    }

    /**
     * Shows what is data and no sentence: JSON, a path, a line of a table.
     *
     * @param data the data
     */
    public void show(Object data) {
        out.println(data);
        out.flush();
    }

    /**
     * Returns the language of this screen.
     *
     * @return the texts in it
     */
    public Words words() {
        return words;
    }
}
