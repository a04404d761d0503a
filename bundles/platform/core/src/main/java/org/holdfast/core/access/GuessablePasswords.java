package org.holdfast.core.access;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Which passwords somebody finds who guesses from lists: the 30,000 most frequent leaked ones, names and frequent words of
 * English, frequent words of Chinese in pinyin, our own list; with letters swapped for digits, repeated, put together, as
 * dates and as walks over a keyboard. By zxcvbn (Wheeler, USENIX Security 2016), which counts the guesses.
 */
final class GuessablePasswords {
    /** Below this many guesses a stolen hash is opened within days; zxcvbn gives its best score, 4, from here on. */
    private static final double ENOUGH_GUESSES = 1e10;

    /** The work grows with the square of the length, and what is left out can only make a password better. */
    private static final int READ = 64;

    boolean holds(String password) {
        String read = password.length() > READ ? password.substring(0, READ) : password;
        return Lists.GUESSER.measure(read).getGuesses() < ENOUGH_GUESSES;
    }

    /** Loaded when the first password is checked, not at every start. */
    private static final class Lists {
        static final Zxcvbn GUESSER = guesser();

        private static Zxcvbn guesser() {
            try {
                return new ZxcvbnBuilder()
                        .dictionaries(StandardDictionaries.loadAllDictionaries())
                        .dictionary(own("well-known-passwords"))
                        .dictionary(own("pinyin-words"))
                        .keyboards(StandardKeyboards.loadAllKeyboards())
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException("The lists of well-known passwords cannot be read", e);
            }
        }

        /** A word a line, the most frequent first; lines with # are notes. */
        private static Dictionary own(String name) throws IOException {
            try (InputStream in = GuessablePasswords.class.getResourceAsStream(name + ".txt")) {
                if (in == null) {
                    throw new IOException("There is no list " + name);
                }
                List<String> words = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList();
                return new Dictionary(name, words);
            }
        }
    }
}
