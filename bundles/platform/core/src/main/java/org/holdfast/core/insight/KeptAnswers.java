package org.holdfast.core.insight;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps answers that many ask for until something they were counted from changes; of many questions those asked longest ago are
 * forgotten. Answers are counted one after the other: whoever asks for the same meanwhile is served what the first has counted.
 * Safe for use from many threads.
 *
 * @param <K> questions
 * @param <V> answers, which nobody changes
 */
public final class KeptAnswers<K, V> {
    private static final int MOST = 64;

    private final Map<K, Kept<V>> kept = new LinkedHashMap<>(16, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
            return size() > MOST;
        }
    };

    private record Kept<V>(Object standing, V answer) {}

    /**
     * Returns an answer.
     *
     * @param question the question
     * @param standing differs once something differs that the answer is counted from; read before it is counted, so that what
     *     changes meanwhile is seen at the next look
     * @param count counts the answer
     * @return the answer as of a moment in which the standing was this
     */
    public synchronized V of(K question, Object standing, Supplier<V> count) {
        Kept<V> found = kept.get(question);
        if (found == null || !found.standing().equals(standing)) {
            found = new Kept<>(standing, count.get());
            kept.put(question, found);
        }
        return found.answer();
    }

    /** Drops all answers. */
    public synchronized void forget() {
        kept.clear();
    }
}
