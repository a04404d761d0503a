package org.holdfast.core.offboarding.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.launcher.fixture.PostgresServer;
import org.junit.jupiter.api.Test;

/** The same on PostgreSQL, with many at once. */
class PostgresInterviewsTest {

    @Test
    void ofManyAtOnceOneWritesAndTheOthersAreTold() throws Exception {
        try (PostgresServer server = PostgresServer.start();
                InterviewRoom room = new InterviewRoom(LocalDatabase.at(server.freshDatabase(), PostgresServer.USER))) {
            assertThat(statuses(
                            4, () -> room.hr().call("PUT", room.path() + "/offer", "{\"version\":0,\"self\":true}")))
                    .containsExactlyInAnyOrder(200, 409, 409, 409);
            assertThat(statuses(
                            4,
                            () -> room.self()
                                    .call(
                                            "POST",
                                            "offboardings/own/exit-interview/answers",
                                            InterviewRoom.answers(1, UUID.randomUUID(), 3, ""))))
                    .containsOnlyOnce(200);
            assertThat(room.table.said(room.offboarding)).hasSize(1);
            assertThat(room.table.standing().get(room.offboarding).captured()).isTrue();
            assertThat(room.hr().call("GET", room.path(), "").text("state")).isEqualTo("held");
        }
    }

    private static List<Integer> statuses(int times, Callable<Reply> call) throws Exception {
        List<Callable<Reply>> calls = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            calls.add(call);
        }
        ExecutorService pool = Executors.newFixedThreadPool(times);
        try {
            List<Integer> found = new ArrayList<>();
            for (Future<Reply> one : pool.invokeAll(calls)) {
                found.add(one.get().status());
            }
            return found;
        } finally {
            pool.shutdown();
        }
    }
}
