package org.holdfast.core.offboarding.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.launcher.fixture.PostgresServer;
import org.junit.jupiter.api.Test;

/** The way of a case through the database that runs in production. */
class PostgresOffboardingsTest {

    @Test
    void aCaseBeginsMovesOnAndIsTakenBack() {
        try (PostgresServer server = PostgresServer.start();
                ExitRoom room = new ExitRoom(LocalDatabase.at(server.freshDatabase(), PostgresServer.USER))) {
            String id = room.begun();
            room.done(room.superior(room.boss), id, "departmentApproval", "approved");
            int version = room.table.find(UUID.fromString(id)).orElseThrow().version();

            assertThat(room.hr()
                            .call("POST", "offboardings", ExitRoom.resignation(UUID.randomUUID(), room.technician))
                            .status())
                    .isEqualTo(409);
            assertThat(room.hr()
                            .call(
                                    "POST",
                                    "offboardings/" + id + "/withdrawal",
                                    "{\"version\":" + version + ",\"note\":\"\"}")
                            .text("state"))
                    .isEqualTo("withdrawn");
            assertThat(room.tasks.open()).isEmpty();
        }
    }
}
