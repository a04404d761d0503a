package org.holdfast.core.retention.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.launcher.fixture.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The story of a programme on PostgreSQL: begun, approved, carried out, counted, erased, and ended with its period. */
class PostgresProgrammesTest {
    private static PostgresServer server;
    private static ProgrammeRoom room;

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
        room = new ProgrammeRoom(new RetentionWorld(LocalDatabase.at(server.freshDatabase(), PostgresServer.USER)));
    }

    @AfterAll
    static void stop() {
        room.close();
        server.close();
    }

    @Test
    void aProgrammeIsCarriedOutCountedAndEnded() {
        List<UUID> people = room.hire(room.part, 12, ProgrammeRoom.HIRED);
        String id = room.begun(ProgrammeRoom.in(room.part));
        String path = "programmes/" + id;
        Reply seen = room.hr().call("GET", path, "");
        String done = "{\"actionId\":\"" + seen.text("actions.0.id") + "\",\"memberIds\":null,\"done\":true}";

        assertThat(room.hr().call("POST", path + "/progress", done).text("actions.0.done"))
                .isEqualTo("12");
        room.world.clock.set("2026-08-01T02:00:00Z");
        new EffectSweep(room.table, room.effects, () -> true).run();
        room.world.database.run(
                connection -> new ProgrammeTraces().erase(connection, Subject.person(room.firm, people.get(0))));
        assertThat(room.hr().call("GET", path + "/cohort", "").text("total")).isEqualTo("11");
        assertThat(room.hr().call("GET", path + "/cohort/effect", "").text("after.people"))
                .as("what was counted stays")
                .isEqualTo("12");
        assertThat(room.step(room.hr(), id, "finish").text("state")).isEqualTo("finished");
        AgedProgrammes aged = new AgedProgrammes(room.world.database);
        LocalDate later = LocalDate.of(2027, 8, 1);
        assertThat(aged.delete(room.firm, later, Set.of(people.get(3)))).isZero();
        assertThat(aged.delete(room.firm, later, Set.of())).isEqualTo(1);
        assertThat(room.table.all()).isEmpty();
    }
}
