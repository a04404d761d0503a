package org.holdfast.core.retention.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.core.retention.history.HistoryEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What talks came to stands in HR's history of a person, and in nobody else's. */
class TalkHistoryTest {
    private static final String TALK =
            "{\"key\":\"%s\",\"heldOn\":\"2026-11-25\",\"intent\":\"%s\",\"causes\":[\"other\"],\"corrects\":%s}";

    private final CaseRoom room = new CaseRoom();
    private final UUID boss = room.world.staff.hire(room.world.firm, null);
    private final UUID person = room.world.staff.hire(room.world.firm, boss);
    private final MemoryServer superior = room.superior(boss);
    private final Alert alert = room.flag(person, "2026-11-23T12:00:00Z");

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void ofATalkAndItsCorrectionTheCorrectionCounts() {
        recordAndCorrect();

        assertThat(new TalkHistory(room.table, room.reader, room.desk, RetentionWorld.hr()).of(room.world.firm, person))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.code()).isEqualTo("denied");
                    assertThat(entry.date()).isEqualTo("2026-11-25");
                    assertThat(entry.detail()).as("the words stay in the case").isEmpty();
                });
    }

    @Test
    @Tag("O4")
    void theSuperiorIsToldNoIntentByTheHistory() {
        recordAndCorrect();

        assertThat(new TalkHistory(room.table, room.reader, room.desk, RetentionWorld.manager(boss))
                        .of(room.world.firm, person))
                .extracting(HistoryEntry::code)
                .isEmpty();
    }

    private void recordAndCorrect() {
        room.at("2026-11-24T01:00:00Z");
        room.at("2026-11-25T08:00:00Z");
        String path = "cases/" + room.of(alert).id() + "/talks";
        Reply first = superior.call("POST", path, TALK.formatted(UUID.randomUUID(), "confirmed", "null"));
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        String id = '"' + first.text("talks.0.id") + '"';
        Reply second = superior.call("POST", path, TALK.formatted(UUID.randomUUID(), "denied", id));
        assertThat(second.status()).as(second.body()).isEqualTo(200);
    }
}
