package org.holdfast.core.offboarding.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.protection.Subject;
import org.holdfast.launcher.fixture.PostgresServer;
import org.junit.jupiter.api.Test;

/** The way of a laptop through the database that runs in production. */
class PostgresAssetsTest {

    @Test
    void aLaptopIsIssuedHandedOnAndLeftBehindByWhoIsErased() {
        try (PostgresServer server = PostgresServer.start();
                AssetRoom room = new AssetRoom(LocalDatabase.at(server.freshDatabase(), PostgresServer.USER))) {
            String id = room.issued("IT-0001", room.technician, AssetRoom.TODAY);
            assertThat(room.hr()
                            .call(
                                    "POST",
                                    "assets/" + id + "/transfer",
                                    "{\"key\":\"%s\",\"version\":2,\"employeeNo\":\"%s\",\"returnPaper\":\"p\"}"
                                            .formatted(UUID.randomUUID(), room.number(room.colleague)))
                            .status())
                    .isEqualTo(200);
            String returns = "assets/returns?subsidiaryId=" + room.firm;
            String told = room.hr().call("GET", returns, "").body();
            assertThat(told).contains("\"due\":1,\"onTime\":1");

            AssetTraces traces = new AssetTraces(room.returns);
            room.database.run(connection -> {
                traces.note(connection, Subject.person(room.firm, room.technician));
                traces.erase(connection, Subject.person(room.firm, room.technician));
                traces.erase(connection, Subject.person(room.firm, room.colleague));
            });

            assertThat(room.hr().call("GET", returns, "").body()).isEqualTo(told);
            assertThat(room.get(id).text("state")).isEqualTo("checking");
            assertThat(room.table.entries(UUID.fromString(id))).hasSize(1);
        }
    }
}
