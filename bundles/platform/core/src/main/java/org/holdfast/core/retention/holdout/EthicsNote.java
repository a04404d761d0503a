package org.holdfast.core.retention.holdout;

import java.util.List;
import java.util.stream.IntStream;
import org.holdfast.core.platform.rest.Texts;

/** What a hold-out means for people, in the reader's language. Whoever changes its meaning gives it the next version. */
final class EthicsNote {
    static final int VERSION = 1;

    private static final int LINES = 7;

    private EthicsNote() {}

    /** Returns the sentences of the note. */
    static List<String> lines(Texts texts, String language) {
        return IntStream.rangeClosed(1, LINES)
                .mapToObj(line -> texts.text(language, "holdout.note." + VERSION + '.' + line))
                .toList();
    }
}
