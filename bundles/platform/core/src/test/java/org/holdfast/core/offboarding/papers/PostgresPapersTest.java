package org.holdfast.core.offboarding.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.launcher.fixture.PostgresServer;
import org.junit.jupiter.api.Test;

/** The same on PostgreSQL, where a constraint that is violated ends the transaction. */
class PostgresPapersTest {

    @Test
    void papersAreIssuedAtOnceCorrectedAndNoted() throws Exception {
        try (PostgresServer server = PostgresServer.start();
                PaperRoom room = new PaperRoom(LocalDatabase.at(server.freshDatabase(), PostgresServer.USER))) {
            room.sealed();
            List<Callable<Reply>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String path = "offboardings/" + room.anotherLeaves() + "/certificate";
                String body = "{\"key\":\"" + UUID.randomUUID() + "\",\"languages\":[\"en\"]}";
                calls.add(() -> room.hr().call("POST", path, body));
            }
            ExecutorService pool = Executors.newFixedThreadPool(4);
            Set<String> numbers = new HashSet<>();
            for (Future<Reply> one : pool.invokeAll(calls)) {
                numbers.add(one.get().text("papers.0.number"));
            }
            pool.shutdown();
            assertThat(numbers)
                    .containsExactlyInAnyOrder("S1-2026-0001", "S1-2026-0002", "S1-2026-0003", "S1-2026-0004");

            UUID key = UUID.randomUUID();
            Reply first = room.issue(key, "");
            assertThat(room.issue(key, "").text("papers.0.sha256")).isEqualTo(first.text("papers.0.sha256"));
            assertThat(room.issue("").status()).isEqualTo(409);
            Reply second = room.issue(",\"replaces\":\"" + key + "\"");
            assertThat(second.text("papers.0.number")).as(second.body()).isEqualTo("S1-2026-0006");
            assertThat(room.file(second, 1)).isEqualTo(room.file(first, 0));
            String none = "{\"state\":\"none\",\"reason\":\"x\"}";
            assertThat(room.hr()
                            .call(
                                    "PUT",
                                    "offboardings/" + room.offboarding + "/transfer",
                                    "{\"version\":0,\"archive\":" + none + ",\"insurance\":" + none + "}")
                            .text("done"))
                    .isEqualTo("true");
            assertThat(room.transferTable.done()).containsExactly(room.offboarding);
        }
    }
}
