package org.holdfast.core.offboarding.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.offboarding.cases.CaseFigures.CaseFigure;
import org.holdfast.core.offboarding.cases.CaseFigures.TaskFigure;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What offboarding cases tell of themselves for figures. */
class CaseFiguresTest {
    private final ExitRoom room = new ExitRoom();
    private final CaseFigures figures = new CountedCases(room.table, room.tasks);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aCaseTellsItsReasonItsDaysAndItsTasks() {
        String id = room.begun();
        room.done(room.superior(room.boss), id, "departmentApproval", "approved");

        CaseFigure one = only();

        assertThat(one.personId()).isEqualTo(room.technician);
        assertThat(one.stage()).isEqualTo(Stage.RUNNING);
        assertThat(one.reason()).isEqualTo("pay");
        assertThat(one.course().startedAt()).isEqualTo("2026-03-02T01:00:00Z");
        assertThat(one.course().lastDay()).isAfter(LocalDate.of(2026, 3, 30));
        assertThat(approval(one).doneAt()).isEqualTo("2026-03-02T01:00:00Z");
        assertThat(one.tasks()).anyMatch(task -> task.doneAt() == null);
    }

    @Test
    void whatTheFlowDroppedIsNoTaskOfAnybody() {
        String id = room.begun();
        int open = only().tasks().size();

        int version = room.table.find(UUID.fromString(id)).orElseThrow().version();
        room.hr().call("POST", "offboardings/" + id + "/withdrawal", "{\"version\":" + version + ",\"note\":\"\"}");

        assertThat(only().stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(only().course().endedAt()).isNotNull();
        assertThat(only().tasks()).hasSizeLessThan(open);
    }

    @Test
    void whatCasesAreCountedFromDiffersWithEachTaskThatIsDone() {
        Object before = figures.standing(room.firm);
        String id = room.begun();
        Object begun = figures.standing(room.firm);
        room.done(room.superior(room.boss), id, "departmentApproval", "approved");

        assertThat(begun).isNotEqualTo(before);
        assertThat(figures.standing(room.firm)).isNotEqualTo(begun);
    }

    @Test
    void anotherFirmHasNoneOfThem() {
        room.begun();

        assertThat(figures.of(UUID.randomUUID())).isEmpty();
    }

    private CaseFigure only() {
        List<CaseFigure> all = figures.of(room.firm);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static TaskFigure approval(CaseFigure one) {
        return one.tasks().stream()
                .filter(task -> task.step() == FlowStep.DEPARTMENT_APPROVAL)
                .findFirst()
                .orElseThrow();
    }
}
