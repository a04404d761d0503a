package org.holdfast.core.offboarding.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.api.HoldfastException;
import org.holdfast.core.platform.rest.RestException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run opens each task once, in whatever order people work, and loses none when two act at once or the server ends. */
class FlowRunsTest {
    private static FlowWorld world;

    @BeforeAll
    static void open() {
        world = new FlowWorld();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void begin() {
        world.useShipped("node-approval");
        world.clock.set("2026-03-02T01:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"node-approval", "parallel"})
    void bothShippedFlowsComeToTheirEndInEveryOrder(String key) {
        world.useShipped(key);
        Random orders = new Random(7);
        for (int i = 0; i < 40; i++) {
            UUID one = world.started();
            List<String> done = new ArrayList<>();
            while (!world.told.open(one).isEmpty()) {
                List<FlowTask> open = List.copyOf(world.told.open(one).values());
                FlowTask next = open.get(orders.nextInt(open.size()));
                done.add(next.node());
                world.complete(one, next.node());
            }
            assertThat(world.told.ended).endsWith(one);
            assertThat(done)
                    .doesNotHaveDuplicates()
                    .startsWith("department-approval")
                    .contains("accounts", "assets", "settlement", "handover")
                    .containsSubsequence("hr-approval", "certificate", "file-transfer");
            assertThat(world.runs.state(one).course()).isEqualTo(RunState.Course.ENDED);
        }
    }

    @Test
    void aReturnedRequestComesBack() {
        UUID one = world.started();
        FlowTask first = world.told.open(one).get("department-approval");

        assertThat(first.outcomes()).containsExactlyInAnyOrder("approved", "returned");
        assertThat(first.dueHours()).isEqualTo(16);
        world.runs.complete(first.id(), "returned");
        assertThat(world.told.open(one)).containsOnlyKeys("revision");
        world.complete(one, "revision");
        FlowTask again = world.told.open(one).get("department-approval");
        assertThat(again.id()).isNotEqualTo(first.id());
        world.runs.complete(again.id(), "approved");
        assertThat(world.told.open(one)).containsOnlyKeys("it-check");
    }

    @Test
    void oneDepartmentThatWaitsHoldsUpNoOther() {
        world.useShipped("parallel");
        UUID one = world.started();
        world.complete(one, "department-approval");

        assertThat(world.told.open(one).keySet())
                .isEqualTo(Set.of("handover", "accounts", "assets", "settlement", "exit-interview", "hr-approval"));
        world.complete(one, "accounts");
        world.complete(one, "settlement");
        assertThat(world.told.open(one).keySet())
                .isEqualTo(Set.of("handover", "assets", "exit-interview", "hr-approval"));
        assertThat(world.node(one, "assets").progress()).isEqualTo(RunState.Progress.ACTIVE);
        assertThat(world.node(one, "accounts").progress()).isEqualTo(RunState.Progress.DONE);
        assertThat(world.node(one, "certificate").progress()).isEqualTo(RunState.Progress.WAITING);
    }

    @Test
    void theSecondWhoCompletesATaskIsToldSo() {
        UUID one = world.started();
        String task = world.told.open(one).get("department-approval").id();
        world.runs.complete(task, "approved");

        refused(() -> world.runs.complete(task, "approved"), FlowError.FLOW_TASK_CLOSED);
        refused(() -> world.runs.complete("no-such-task", "approved"), FlowError.FLOW_TASK_CLOSED);
        assertThat(world.told.open(one)).containsOnlyKeys("it-check");
    }

    @Test
    void anOutcomeTheTaskDoesNotKnowIsRefusedAndChangesNothing() {
        UUID one = world.started();
        String task = world.told.open(one).get("department-approval").id();

        refused(() -> world.runs.complete(task, "done"), FlowError.FLOW_OUTCOME);
        refused(() -> world.runs.complete(task, "${approved}"), FlowError.FLOW_OUTCOME);
        assertThat(world.told.open(one)).containsOnlyKeys("department-approval");
    }

    @Test
    void twoAtTheSameMomentCompleteATaskOnce() throws Exception {
        for (int i = 0; i < 10; i++) {
            UUID one = world.started();
            String task = world.told.open(one).get("department-approval").id();
            List<Boolean> done = together(
                    () -> succeeds(() -> world.runs.complete(task, "approved")),
                    () -> succeeds(() -> world.runs.complete(task, "approved")));

            assertThat(done).containsExactlyInAnyOrder(true, false);
            assertThat(world.told.open(one)).containsOnlyKeys("it-check");
        }
    }

    @Test
    void theLastTwoBranchesAtTheSameMomentJoinOnce() throws Exception {
        for (int i = 0; i < 10; i++) {
            UUID one = world.started();
            for (String node : List.of(
                    "department-approval",
                    "it-check",
                    "finance-check",
                    "hr-approval",
                    "handover",
                    "settlement",
                    "certificate",
                    "file-transfer")) {
                world.complete(one, node);
            }
            String accounts = world.told.open(one).get("accounts").id();
            String assets = world.told.open(one).get("assets").id();
            List<Boolean> done = together(
                    () -> succeeds(() -> world.runs.complete(accounts, "done")),
                    () -> succeeds(() -> world.runs.complete(assets, "done")));

            assertThat(done).containsExactly(true, true);
            assertThat(world.told.open(one)).isEmpty();
            assertThat(world.told.ended).containsOnlyOnce(one);
        }
    }

    @Test
    void aRunCanBeCancelledAtEachNodeAndStartedAnew() {
        world.useShipped("parallel");
        for (int steps = 0; steps < 9; steps++) {
            UUID one = world.started();
            for (int i = 0; i < steps && !world.told.open(one).isEmpty(); i++) {
                world.complete(one, world.told.open(one).keySet().iterator().next());
            }
            List<String> open =
                    world.told.open(one).values().stream().map(FlowTask::id).toList();
            world.runs.cancel(one);

            assertThat(world.told.open(one)).isEmpty();
            assertThat(world.told.cancelled).containsAll(open);
            assertThat(world.told.ended).doesNotContain(one);
            RunState state = world.runs.state(one);
            assertThat(state.course()).isEqualTo(RunState.Course.CANCELLED);
            assertThat(state.nodes()).noneMatch(node -> node.progress() == RunState.Progress.ACTIVE);
            world.runs.cancel(one);
            refused(() -> world.runs.complete(open.get(0), "done"), FlowError.FLOW_TASK_CLOSED);
            world.runs.start(FlowWorld.FIRM, one);
            assertThat(world.told.open(one)).containsOnlyKeys("department-approval");
        }
    }

    @Test
    void anOffboardingHasOneRun() {
        UUID one = world.started();

        refused(() -> world.runs.start(FlowWorld.FIRM, one), FlowError.FLOW_RUNNING);
        assertThatThrownBy(() -> world.runs.start("nowhere", UUID.randomUUID())).isInstanceOf(RestException.class);
        world.runs.cancel(UUID.randomUUID());
        assertThatThrownBy(() -> world.runs.state(UUID.randomUUID())).isInstanceOf(RestException.class);
    }

    @Test
    void whatFailsAfterwardsTakesTheStepBack() {
        UUID one = world.started();
        String task = world.told.open(one).get("department-approval").id();

        assertThatThrownBy(() -> world.database.run(connection -> {
                    world.runs.complete(task, "approved");
                    throw new IllegalStateException("the case could not be written");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(world.node(one, "department-approval").progress()).isEqualTo(RunState.Progress.ACTIVE);
        world.runs.complete(task, "approved");
        assertThat(world.node(one, "it-check").progress()).isEqualTo(RunState.Progress.ACTIVE);
    }

    @Test
    void aRunSurvivesTheServer() {
        UUID one = world.started();
        world.complete(one, "department-approval");
        world.clock.set("2026-03-03T01:00:00Z");
        world.restarted();

        assertThat(world.node(one, "department-approval").progress()).isEqualTo(RunState.Progress.DONE);
        assertThat(world.node(one, "department-approval").since()).isEqualTo("2026-03-02T01:00:00Z");
        world.complete(one, "it-check");
        assertThat(world.node(one, "it-check").until()).isEqualTo("2026-03-03T01:00:00Z");
        assertThat(world.told.open(one)).containsOnlyKeys("finance-check");
    }

    @Test
    void runsUnderWayStayOnTheirVersion() throws Exception {
        FlowVersion first = world.use(own("short", "general"));
        UUID before = world.started();
        FlowVersion second = world.use(own("short", "hr-approval"));
        UUID after = world.started();

        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(world.runs.state(before).version()).isEqualTo(1);
        assertThat(world.runs.state(after).version()).isEqualTo(2);
        assertThat(world.runs.diagram(before)).contains("\"general\"").doesNotContain("\"hr-approval\"");
        finish(before);
        finish(after);
        assertThat(world.told.ended).contains(before, after);
        assertThat(world.runs.state(before).nodes())
                .extracting(RunState.Node::id)
                .doesNotContain("hr-approval");
    }

    @Test
    void aTimerComesOnceAndAtItsTime() {
        FlowText flow = own("timed", "general")
                .task("escalation", "general", "legal")
                .node("endEvent", "told")
                .timer("late", "assets", false, "PT8H")
                .way("late", "escalation", "told");
        world.use(flow);
        UUID one = world.started();
        while (!world.told.open(one).containsKey("assets")) {
            world.complete(one, world.told.open(one).keySet().iterator().next());
        }
        world.timers().run(FlowTimers.ALL);
        assertThat(world.told.open(one)).containsOnlyKeys("assets");

        world.clock.set("2026-03-02T09:00:01Z");
        RunTable.Due due = world.runTable.due(world.clock.instant()).get(0);
        world.timers().run(FlowTimers.ALL);
        world.runs.fire(due);
        world.timers().run(FlowTimers.ALL);

        assertThat(world.told.open(one)).containsOnlyKeys("assets", "escalation");
        assertThat(world.node(one, "late").progress()).isEqualTo(RunState.Progress.DONE);
        world.complete(one, "assets");
        assertThat(world.told.ended).doesNotContain(one);
        finish(one);
        assertThat(world.told.ended).contains(one);
    }

    @Test
    void aTimerThatTakesAnotherWayClosesItsTask() {
        FlowText flow = own("taken", "general")
                .task("instead", "general", "legal")
                .timer("late", "general", true, "PT8H")
                .way("late", "instead", "end");
        world.use(flow);
        UUID one = world.started();
        while (!world.told.open(one).containsKey("general")) {
            world.complete(one, world.told.open(one).keySet().iterator().next());
        }
        String task = world.told.open(one).get("general").id();
        world.clock.set("2026-03-02T09:00:01Z");
        world.timers().run(FlowTimers.ALL);

        assertThat(world.told.open(one)).containsOnlyKeys("instead");
        assertThat(world.told.cancelled).contains(task);
        assertThat(world.node(one, "general").progress()).isEqualTo(RunState.Progress.WAITING);
        finish(one);
        assertThat(world.told.ended).contains(one);
    }

    @Test
    void theEngineKnowsNoWordOfTheFileAndKeepsNoVariable() {
        UUID one = world.started();
        world.complete(one, "department-approval");
        world.runs.forget(one);

        assertThat(world.told.open(one)).isEmpty();
        assertThatThrownBy(() -> world.runs.state(one)).isInstanceOf(RestException.class);
        assertThat(count("select count(*) from act_ru_variable")).isZero();
        assertThat(count("select count(*) from act_hi_varinst")).isZero();
        assertThat(count("select count(*) from act_ru_task where name_ is not null"))
                .isZero();
        assertThat(count("select count(*) from act_hi_actinst where act_name_ is not null"))
                .isZero();
    }

    private static FlowText own(String key, String last) {
        return new FlowText(key)
                .node("startEvent", "start")
                .node("endEvent", "end")
                .step("department-approval")
                .step("handover")
                .step("accounts")
                .step("assets")
                .step("settlement")
                .step("certificate")
                .step("file-transfer")
                .step(last)
                .way(
                        "start",
                        "department-approval",
                        "handover",
                        "accounts",
                        "assets",
                        "settlement",
                        "certificate",
                        "file-transfer",
                        last,
                        "end");
    }

    private static void finish(UUID one) {
        while (!world.told.open(one).isEmpty()) {
            world.complete(one, world.told.open(one).keySet().iterator().next());
        }
    }

    private static long count(String sql) {
        return world.database.call(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static void refused(ThrowingCallable call, FlowError code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RestException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static boolean succeeds(Runnable call) {
        try {
            call.run();
            return true;
        } catch (HoldfastException e) {
            assertThat(e.code()).isEqualTo(FlowError.FLOW_TASK_CLOSED);
            return false;
        }
    }

    private static List<Boolean> together(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
        CyclicBarrier begin = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Boolean> results = new ArrayList<>();
            List<Callable<Boolean>> both = List.of(one, other);
            for (Future<Boolean> each : threads.invokeAll(both.stream()
                    .map(call -> (Callable<Boolean>) () -> {
                        begin.await();
                        return call.call();
                    })
                    .toList())) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
