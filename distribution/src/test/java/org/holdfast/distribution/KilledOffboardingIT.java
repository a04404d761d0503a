package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.holdfast.distribution.DemoServer.Call;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Power cuts in the middle of offboarding cases: each case is cut off at a random moment, goes on after the restart, and ends up where
 * one goes that nobody cut off. How many is said by the system property {@code holdfast.kills}; each takes half a minute, so none is
 * where nobody asks for it.
 */
@ExtendWith(SharedDemo.class)
@Order(Integer.MAX_VALUE - 12)
class KilledOffboardingIT {
    private static final int KILLS = Integer.getInteger("holdfast.kills", 0);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HR = "groupHr";
    private static final String FIRM = "CUT";
    /** Accounts are looked at every 20 seconds. */
    private static final long ROUND_MS = 22_000;
    /** What a cut-off attempt held comes again after three minutes. */
    private static final Duration ACCOUNTS_WITHIN = Duration.ofMinutes(8);

    private final DemoServer server;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    KilledOffboardingIT(DemoServer server) {
        this.server = server;
    }

    @Test
    void powerCutsLoseNoTaskDoubleNoneAndEndEachAccountOnce() throws Exception {
        assumeTrue(KILLS > 0, "asked for by -Dholdfast.kills=50");
        List<JsonNode> people = people();
        try (SlowAccounts accounts = new SlowAccounts()) {
            people.forEach(person -> accounts.add(person.path("employeeNo").asText()));
            register(accounts, people.get(0).path("subsidiaryId").asText());
            long begun = System.nanoTime();
            List<String> whole = goneThrough(begin(people.get(0)));
            long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            assertThat(whole).hasSizeGreaterThan(5);

            for (JsonNode person : people.subList(1, people.size())) {
                String cutOff = killed(person, random.nextLong(tookMs + (random.nextBoolean() ? ROUND_MS : 0)));
                assertThat(goneThrough(cutOff)).as("seed %d", seed).isEqualTo(whole);
            }

            await().atMost(ACCOUNTS_WITHIN)
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> accounts.living().isEmpty());
            assertThat(accounts.keys())
                    .as("seed %d", seed)
                    .hasSize(people.size())
                    .allSatisfy((number, keys) -> assertThat(keys).hasSize(1).doesNotContain("null"));
        }
    }

    /** Begins a case, does its tasks, and is cut off so many milliseconds later; returns the case. */
    private String killed(JsonNode person, long afterMs) throws IOException, InterruptedException {
        String id = UUID.randomUUID().toString();
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> goneThrough(begin(person, id)));
        Executor moment = CompletableFuture.delayedExecutor(afterMs, TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(() -> {}, moment).join();
        server.kill();
        try {
            work.join();
        } catch (CompletionException e) {
            assertThat(e).hasRootCauseInstanceOf(IOException.class);
        }
        server.startAgain();
        // What was sent before the cut may have begun it, or not: the same key again begins it once.
        return begin(person, id);
    }

    private String begin(JsonNode person) {
        return begin(person, UUID.randomUUID().toString());
    }

    private String begin(JsonNode person, String key) {
        LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
        ObjectNode fields = JSON.createObjectNode()
                .put("key", key)
                .put("employeeId", person.path("id").asText())
                .put("kind", "agreementByEmployer")
                .put("noticeOn", yesterday.minusDays(5).toString())
                .put("lastDay", yesterday.toString());
        fields.putObject("evidence")
                .put("reference", "agreement 2026/11")
                .put("on", yesterday.minusDays(5).toString());
        JsonNode begun = server.post(HR, "/api/v1/offboardings", fields.toString());
        assertThat(begun.path("id").asText()).as("%s", begun).isEqualTo(key);
        return key;
    }

    /** Does every task that can be done, until none is left that can; returns what the case came to. */
    private List<String> goneThrough(String id) {
        Set<String> refused = new HashSet<>();
        while (true) {
            JsonNode one = server.get(HR, "/api/v1/offboardings/" + id);
            Optional<JsonNode> next = StreamSupport.stream(one.path("tasks").spliterator(), false)
                    .filter(task -> task.path("mayDo").booleanValue())
                    .filter(task -> !refused.contains(task.path("id").asText()))
                    .findFirst();
            if (next.isEmpty()) {
                return standing(one);
            }
            if (!done(id, next.get())) {
                refused.add(next.get().path("id").asText());
            }
        }
    }

    /** All tasks with their states, and all that was done, each as often as it is there. */
    private static List<String> standing(JsonNode one) {
        List<String> lines = new ArrayList<>();
        one.path("tasks")
                .forEach(task -> lines.add(
                        task.path("node").asText() + ' ' + task.path("state").asText()));
        for (JsonNode entry : one.path("history")) {
            String what = entry.path("what").asText();
            if (what.equals("started") || what.equals("taskDone")) {
                lines.add(what
                        + ' '
                        + entry.path("step").asText()
                        + ' '
                        + entry.path("office").asText());
            }
        }
        return lines.stream().sorted().toList();
    }

    private boolean done(String id, JsonNode task) {
        List<String> outcomes = new ArrayList<>();
        task.path("outcomes").forEach(outcome -> outcomes.add(outcome.asText()));
        String outcome = outcomes.contains("approved") ? "approved" : outcomes.get(0);
        String body = JSON.createObjectNode().put("outcome", outcome).toString();
        int status = server.send(
                        server.caller(HR),
                        Call.post(
                                "/api/v1/offboardings/" + id + "/tasks/"
                                        + task.path("id").asText(),
                                body))
                .statusCode();
        return status < 300;
    }

    /** Who leaves, of a firm in which nobody has a superior: one whom nobody cuts off, and one for each cut. */
    private List<JsonNode> people() {
        StringBuilder rows = new StringBuilder("employee_no,name,subsidiary,department,position,position_family,"
                + "hire_date,birth_date,gender,status\n");
        for (int i = 0; i <= KILLS; i++) {
            rows.append("%s-%d,Qiu %d,%s,D,Fitter,production,2019-03-01,1988-05-11,female,active%n"
                    .formatted(FIRM, i, i, FIRM));
        }
        imported(
                "subsidiaries.csv",
                "code,name,country,industry,timezone,language,sandbox\n" + FIRM + "," + FIRM
                        + ",CN,manufacturing,Asia/Shanghai,zh,1\n");
        imported("departments.csv", "code,name,parent_code,subsidiary,level,region\nD,Works,," + FIRM + ",division,\n");
        imported("employees.csv", rows.toString());
        List<JsonNode> found = new ArrayList<>();
        for (int i = 0; i <= KILLS; i++) {
            found.add(server.get(HR, "/api/v1/employees?employeeNo=" + FIRM + "-" + i)
                    .path("items")
                    .get(0));
        }
        return found;
    }

    private void imported(String name, String content) {
        JsonNode ended = new Uploads(server).imported(name, content.getBytes(StandardCharsets.UTF_8));
        assertThat(ended.path("rejected").asInt()).as("%s", ended).isZero();
    }

    private void register(SlowAccounts accounts, String subsidiaryId) {
        ObjectNode system = JSON.createObjectNode()
                .put("subsidiaryId", subsidiaryId)
                .put("code", "slow-accounts")
                .put("connector", "scim")
                .put("name", "Slow accounts");
        system.set("values", JSON.valueToTree(Map.of("address", accounts.address(), "token", SlowAccounts.TOKEN)));
        JsonNode put = server.json(server.send(
                server.caller("systemAdmin"),
                new Call(
                        "PUT", "/api/v1/account-systems/" + UUID.randomUUID(), "application/json", system.toString())));
        assertThat(put.path("code").asText()).as("%s", put).isEqualTo("slow-accounts");
    }
}
