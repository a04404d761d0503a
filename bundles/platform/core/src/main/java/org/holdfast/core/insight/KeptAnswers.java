package org.holdfast.core.insight;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps answers that many ask for until something they were counted from changes; of many questions those asked longest ago are
 * forgotten. Whoever asks for what is being counted waits for it and is served the same; other questions do not wait for it. Safe for
 * use from many threads.
 *
 * @param <K> questions
 * @param <V> answers, which nobody changes
 */
public final class KeptAnswers<K, V> {
    private static final int MOST = 64;

    private final Map<K, Slot<V>> slots = new LinkedHashMap<>(16, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Slot<V>> eldest) {
            return size() > MOST;
        }
    };

    private record Kept<V>(Object standing, V answer) {}

    /** The place of one question: who counts holds it. */
    private static final class Slot<V> {
        private @Nullable Kept<V> kept;

        synchronized V of(Object standing, Supplier<V> count) {
            Kept<V> found = kept;
            if (found == null || !found.standing().equals(standing)) {
                found = new Kept<>(standing, count.get());
                kept = found;
            }
            return found.answer();
        }
    }

    /**
     * Returns an answer.
     *
     * @param question the question
     * @param standing differs once something differs that the answer is counted from; read before it is counted, so that what
     *     changes meanwhile is seen at the next look
     * @param count counts the answer
     * @return the answer as of a moment in which the standing was this
     */
    public V of(K question, Object standing, Supplier<V> count) {
        Slot<V> slot;
        synchronized (slots) {
            slot = slots.computeIfAbsent(question, any -> new Slot<>());
        }
        return slot.of(standing, count);
    }

    /** Drops all answers; what is being counted at this moment is not kept either. */
    public void forget() {
        synchronized (slots) {
            slots.clear();
        }
    }
}
