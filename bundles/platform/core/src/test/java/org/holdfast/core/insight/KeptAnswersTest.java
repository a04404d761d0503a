package org.holdfast.core.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What many ask for is counted once, and nobody waits for what others asked. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class KeptAnswersTest {
    private final KeptAnswers<String, Integer> answers = new KeptAnswers<>();
    private final AtomicInteger counted = new AtomicInteger();

    @Test
    void theSameIsCountedOnceUntilWhatItWasCountedFromDiffers() {
        assertThat(answers.of("group", 1, counted::incrementAndGet)).isEqualTo(1);
        assertThat(answers.of("group", 1, counted::incrementAndGet)).isEqualTo(1);
        assertThat(answers.of("group", 2, counted::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void aFirmDoesNotWaitForTheGroup() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Integer> group = CompletableFuture.supplyAsync(() -> answers.of("group", 1, () -> {
            begun.countDown();
            return waited(goOn);
        }));
        begun.await();

        assertThat(answers.of("firm", 1, () -> 7)).isEqualTo(7);

        goOn.countDown();
        assertThat(group.get()).isEqualTo(5);
    }

    @Test
    void whoAsksForTheSameMeanwhileIsServedWhatTheFirstHasCounted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> answers.of("group", 1, () -> {
            begun.countDown();
            return waited(goOn);
        }));
        begun.await();
        CompletableFuture<Integer> second =
                CompletableFuture.supplyAsync(() -> answers.of("group", 1, counted::incrementAndGet));

        goOn.countDown();

        assertThat(first.get()).isEqualTo(5);
        assertThat(second.get()).isEqualTo(5);
        assertThat(counted).hasValue(0);
    }

    @Test
    void whatIsForgottenIsCountedAnew() {
        answers.of("group", 1, counted::incrementAndGet);

        answers.forget();

        assertThat(answers.of("group", 1, counted::incrementAndGet)).isEqualTo(2);
    }

    private static int waited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 5;
    }
}
