package org.holdfast.core.retention.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Programmes are HR's: nobody sees one they belong to, and nobody who leads a team sees its plan. */
class ProgrammeSightTest {
    private final ProgrammeRoom room = new ProgrammeRoom();
    private final List<UUID> people = room.hire(room.part, 3, ProgrammeRoom.HIRED);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void nobodySeesAProgrammeTheyBelongToBeTheyHr() {
        String draft = room.draft(ProgrammeRoom.in(room.part));
        String running = room.begun(ProgrammeRoom.in(room.part));

        for (String id : List.of(draft, running)) {
            blind(room.hrWho(people.get(1)), id);
            assertThat(room.hrWho(room.head).call("GET", "programmes/" + id, "").status())
                    .isEqualTo(200);
        }
        assertThat(room.hrWho(people.get(1)).call("GET", "programmes", "").text("total"))
                .isEqualTo("0");
    }

    @Test
    void whoLeadsTheTeamNowIsNotShownItsPlanBeTheyHr() {
        String team = team();
        assertThat(room.hr().call("GET", "programmes/" + team, "").text("team.name"))
                .isEqualTo("Unit D1a");
        assertThat(room.hrWho(room.head).call("GET", "programmes/" + team, "").status())
                .as("who does not lead it directly")
                .isEqualTo(200);
        blind(room.hrWho(room.boss), team);

        room.step(room.hr(), team, "submit");
        room.step(room.groupHr(), team, "approve");
        room.step(room.hr(), team, "start");
        blind(room.hrWho(room.boss), team);
        assertThat(room.hrWho(room.boss).call("GET", "programmes", "").text("total"))
                .isEqualTo("0");
    }

    @Test
    void superiorsAndHrElsewhereSeeNothing() {
        String id = room.begun(ProgrammeRoom.in(room.part));

        for (MemoryServer one : List.of(room.superior(room.boss), room.superior(room.head), room.elsewhere())) {
            blind(one, id);
            assertThat(one.call("GET", "programmes", "").text("total")).isIn("0", "");
        }
    }

    @Test
    void nobodyBeginsOneForThemselvesOrTheirTeam() {
        String own = room.fields(ProgrammeRoom.in(room.part), "");
        Reply refused = room.hrWho(people.get(0)).call("POST", "programmes", own);
        assertThat(refused.text("errors.0.code")).isEqualTo("ownCohort");

        String plan = room.fields(ProgrammeRoom.in(room.part), ",\"teamId\":\"" + room.part + "\"");
        assertThat(room.hrWho(room.boss).call("POST", "programmes", plan).text("errors.0.code"))
                .isEqualTo("ownCohort");
        assertThat(room.table.all()).isEmpty();
    }

    @Test
    void hrIsShownNoSuperiorOfTheirOwnAmongTheMembers() {
        UUID assistant = room.staff.hire(room.firm, room.other, people.get(0), ProgrammeRoom.HIRED);
        String id = room.begun(ProgrammeRoom.in(room.part));

        Reply members = room.hrWho(assistant).call("GET", "programmes/" + id + "/cohort", "");

        assertThat(members.text("total")).isEqualTo("2");
        assertThat(members.body()).doesNotContain("\"id\":\"" + people.get(0));
    }

    private String team() {
        return room.hr()
                .call(
                        "POST",
                        "programmes",
                        room.fields(
                                ProgrammeRoom.in(room.part),
                                ",\"teamId\":\"" + room.part + "\",\"actions\":[" + ProgrammeRoom.TALK + "]"))
                .text("id");
    }

    private static void blind(MemoryServer one, String id) {
        for (String path : List.of("", "/cohort", "/cohort/effect", "/cohort/members.xlsx")) {
            assertThat(one.call("GET", "programmes/" + id + path, "").status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(one.call("POST", "programmes/" + id + "/steps", "{\"version\":0,\"step\":\"cancel\",\"note\":null}")
                        .status())
                .isEqualTo(404);
    }
}
