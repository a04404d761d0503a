package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final List<UUID> people =
            LongStream.range(0, 4 * Batches.SIZE).mapToObj(i -> new UUID(1, i)).toList();

    @AfterEach
    void close() {
        workers.shutdownNow();
    }

    @Test
    void batchesAreWorkedOnSideBySideAndHandedOverInTheOrderOfThePeople() {
        CyclicBarrier both = new CyclicBarrier(2);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        List<UUID> handedOver = new ArrayList<>();

        new Batches(workers, 2)
                .inOrder(
                        people,
                        batch -> {
                            threads.add(Thread.currentThread());
                            await(both);
                            return batch;
                        },
                        handedOver::addAll);

        assertThat(handedOver).isEqualTo(people);
        assertThat(threads).hasSize(2).doesNotContain(Thread.currentThread());
    }

    @Test
    void aFailedBatchEndsTheRunWithItsOwnFailure() {
        List<UUID> handedOver = new ArrayList<>();

        assertThatThrownBy(() -> new Batches(workers, 2)
                        .inOrder(
                                people,
                                batch -> {
                                    if (batch.contains(people.get(Batches.SIZE))) {
                                        throw new IllegalStateException("the second batch");
                                    }
                                    return batch;
                                },
                                handedOver::addAll))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the second batch");

        assertThat(handedOver).isEqualTo(people.subList(0, Batches.SIZE));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("Nobody worked beside this batch", e);
        }
    }
}
