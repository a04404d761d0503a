package org.holdfast.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.BitSet;
import java.util.Optional;

/** What the font of papers can write: a character it has no glyph for would be an empty box. */
public final class PaperScript {
    private static final int RIGHT_TO_LEFT = Character.DIRECTIONALITY_RIGHT_TO_LEFT;
    private static final int ARABIC = Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;

    private PaperScript() {}

    /** Read when it is first asked for: it takes a while. */
    private static final class Glyphs {
        private static final BitSet KNOWN = read();

        private Glyphs() {}

        private static BitSet read() {
            try {
                return EmbeddedFont.characters();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Looks for what cannot be written.
     *
     * @param text what is to stand on a paper
     * @return the script of the first character that cannot be written; empty where all can
     */
    public static Optional<UnicodeScript> missing(String text) {
        return text.codePoints()
                .filter(one -> !written(one))
                .mapToObj(UnicodeScript::of)
                .findFirst();
    }

    private static boolean written(int character) {
        if (Character.isWhitespace(character)) {
            return true;
        }
        int direction = Character.getDirectionality(character);
        return direction != RIGHT_TO_LEFT && direction != ARABIC && Glyphs.KNOWN.get(character);
    }
}
