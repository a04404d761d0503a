package org.holdfast.core.offboarding.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.assets.LentThings;
import org.holdfast.core.platform.rest.RestException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the register says of who leaves, in a flow that runs. */
class AssetsStepTest {
    private final ExitRoom room = new ExitRoom();
    private final LentThings lent =
            new LentThings(room.world.database, room.world.vault, Instant.parse("2026-03-02T01:00:00Z"));
    private final Offboardings offboardings = new Offboardings(
            room.table,
            room.tasks,
            room.around,
            new Offboardings.Works(
                    room.flows.runs(),
                    room.accounts,
                    new TaskGuard(List.of(
                            lent.proof(new KnownCases(room.table, room.prepared.preparations(), room.performers)))),
                    room.prepared.preparations(),
                    room.told::add));
    private final OffboardingDesk desk =
            new OffboardingDesk(offboardings, new OffboardingReader(offboardings, room.performers, room.world.texts));

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aLaptopThatIsNotBackHoldsItsTaskAndNothingElse() {
        UUID laptop = lent.laptop(room.firm, room.technician, ExitRoom.TODAY);
        String id = room.begun();
        room.done(room.superior(room.boss), id, "departmentApproval", "approved");

        assertThatThrownBy(() -> done(id, "assets"))
                .isInstanceOf(RestException.class)
                .hasMessageContaining("still holds");
        done(id, "accounts");
        assertThat(open(id)).contains("assets").doesNotContain("accounts");
        lent.back(laptop, ExitRoom.TODAY);
        done(id, "assets");

        assertThat(open(id)).doesNotContain("assets").contains("handover");
    }

    private void done(String id, String step) {
        Visibility handler =
                room.sight(ExitRoom.IT, Role.TASK_HANDLER, Set.of(room.firm), null, Performers.READ, Performers.HANDLE);
        desk.complete(UUID.fromString(id), room.open(id, step).id(), "done", "", handler);
    }

    private List<String> open(String id) {
        return room.tasks.ofCase(UUID.fromString(id)).stream()
                .filter(OffboardingTask::open)
                .map(task -> task.what().step().code())
                .toList();
    }
}
