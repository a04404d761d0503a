package org.holdfast.core.retention.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.risk.scoring.Band;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who reads what came of a case. */
class OutcomeReaderTest {
    private final OutcomeRoom room = new OutcomeRoom().talked();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void wordsOfHrNeverReachTheSuperiorButTheOutcomeDoes() {
        room.record(room.hr(), OutcomeRoom.STAYS.replace("A raise", "A head-hunter called"));

        Reply seen = room.superior(room.boss).call("GET", room.path, "");

        assertThat(seen.text("outcome")).isEqualTo("retained");
        assertThat(seen.body()).doesNotContain("head-hunter").doesNotContain("\"by\"");
        assertThat(room.hr().call("GET", room.path, "").body()).contains("head-hunter");
        assertThat(room.timeline(room.boss))
                .singleElement()
                .satisfies(item -> assertThat(item.kind()).isEqualTo("outcome"));
    }

    @Test
    @Tag("O7")
    void neitherThePersonNorWhoReportsToThemSeesAnything() {
        room.record(room.hr(), OutcomeRoom.STAYS);

        assertThat(room.superior(room.person).call("GET", room.path, "").status())
                .isEqualTo(404);
        assertThat(room.superior(room.report).call("GET", room.path, "").status())
                .isEqualTo(404);
        assertThat(room.superior(room.report)
                        .call("POST", room.path, OutcomeRoom.STAYS.formatted(java.util.UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void eachIsOfferedWhatTheyCanRecord() {
        assertThat(room.hr().call("GET", room.path, "").body()).contains("[\"retained\",\"moved\",\"decided\"]");
        assertThat(room.superior(room.boss).call("GET", room.path, "").body()).contains("[\"retained\",\"moved\"]");
        room.record(room.hr(), OutcomeRoom.STAYS);
        assertThat(room.superior(room.boss).call("GET", room.path, "").body()).contains("\"may\":[]");
    }

    @Test
    void hrFindsTheNewAlertOfWhoIsAtRiskAgainAndTheSuperiorDoesNotBeforeItIsDelivered() {
        room.record(room.hr(), OutcomeRoom.STAYS);
        room.room.at("2026-12-29T01:00:00Z");
        room.follow(room.superior(room.boss), 30, "atRisk");
        String fresh = room.world
                .cross(room.person, Band.LOW, Band.HIGH)
                .orElseThrow()
                .id()
                .toString();

        assertThat(room.hr().call("GET", room.path, "").text("newAlertId")).isEqualTo(fresh);
        assertThat(room.superior(room.boss).call("GET", room.path, "").body()).doesNotContain(fresh);
    }
}
