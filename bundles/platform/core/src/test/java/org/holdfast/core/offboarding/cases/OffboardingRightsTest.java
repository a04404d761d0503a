package org.holdfast.core.offboarding.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.offboarding.flows.FlowOffice;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who sees and does what of the case of somebody who leaves. */
class OffboardingRightsTest {
    private final ExitRoom room = new ExitRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void hrOfAnotherSubsidiaryFindsNothing() {
        String id = room.begun();
        MemoryServer far = room.elsewhere();

        assertThat(far.call("GET", "offboardings/" + id, "").status()).isEqualTo(404);
        assertThat(far.call("GET", "offboardings", "").text("total")).isEqualTo("0");
        assertThat(far.call("POST", "offboardings/" + id + "/withdrawal", "{\"version\":0}")
                        .status())
                .isEqualTo(404);
        assertThat(far.call("POST", "offboardings", ExitRoom.resignation(UUID.randomUUID(), room.boss))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodyOfHrBeginsTheirOwnOrASuperiorsCase() {
        MemoryServer hr = room.hrWho(room.technician);

        for (UUID person : List.of(room.technician, room.boss, room.head)) {
            assertThat(hr.call("POST", "offboardings", ExitRoom.resignation(UUID.randomUUID(), person))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(room.table.all()).isEmpty();
    }

    @Test
    void aTaskHandlerIsToldWhoLeavesAndNothingElse() {
        String id = room.begun();
        assertThat(room.handler(ExitRoom.IT)
                        .call("GET", "offboardings/tasks", "")
                        .text("total"))
                .isEqualTo("0");
        room.done(room.superior(room.boss), id, "departmentApproval", "approved");

        Reply tasks = room.handler(ExitRoom.IT).call("GET", "offboardings/tasks", "");
        assertThat(tasks.body()).contains("leaver", "2026-04-01", "accounts").doesNotContain("=cmd", "HR-2026-17");
        Reply done = room.done(room.handler(ExitRoom.IT), id, "accounts", "done");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body()).doesNotContain("=cmd", "HR-2026-17", "\"kind\"", "lastDay");
    }

    @Test
    void tasksOfAnOfficeAreThoseOfTheAccountsNamedForIt() {
        room.offices.write(room.firm, Map.of(FlowOffice.IT, Set.of(ExitRoom.IT)));
        String id = room.begun();
        room.done(room.superior(room.boss), id, "departmentApproval", "approved");
        String task = room.open(id, "accounts").id();
        String path = "offboardings/" + id + "/tasks/" + task;
        String done = "{\"outcome\":\"done\",\"note\":\"\"}";

        assertThat(room.handler(ExitRoom.FINANCE).call("POST", path, done).status())
                .isEqualTo(404);
        assertThat(notice(task).only()).containsExactly(ExitRoom.IT);
        assertThat(room.handler(ExitRoom.IT).call("POST", path, done).status()).isEqualTo(200);
    }

    @Test
    void whereNobodyHandlesTasksHrDoes() {
        room.handlers.clear();
        String id = room.begun();
        room.done(room.superior(room.boss), id, "departmentApproval", "approved");

        assertThat(notice(room.open(id, "accounts").id()).kind().code()).isEqualTo("offboardingHrTask");
        assertThat(room.done(room.hr(), id, "accounts", "done").status()).isEqualTo(200);
    }

    @Test
    void aSuperiorWhoLeavesThemselvesIsPassedOver() {
        String bosss = room.hr()
                .call("POST", "offboardings", ExitRoom.resignation(UUID.randomUUID(), room.boss))
                .text("id");
        String id = room.begun();

        assertThat(notice(room.open(id, "departmentApproval").id()).employeeId())
                .isEqualTo(room.head);
        assertThat(room.done(room.superior(room.boss), id, "departmentApproval", "approved")
                        .status())
                .isEqualTo(404);
        assertThat(room.done(room.superior(room.head), id, "departmentApproval", "approved")
                        .status())
                .isEqualTo(200);
        assertThat(room.superior(room.boss)
                        .call("GET", "offboardings/" + bosss, "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void hrDoesWhatNobodyHasDoneInTimeAndNotBefore() {
        String id = room.begun();
        Reply early = room.done(room.hr(), id, "departmentApproval", "approved");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).contains("not-your-task");

        room.world.clock.set("2026-03-10T01:00:00Z");
        assertThat(room.reminders.standing().stream().map(one -> one.kind().code()))
                .contains("offboardingOverdue");
        assertThat(room.done(room.hr(), id, "departmentApproval", "approved").status())
                .isEqualTo(200);
    }

    @Test
    void approvalsAreDueInWorkingTimeAcrossTheHoliday() {
        room.world.clock.set("2026-09-30T01:00:00Z");
        Reply made = room.hr()
                .call(
                        "POST",
                        "offboardings",
                        ExitRoom.resignation(UUID.randomUUID(), room.technician).replace("2026-03-02", "2026-09-30"));

        // The National Day holiday of 2026 lasts from the first to the seventh of October.
        assertThat(room.open(made.text("id"), "departmentApproval").clock().dueOn())
                .isAfter(LocalDate.of(2026, 10, 7));
    }

    @Test
    void anEmployeeResignsSeesWhoHasWhatToDoAndTakesItBackUntilSomebodyHasApproved() {
        MemoryServer own = room.self(room.technician);
        assertThat(own.call("GET", "offboardings/own", "").text("mayResign")).isEqualTo("true");

        Reply made = own.call("POST", "offboardings/own", "{\"key\":\"" + UUID.randomUUID() + "\"}");
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text("lastDay")).isEqualTo("2026-04-01");
        assertThat(made.text("self")).isEqualTo("true");
        assertThat(own.call("GET", "offboardings/own", "").body()).contains("departmentApproval", "superior");
        assertThat(own.call("POST", "offboardings/own/withdrawal", "{\"version\":0,\"note\":\"\"}")
                        .text("state"))
                .isEqualTo("withdrawn");

        String again = own.call("POST", "offboardings/own", "{\"key\":\"" + UUID.randomUUID() + "\"}")
                .text("id");
        room.done(room.superior(room.boss), again, "departmentApproval", "approved");
        Reply late = own.call("POST", "offboardings/own/withdrawal", "{\"version\":0,\"note\":\"\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("withdrawal-by-hr");
        assertThat(own.call("GET", "offboardings/own", "").body()).doesNotContain("because");
    }

    @Test
    void nobodyLeavesBeforeTheNoticeIsOverByTheirOwnWordAlone() {
        Reply early = room.self(room.technician)
                .call("POST", "offboardings/own", "{\"key\":\"" + UUID.randomUUID() + "\",\"lastDay\":\"2026-03-31\"}");

        assertThat(early.status()).isEqualTo(400);
        assertThat(early.body()).contains("lastDay", "beforeEarliest");
        assertThat(room.accounts.due).isEmpty();
    }

    @Test
    void anotherLastDayMovesWhatHangsOnItAndNotTheApproval() {
        String id = room.begun();
        LocalDate approval = room.open(id, "departmentApproval").clock().dueOn();
        room.hr().call("PUT", "offboardings/" + id, "{\"version\":0,\"lastDay\":\"2026-05-29\",\"note\":\"\"}");
        assertThat(room.open(id, "departmentApproval").clock().dueOn()).isEqualTo(approval);

        room.done(room.superior(room.boss), id, "departmentApproval", "approved");
        assertThat(room.open(id, "assets").clock().dueOn()).isEqualTo(LocalDate.of(2026, 5, 29));
        room.hr().call("PUT", "offboardings/" + id, "{\"version\":1,\"lastDay\":\"2026-04-30\",\"note\":\"\"}");
        assertThat(room.open(id, "assets").clock().dueOn()).isEqualTo(LocalDate.of(2026, 4, 30));
    }

    @Test
    void whoLeavesDoesTheirOwnTasksAndNoOthers() {
        MemoryServer own = room.self(room.technician);
        String id = own.call("POST", "offboardings/own", "{\"key\":\"" + UUID.randomUUID() + "\"}")
                .text("id");
        String approval = room.open(id, "departmentApproval").id();
        String done = "{\"outcome\":\"approved\",\"note\":\"\"}";

        assertThat(own.call("POST", "offboardings/own/tasks/" + approval, done).status())
                .isEqualTo(404);
        room.done(room.superior(room.boss), id, "departmentApproval", "approved");
        String handover = room.open(id, "handover").id();
        assertThat(own.call("POST", "offboardings/own/tasks/" + handover, done.replace("approved", "done"))
                        .status())
                .isEqualTo(200);
        assertThat(room.tasks.find(handover).orElseThrow().state()).isEqualTo(OffboardingTask.State.DONE);
    }

    @Test
    void officesAreChangedByWhoSawThemLast() {
        Reply seen = room.hr().call("GET", "offboardings/offices?subsidiaryId=" + room.firm, "");
        String body = "{\"subsidiaryId\":\"" + room.firm + "\",\"version\":\"" + seen.text("version")
                + "\",\"offices\":[{\"office\":\"it\",\"accountIds\":[\"" + ExitRoom.IT + "\"]}]}";

        assertThat(room.hr().call("PUT", "offboardings/offices", body).status()).isEqualTo(200);
        assertThat(room.hr()
                        .call("PUT", "offboardings/offices", body.replace("it\"", "finance\""))
                        .body())
                .contains("offices-changed");
        assertThat(room.hr()
                        .call("PUT", "offboardings/offices", body.replace("it\"", "employee\""))
                        .status())
                .isEqualTo(400);
        assertThat(room.offices.all().get(room.firm)).containsOnlyKeys(FlowOffice.IT);
    }

    private Notice notice(String task) {
        return room.reminders.standing().stream()
                .filter(one -> one.key().equals("offboarding task " + task))
                .findFirst()
                .orElseThrow();
    }
}
