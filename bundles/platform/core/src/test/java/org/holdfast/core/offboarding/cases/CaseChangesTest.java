package org.holdfast.core.offboarding.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.offboarding.accounts.AccountState;
import org.holdfast.core.offboarding.accounts.ClosingProgress;
import org.holdfast.core.offboarding.cases.CaseChange.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cases tell whoever listens. */
class CaseChangesTest {
    private final ExitRoom room = new ExitRoom();
    private final CaseWatch watch = new CaseWatch(room.offboardings, new CaseMarks(room.table, room.tasks), () -> true);

    @AfterEach
    void close() {
        room.close();
    }

    private List<Kind> kinds() {
        return room.told.stream().map(CaseChange::kind).toList();
    }

    private int version(String id) {
        return room.table.find(UUID.fromString(id)).orElseThrow().version();
    }

    @Test
    void eachStepOfACaseIsTold() {
        String id = room.begun();
        room.done(room.superior(room.boss), id, "departmentApproval", "approved");
        room.hr()
                .call(
                        "PUT",
                        "offboardings/" + id,
                        "{\"version\":" + version(id) + ",\"lastDay\":\"2026-05-01\",\"note\":\"\"}");
        room.hr().call("POST", "offboardings/" + id + "/withdrawal", "{\"version\":" + version(id) + ",\"note\":\"\"}");

        assertThat(kinds()).containsExactly(Kind.BEGUN, Kind.STEP_DONE, Kind.LAST_DAY_CHANGED, Kind.WITHDRAWN);
        CaseChange done = room.told.get(1);
        assertThat(done.caseId()).isEqualTo(UUID.fromString(id));
        assertThat(done.personId()).isEqualTo(room.technician);
        assertThat(done.step()).isNotNull();
        assertThat(done.step().step().code()).isEqualTo("departmentApproval");
        assertThat(done.step().outcome()).isEqualTo("approved");
        assertThat(room.told.get(2).lastDay()).hasToString("2026-05-01");
    }

    @Test
    void aStepIsToldAsOverdueOnceAndAgainWhenItWasPutOff() {
        String id = room.begun();
        watch.run();
        assertThat(kinds()).containsExactly(Kind.BEGUN);

        room.world.clock.set("2026-03-10T01:00:00Z");
        watch.run();
        watch.run();

        assertThat(kinds()).containsExactly(Kind.BEGUN, Kind.STEP_OVERDUE);
        assertThat(room.told.get(1).step().step().code()).isEqualTo("departmentApproval");
        OffboardingTask late = room.open(id, "departmentApproval");
        room.tasks.due(late.id(), late.clock().dueOn().plusDays(1));
        watch.run();
        assertThat(kinds()).containsExactly(Kind.BEGUN, Kind.STEP_OVERDUE, Kind.STEP_OVERDUE);
    }

    @Test
    void accessHasEndedOnceItIsProved() {
        String id = room.begun();
        room.world.clock.set("2026-06-01T01:00:00Z");
        room.accounts.progress = progress(AccountState.FAILED);
        watch.run();
        assertThat(kinds()).doesNotContain(Kind.ACCESS_ENDED);

        room.accounts.progress = progress(AccountState.DEAD);
        watch.run();
        watch.run();

        assertThat(kinds()).containsOnlyOnce(Kind.ACCESS_ENDED);
        room.hr()
                .call(
                        "PUT",
                        "offboardings/" + id,
                        "{\"version\":" + version(id) + ",\"lastDay\":\"2026-05-31\",\"note\":\"\"}");
        watch.run();
        assertThat(kinds()).filteredOn(kind -> kind == Kind.ACCESS_ENDED).hasSize(2);
    }

    private static ClosingProgress progress(AccountState state) {
        Instant then = Instant.parse("2026-04-01T00:00:00Z");
        UUID system = UUID.randomUUID();
        return new ClosingProgress(
                then,
                false,
                List.of(new ClosingProgress.SystemSearch(system, "Directory", true, then, null, null)),
                List.of(new ClosingProgress.AccountProgress(
                        UUID.randomUUID(), system, "Directory", "a", state, then, then, null, then, 1, null, false)));
    }

    @Test
    void nothingIsLookedAtWhileTheKeyRingIsNotOpen() {
        room.begun();
        room.world.clock.set("2026-03-10T01:00:00Z");

        new CaseWatch(room.offboardings, new CaseMarks(room.table, room.tasks), () -> false).run();

        assertThat(kinds()).containsExactly(Kind.BEGUN);
    }

    @Test
    void aChangeThatCannotBeToldDoesNotHappen() {
        String id = room.begun();
        room.deaf = true;

        assertThat(room.done(room.superior(room.boss), id, "departmentApproval", "approved")
                        .status())
                .isEqualTo(500);

        room.deaf = false;
        assertThat(room.open(id, "departmentApproval").open()).isTrue();
        assertThat(room.done(room.superior(room.boss), id, "departmentApproval", "approved")
                        .status())
                .isEqualTo(200);
    }
}
