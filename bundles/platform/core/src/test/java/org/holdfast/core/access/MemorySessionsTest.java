package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class MemorySessionsTest {
    private static final int ROUNDS = 300;

    private final MemorySessions sessions =
            new MemorySessions(Clock.systemUTC(), Duration.ofMinutes(30), Duration.ofHours(8));

    @Test
    void aSessionEndsHoweverBusyItIsAtThatMoment() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            UUID account = UUID.randomUUID();
            Session session = sessions.open(account, new Client("127.0.0.1", "test"));
            CountDownLatch busy = new CountDownLatch(50);
            Thread user = new Thread(() -> {
                while (sessions.find(session.id()).isPresent()
                        && !Thread.currentThread().isInterrupted()) {
                    busy.countDown();
                }
            });
            user.start();
            busy.await();

            sessions.closeAll(account);

            assertThat(sessions.find(session.id())).isEmpty();
            user.interrupt();
            user.join();
        }
    }
}
