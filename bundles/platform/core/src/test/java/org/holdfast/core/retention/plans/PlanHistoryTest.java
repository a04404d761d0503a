package org.holdfast.core.retention.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.fixture.OpenSight;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.retention.history.HistoryEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of plans, what was done stands in the history of a person, not what was only planned. */
class PlanHistoryTest {
    private final PlanRoom room = new PlanRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void onlyWhatWasDoneIsHistory() {
        String plan = room.plan(room.flagged(), PlanRoom.TALK);
        assertThat(history()).isEmpty();

        Reply shown = room.hr().call("GET", "plans/" + plan, "");
        String action = shown.text("actions.0.id");
        Reply done = room.hr()
                .call(
                        "PUT",
                        "plans/" + plan + "/actions/" + action,
                        PlanRoom.TALK.replace(
                                "{", "{\"state\":\"done\",\"version\":" + shown.text("actions.0.version") + ','));
        assertThat(done.status()).as(done.body()).isEqualTo(200);

        assertThat(history()).singleElement().satisfies(entry -> {
            assertThat(entry.code()).isEqualTo("conversation");
            assertThat(entry.detail()).isEqualTo("Ask what matters");
            assertThat(entry.date()).isEqualTo("2026-11-24");
        });
    }

    private List<HistoryEntry> history() {
        OpenSight hr = new OpenSight(room.firm, Role.SUBSIDIARY_HR, new UUID(7, 1), Optional.empty());
        PlanReader reader = new PlanReader(room.table, room.room.cases(), room.around, room.world.texts);
        return new PlanHistory(room.table, reader, hr).of(room.firm, room.person);
    }
}
