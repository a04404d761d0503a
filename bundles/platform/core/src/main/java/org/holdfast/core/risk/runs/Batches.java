package org.holdfast.core.risk.runs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Cuts people into batches, works on some side by side and hands the results over on the calling thread, in the order of
 * the people, so that a run ends with the same state however many cores it had.
 */
final class Batches {
    static final int SIZE = 500;

    private final Executor workers;
    private final int sideBySide;

    /**
     * Creates it.
     *
     * @param workers does the work
     * @param sideBySide most batches in memory at a time
     */
    Batches(Executor workers, int sideBySide) {
        this.workers = workers;
        this.sideBySide = sideBySide;
    }

    <T> void inOrder(List<UUID> people, Function<List<UUID>, T> work, Consumer<T> result) {
        Deque<CompletableFuture<T>> underWay = new ArrayDeque<>();
        for (int from = 0; from < people.size(); from += SIZE) {
            List<UUID> batch = people.subList(from, Math.min(people.size(), from + SIZE));
            if (underWay.size() == sideBySide) {
                result.accept(done(underWay.remove()));
            }
            underWay.add(CompletableFuture.supplyAsync(() -> work.apply(batch), workers));
        }
        while (!underWay.isEmpty()) {
            result.accept(done(underWay.remove()));
        }
    }

    /** A failed batch ends the run with its own failure; those beside it come to nothing. */
    private static <T> T done(CompletableFuture<T> batch) {
        try {
            return batch.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
