package org.holdfast.core.offboarding.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was proved elsewhere need not be said again: the task of its step is done with it. */
class ProvedStepsTest {
    private final ExitRoom room = new ExitRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theTaskOfTheStepIsDoneAndSaysNothingOfHow() {
        String id = room.begun();
        room.done(room.superior(room.boss), id, "departmentApproval", "approved");
        OffboardingTask open = room.open(id, "exitInterview");
        StepCompletion steps = new ProvedSteps(room.offboardings);
        Visibility self = room.sight(room.technician, Role.EMPLOYEE, Set.of(), room.technician, "own:write");

        steps.done(UUID.fromString(id), FlowStep.EXIT_INTERVIEW, self);
        steps.done(UUID.fromString(id), FlowStep.EXIT_INTERVIEW, self);

        assertThat(room.tasks.find(open.id()).orElseThrow().state()).isEqualTo(OffboardingTask.State.DONE);
        Offboarding of = room.table.find(UUID.fromString(id)).orElseThrow();
        assertThat(room.table.entries(of))
                .filteredOn(entry -> open.id().equals(entry.words().task()))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.words().outcome()).isEqualTo("done");
                    assertThat(entry.words().note()).isEmpty();
                    assertThat(entry.words().by().self()).isTrue();
                });
        assertThat(room.tasks.ofCase(of.id()))
                .filteredOn(OffboardingTask::open)
                .extracting(task -> task.what().step())
                .contains(FlowStep.HANDOVER)
                .doesNotContain(FlowStep.EXIT_INTERVIEW);
    }

    @Test
    void whatIsNotProvedOrNotThereStaysAsItIs() {
        String id = room.begun();
        StepCompletion steps = new ProvedSteps(room.offboardings);
        Visibility hr = room.sight(new UUID(7, 1), Role.SUBSIDIARY_HR, Set.of(room.firm), null, Performers.HANDLE);
        steps.done(UUID.fromString(id), FlowStep.EXIT_INTERVIEW, hr);
        steps.done(UUID.randomUUID(), FlowStep.EXIT_INTERVIEW, hr);
        room.done(room.superior(room.boss), id, "departmentApproval", "approved");
        room.unsettled.add(UUID.fromString(id));

        steps.done(UUID.fromString(id), FlowStep.SETTLEMENT, hr);

        assertThat(room.open(id, "settlement").open()).isTrue();
        assertThat(room.open(id, "exitInterview").open()).isTrue();
    }

    @Test
    void exitsAreThoseOfTheTimeThatWereNotTakenBack() {
        String id = room.begun();
        Offboarding of = room.table.find(UUID.fromString(id)).orElseThrow();
        LocalDate last = of.course().lastDay();

        assertThat(room.table.exits(room.firm, last, last)).containsOnlyKeys(of.id());
        assertThat(room.table.exits(room.firm, last.plusDays(1), last.plusDays(9)))
                .isEmpty();
        assertThat(room.table.exits(UUID.randomUUID(), last, last)).isEmpty();

        room.offboardings.withdraw(of, "", new Offboarding.By("a", "HR", false));
        assertThat(room.table.exits(room.firm, last, last)).isEmpty();
    }
}
