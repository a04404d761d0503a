package org.holdfast.core.offboarding.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.holdfast.core.offboarding.accounts.ClosingProgress;
import org.holdfast.core.people.Employee;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OffboardingsTest {
    private final ExitRoom room = new ExitRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void noticeOfThirtyDaysGivesTheLastDayAndNamesTheArticle() {
        Reply notice = room.hr()
                .call(
                        "POST",
                        "offboardings/notice",
                        "{\"employeeId\":\"" + room.technician
                                + "\",\"kind\":\"resignation\",\"noticeOn\":\"2026-03-02\"}");

        assertThat(notice.status()).isEqualTo(200);
        assertThat(notice.text("days")).isEqualTo("30");
        assertThat(notice.text("earliest")).isEqualTo("2026-04-01");
        assertThat(notice.text("evidenceNeeded")).isEqualTo("true");
        assertThat(notice.body()).contains("articles");
    }

    @Test
    void offboardingBeginsWithTheFirstLastDayTheLawAllowsAndItsAccountsEndAfterIt() {
        String id = room.begun();

        Reply seen = room.hr().call("GET", "offboardings/" + id, "");
        assertThat(seen.text("state")).isEqualTo("running");
        assertThat(seen.text("lastDay")).isEqualTo("2026-04-01");
        assertThat(room.accounts.due).containsEntry(UUID.fromString(id), Instant.parse("2026-04-01T16:00:00Z"));
        assertThat(room.open(id, "departmentApproval").what().office().code()).isEqualTo("superior");
    }

    @Test
    void theLastDayIsToldToOthersUntilTheCaseIsTakenBack() {
        String id = room.begun();
        assertThat(room.table.lastDays()).isEqualTo(Map.of(room.technician, LocalDate.of(2026, 4, 1)));

        int version = room.table.find(UUID.fromString(id)).orElseThrow().version();
        room.hr().call("POST", "offboardings/" + id + "/withdrawal", "{\"version\":" + version + ",\"note\":\"\"}");

        assertThat(room.table.lastDays()).isEmpty();
    }

    @Test
    void withoutALawfulEventOnFileNothingBegins() {
        String wish = "{\"key\":\"" + UUID.randomUUID() + "\",\"employeeId\":\"" + room.technician
                + "\",\"kind\":\"KIND\",\"noticeOn\":\"2026-03-02\",\"lastDay\":\"2026-03-31\"}";

        for (String kind : List.of("resignation", "employerWithNotice", "redundancy", "contractEnd")) {
            Reply refused = room.hr().call("POST", "offboardings", wish.replace("KIND", kind));

            assertThat(refused.status()).as(kind).isEqualTo(400);
            assertThat(refused.body()).contains("evidence.reference", "noLawfulEvent");
        }
        assertThat(room.table.all()).isEmpty();
        assertThat(room.accounts.due).isEmpty();
    }

    @Test
    void whatIsSentTwiceBeginsOnceAndNobodyHasTwoOffboardingsAtATime() {
        UUID key = UUID.randomUUID();
        String body = ExitRoom.resignation(key, room.technician);

        assertThat(room.hr().call("POST", "offboardings", body).status()).isEqualTo(200);
        assertThat(room.hr().call("POST", "offboardings", body).text("id")).isEqualTo(key.toString());
        Reply second = room.hr().call("POST", "offboardings", ExitRoom.resignation(UUID.randomUUID(), room.technician));
        Reply taken = room.hr().call("POST", "offboardings", ExitRoom.resignation(key, room.boss));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("offboarding-running");
        assertThat(taken.body()).contains("offboarding-key-used");
        assertThat(room.table.all()).hasSize(1);
    }

    @Test
    void twoWhoBeginAtTheSameMomentBeginOne() throws Exception {
        // The first run of a flow waits for the engine to be built.
        room.hr().call("POST", "offboardings", ExitRoom.resignation(UUID.randomUUID(), room.head));
        List<Integer> statuses = together(
                () -> room.hr()
                        .call("POST", "offboardings", ExitRoom.resignation(UUID.randomUUID(), room.technician))
                        .status(),
                () -> room.hr()
                        .call("POST", "offboardings", ExitRoom.resignation(UUID.randomUUID(), room.technician))
                        .status());

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(room.table.ofPerson(room.technician)).hasSize(1);
        assertThat(room.tasks.open().stream()
                        .filter(task -> task.of().personId().equals(room.technician)))
                .hasSize(1);
    }

    @Test
    void twoWhoApproveAtTheSameMomentApproveOnce() throws Exception {
        String id = room.begun();
        OffboardingTask task = room.open(id, "departmentApproval");
        Callable<Integer> approve = () -> room.superior(room.boss)
                .call("POST", "offboardings/" + id + "/tasks/" + task.id(), "{\"outcome\":\"approved\",\"note\":\"\"}")
                .status();

        assertThat(together(approve, approve)).containsExactlyInAnyOrder(200, 409);
        assertThat(done(id)).containsExactly("departmentApproval");
    }

    @Test
    void fourOfficesAreToldAtOnceWhenTheSuperiorHasApproved() {
        String id = room.begun();
        room.done(room.superior(room.boss), id, "departmentApproval", "approved");

        assertThat(room.tasks.open().stream()
                        .map(task -> task.what().office().code())
                        .collect(Collectors.toSet()))
                .contains("it", "administration", "finance", "hr");
        assertThat(room.reminders.standing().stream()
                        .map(notice -> notice.kind().code()))
                .contains("offboardingTask", "offboardingHrTask", "offboardingStarted");
    }

    @Test
    void financeSettlesWhatHrHasHandedOverAndNothingElse() {
        String id = room.begun();
        room.done(room.superior(room.boss), id, "departmentApproval", "approved");
        room.unsettled.add(UUID.fromString(id));

        Reply early = room.done(room.handler(ExitRoom.FINANCE), id, "settlement", "done");
        room.unsettled.clear();
        Reply then = room.done(room.handler(ExitRoom.FINANCE), id, "settlement", "done");

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).contains("settlement-open");
        assertThat(then.status()).isEqualTo(200);
    }

    @Test
    void aDeviceThatIsNotReturnedHoldsItsTaskAndNothingElse() {
        String id = room.begun();
        room.done(room.superior(room.boss), id, "departmentApproval", "approved");
        finishAllBut(id, "assets");

        assertThat(room.tasks.open().stream().map(task -> task.what().step().code()))
                .contains("assets");
        assertThat(done(id)).contains("settlement", "certificate", "accounts");
    }

    @Test
    void everythingDoneEndsTheOffboardingAndTheLastDayMakesALeaver() {
        String id = room.begun();
        room.done(room.superior(room.boss), id, "departmentApproval", "approved");
        finishAllBut(id, "");

        assertThat(room.hr().call("GET", "offboardings/" + id, "").text("state"))
                .isEqualTo("ended");
        room.sweep.run();
        assertThat(room.staff.people.card(room.technician).orElseThrow().status())
                .isEqualTo(Employee.Status.ACTIVE);

        room.world.clock.set("2026-04-01T16:30:00Z");
        room.sweep.run();
        Employee left = room.staff.people.employee(room.technician).orElseThrow();
        assertThat(left.status()).isEqualTo(Employee.Status.LEFT);
        assertThat(left.exit().date()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(left.exit().type()).isEqualTo("voluntary");
        assertThat(room.table.goingOn(room.technician)).isEmpty();
    }

    @Test
    void aWithdrawalAtEachNodeCallsOffWhatIsOpenAndThePersonCanBeginAnew() {
        for (int steps = 0; steps < 6; steps++) {
            String id = room.begun();
            for (int i = 0; i < steps; i++) {
                doNext(id);
            }
            Reply seen = room.hr().call("GET", "offboardings/" + id, "");
            Reply back = room.hr()
                    .call(
                            "POST",
                            "offboardings/" + id + "/withdrawal",
                            "{\"version\":" + seen.text("version") + ",\"note\":\"stays\"}");

            assertThat(back.text("state")).as("after %s steps", steps).isEqualTo("withdrawn");
            assertThat(room.tasks.open()).isEmpty();
            assertThat(room.accounts.due).isEmpty();
        }
        assertThat(room.staff.people.card(room.technician).orElseThrow().status())
                .isEqualTo(Employee.Status.ACTIVE);
    }

    @Test
    void whoeverWasSlowerIsToldAndNothingIsLost() {
        String id = room.begun();
        String first = "{\"version\":0,\"lastDay\":\"2026-04-10\",\"note\":\"agreed\"}";

        assertThat(room.hr().call("PUT", "offboardings/" + id, first).text("lastDay"))
                .isEqualTo("2026-04-10");
        Reply second = room.hr().call("PUT", "offboardings/" + id, first.replace("10", "11"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("offboarding-changed");
        assertThat(room.hr().call("GET", "offboardings/" + id, "").text("lastDay"))
                .isEqualTo("2026-04-10");
        assertThat(room.accounts.due).containsEntry(UUID.fromString(id), Instant.parse("2026-04-10T16:00:00Z"));
    }

    @Test
    void nobodySaysThatAccountsAreDeadWhichWereNotReadAgain() {
        String id = room.begun();
        room.done(room.superior(room.boss), id, "departmentApproval", "approved");
        ClosingProgress.SystemSearch searched =
                new ClosingProgress.SystemSearch(UUID.randomUUID(), "mail", false, null, null, "unreachable");
        room.accounts.progress =
                new ClosingProgress(Instant.parse("2026-04-01T16:00:00Z"), false, List.of(searched), List.of());

        Reply refused = room.done(room.handler(ExitRoom.IT), id, "accounts", "done");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("accounts-not-proved");
        assertThat(room.open(id, "accounts").open()).isTrue();
    }

    @Test
    void theReasonIsForHrAloneAndSealedInTheDatabase() {
        String id = room.begun();

        assertThat(room.hr().call("GET", "offboardings/" + id, "").body()).contains("=cmd", "HR-2026-17");
        assertThat(room.superior(room.boss)
                        .call("GET", "offboardings/" + id, "")
                        .body())
                .doesNotContain("=cmd", "HR-2026-17", "\"pay\"");
        assertThat(stored()).doesNotContain("=cmd", "HR-2026-17", "resignation");
    }

    @Test
    void wrongFieldsAreEachNamed() {
        Map<String, String> wrong = Map.of(
                "{}",
                "employeeId",
                body("\"kind\":\"sold\",\"noticeOn\":\"2026-03-02\""),
                "kind",
                body("\"kind\":\"resignation\",\"noticeOn\":\"2026-03-03\""),
                "noticeOn",
                body("\"kind\":\"resignation\",\"noticeOn\":\"2026-03-02\",\"lastDay\":\"2026-03-01\""),
                "lastDay",
                body("\"kind\":\"resignation\",\"noticeOn\":\"2026-03-02\",\"lastDay\":\"2036-03-01\""),
                "lastDay",
                body("\"kind\":\"resignation\",\"noticeOn\":\"2026-03-02\",\"reason\":{\"code\":\"boss\"}"),
                "reason.code",
                body("\"kind\":\"resignation\",\"noticeOn\":\"2026-03-02\",\"evidence\":{\"reference\":\"x\"}"),
                "evidence.on");

        wrong.forEach((body, field) -> {
            Reply refused = room.hr().call("POST", "offboardings", body);
            assertThat(refused.status()).as(body).isEqualTo(400);
            assertThat(refused.body()).as(body).contains(field);
        });
        assertThat(room.table.all()).isEmpty();
    }

    private String body(String more) {
        return "{\"key\":\"" + UUID.randomUUID() + "\",\"employeeId\":\"" + room.technician + "\"," + more + "}";
    }

    private void finishAllBut(String id, String held) {
        for (int i = 0; i < 40; i++) {
            List<OffboardingTask> open = room.tasks.ofCase(UUID.fromString(id)).stream()
                    .filter(task -> task.open() && !task.what().step().code().equals(held))
                    .toList();
            if (open.isEmpty()) {
                return;
            }
            finish(open.get(0));
        }
    }

    private void doNext(String id) {
        room.tasks.ofCase(UUID.fromString(id)).stream()
                .filter(OffboardingTask::open)
                .findFirst()
                .ifPresent(this::finish);
    }

    private void finish(OffboardingTask task) {
        Offboarding of = room.table.find(task.of().caseId()).orElseThrow();
        String outcome = task.what().outcomes().contains("approved")
                ? "approved"
                : task.what().outcomes().iterator().next();
        room.offboardings.complete(
                of, task, new Offboardings.Done(outcome, "", new Offboarding.By("a", "name", false)));
    }

    private List<String> done(String id) {
        return room.tasks.ofCase(UUID.fromString(id)).stream()
                .filter(task -> task.state() == OffboardingTask.State.DONE)
                .map(task -> task.what().step().code())
                .toList();
    }

    private String stored() {
        return room.world.database.call(connection -> {
            StringBuilder all = new StringBuilder();
            for (String table : List.of("offboarding_case", "offboarding_task", "offboarding_entry")) {
                try (PreparedStatement read = connection.prepareStatement("select * from " + table);
                        ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            byte[] bytes = row.getMetaData().getColumnName(i).equalsIgnoreCase("content")
                                    ? row.getBytes(i)
                                    : null;
                            all.append(
                                            bytes == null
                                                    ? row.getString(i)
                                                    : new String(bytes, StandardCharsets.ISO_8859_1))
                                    .append('|');
                        }
                    }
                }
            }
            return all.toString();
        });
    }

    @SafeVarargs
    private static <T> List<T> together(Callable<T>... calls) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(calls.length);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> call : calls) {
                running.add(pool.submit(() -> {
                    go.await();
                    return call.call();
                }));
            }
            go.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
