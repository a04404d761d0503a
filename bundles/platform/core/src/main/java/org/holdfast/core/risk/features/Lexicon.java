package org.holdfast.core.risk.features;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.holdfast.api.industry.LexiconEntry;

/** Finds the phrases of an industry's lexicon in texts, whatever their case and width. Immutable. */
final class Lexicon {
    private final Map<String, List<Phrase>> bySignal = new HashMap<>();

    Lexicon(List<LexiconEntry> entries) {
        for (LexiconEntry entry : entries) {
            bySignal.computeIfAbsent(entry.signal(), signal -> new ArrayList<>())
                    .add(new Phrase(plain(entry.phrase()), entry.need()));
        }
    }

    /** How many different phrases stand in a text. */
    int hits(String signal, String text) {
        return (int) found(signal, text).count();
    }

    /** The needs the phrases in a text point to. */
    Set<String> needs(String signal, String text) {
        Set<String> needs = new LinkedHashSet<>();
        found(signal, text).map(Phrase::need).filter(need -> !need.isEmpty()).forEach(needs::add);
        return needs;
    }

    private java.util.stream.Stream<Phrase> found(String signal, String text) {
        List<Phrase> phrases = bySignal.getOrDefault(signal, List.of());
        if (text.isEmpty() || phrases.isEmpty()) {
            return java.util.stream.Stream.empty();
        }
        String plain = plain(text);
        return phrases.stream().filter(phrase -> plain.contains(phrase.words()));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private record Phrase(String words, String need) {}
}
