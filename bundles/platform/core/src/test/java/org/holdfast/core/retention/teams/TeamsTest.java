package org.holdfast.core.retention.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.PersonNames;
import org.holdfast.core.access.ReportingLine;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Sights;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.core.retention.cases.CaseRoom;
import org.holdfast.core.risk.scoring.Band;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Since somebody left, HR sees what became of the team; whoever leads it now does not. */
class TeamsTest {
    private static final String NOW = "2026-11-23T02:00:00Z";
    private static final LocalDate HIRED = LocalDate.of(2020, 1, 1);

    private final CaseRoom room = new CaseRoom();
    private final RetentionWorld world = room.world;
    private final Staff staff = world.staff;
    private final UUID firm = world.firm;
    private final UUID unit = staff.department(firm, "D1", null);
    private final UUID other = staff.department(firm, "D2", null);
    private final UUID head = staff.hire(firm, other, null, HIRED);
    private final UUID boss = staff.hire(firm, unit, head, HIRED);
    private final UUID calm = staff.hire(firm, unit, boss, HIRED);
    private final UUID shaken = staff.hire(firm, unit, boss, HIRED);
    private final UUID gone = staff.hire(firm, unit, boss, HIRED);
    private boolean lawful = true;

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void hrSeesWhoLeftAndWhoseScoreRoseSince() {
        scoredAround("2026-10-01T02:00:00Z");
        staff.leaves(gone, LocalDate.of(2026, 10, 15), "voluntary");

        Reply list = hr(null).call("GET", "teams", "");
        Reply team = hr(null).call("GET", "teams/" + unit, "");

        assertThat(list.text("total")).as(list.body()).isEqualTo("1");
        assertThat(list.text("items.0.name")).isEqualTo("Unit D1");
        assertThat(list.text("items.0.since")).isEqualTo("2026-10-15");
        assertThat(list.text("items.0.headcount")).isEqualTo("3");
        assertThat(list.text("items.0.left.0.employee.id")).isEqualTo(gone.toString());
        assertThat(list.text("items.0.left.0.type")).isEqualTo("voluntary");
        assertThat(list.text("items.0.move.compared")).isEqualTo("2");
        assertThat(list.text("items.0.move.rose")).isEqualTo("1");
        assertThat(team.text("members.0.employee.id")).isEqualTo(shaken.toString());
        assertThat(team.text("members.0.rose")).isEqualTo("true");
        assertThat(Double.parseDouble(team.text("members.0.now")))
                .isGreaterThan(Double.parseDouble(team.text("members.0.then")));
        assertThat(team.text("move.mean")).isEqualTo(list.text("items.0.move.mean"));
    }

    @Test
    void exitOfASuperiorCountsWherePeopleReportedToThem() {
        world.clock.set(NOW);
        staff.leaves(head, LocalDate.of(2026, 11, 1), "voluntary");

        Reply team = hr(null).call("GET", "teams/" + unit, "");

        assertThat(team.text("left.0.employee.id")).isEqualTo(head.toString());
        assertThat(team.text("left.0.led")).isEqualTo("true");
    }

    @Test
    void whoLeadsTheTeamNowIsNotShownItBeTheyHrAndNeitherIsAnySuperior() {
        scoredAround("2026-10-01T02:00:00Z");
        staff.leaves(gone, LocalDate.of(2026, 10, 15), "voluntary");

        for (MemoryServer one : new MemoryServer[] {hr(boss), superior(boss), superior(head)}) {
            assertThat(one.call("GET", "teams", "").text("total")).isEqualTo("0");
            assertThat(one.call("GET", "teams/" + unit, "").status()).isEqualTo(404);
        }
    }

    @Test
    void nobodyFindsThemselvesOrTheirSuperiorsAmongThem() {
        scoredAround("2026-10-01T02:00:00Z");
        staff.leaves(gone, LocalDate.of(2026, 10, 15), "voluntary");

        Reply team = hr(calm).call("GET", "teams/" + unit, "");

        assertThat(team.text("headcount")).isEqualTo("1");
        assertThat(team.body()).doesNotContain("\"id\":\"" + calm, "\"id\":\"" + boss);
    }

    @Test
    void exitsOfHalfAYearAgoAndOfTomorrowDoNotCount() {
        world.clock.set(NOW);
        staff.leaves(gone, LocalDate.of(2026, 11, 24), "voluntary");
        assertThat(hr(null).call("GET", "teams/" + unit, "").status()).isEqualTo(404);
        staff.leaves(gone, LocalDate.of(2026, 5, 27), "voluntary");
        assertThat(hr(null).call("GET", "teams/" + unit, "").status()).isEqualTo(404);
        staff.leaves(gone, LocalDate.of(2026, 5, 28), "voluntary");
        assertThat(hr(null).call("GET", "teams/" + unit, "").status()).isEqualTo(200);
    }

    @Test
    void ofAnExitLongAgoTheStoredScoresAreReadAsFarAsTheyAreLawful() {
        scoredAround("2026-07-20T02:00:00Z");
        staff.leaves(gone, LocalDate.of(2026, 8, 1), "voluntary");

        assertThat(hr(null).call("GET", "teams", "").text("items.0.move.compared"))
                .as("a list reads nothing stored")
                .isEqualTo("0");
        assertThat(hr(null).call("GET", "teams/" + unit, "").text("move.rose")).isEqualTo("1");

        lawful = false;
        assertThat(hr(null).call("GET", "teams/" + unit, "").text("move.compared"))
                .isEqualTo("0");
    }

    @Test
    void biggestMoveStandsFirst() {
        UUID quiet = staff.department(firm, "D3", null);
        UUID one = staff.hire(firm, quiet, head, HIRED);
        UUID left = staff.hire(firm, quiet, head, HIRED);
        world.scored(one, Band.LOW, "2026-10-01T02:00:00Z");
        scoredAround("2026-10-01T02:00:00Z");
        world.scored(one, Band.LOW, NOW);
        staff.leaves(left, LocalDate.of(2026, 11, 1), "voluntary");
        staff.leaves(gone, LocalDate.of(2026, 10, 15), "voluntary");

        Reply list = hr(null).call("GET", "teams", "");

        assertThat(list.text("items.0.id")).isEqualTo(unit.toString());
        assertThat(list.text("items.1.id")).isEqualTo(quiet.toString());
    }

    @Test
    void hrElsewhereFindsNothing() {
        world.clock.set(NOW);
        staff.leaves(gone, LocalDate.of(2026, 11, 1), "voluntary");
        UUID far = staff.subsidiary("S2", "Asia/Shanghai");

        MemoryServer elsewhere = api(Role.SUBSIDIARY_HR, Set.of(far), null);

        assertThat(elsewhere.call("GET", "teams", "").text("total")).isEqualTo("0");
        assertThat(elsewhere.call("GET", "teams/" + unit, "").status()).isEqualTo(404);
    }

    @Test
    void openCaseOfAMemberIsOneTapAway() {
        staff.leaves(gone, LocalDate.of(2026, 11, 20), "voluntary");
        room.flag(shaken, "2026-11-23T12:00:00Z");
        room.at("2026-11-24T01:00:00Z");

        assertThat(hr(null).call("GET", "teams/" + unit, "").body()).contains("\"caseId\":\"");
    }

    /** One stays calm, one does not. */
    private void scoredAround(String before) {
        world.scored(calm, Band.LOW, before);
        world.scored(shaken, Band.LOW, before);
        world.scored(calm, Band.LOW, NOW);
        world.scored(shaken, Band.HIGH, NOW);
    }

    private MemoryServer hr(@Nullable UUID employee) {
        return api(Role.SUBSIDIARY_HR, Set.of(firm), employee);
    }

    private MemoryServer superior(UUID employee) {
        return api(Role.LINE_MANAGER, Set.of(), employee);
    }

    private MemoryServer api(Role role, Set<UUID> firms, @Nullable UUID employee) {
        Caller caller = Sights.caller(role, firms, Optional.ofNullable(employee));
        ReportingLine line = (superior, one) -> staff.people.managersOf(one).contains(superior);
        PersonNames names =
                id -> staff.people.card(id).map(card -> new PersonNames.Named(card.subsidiaryId(), card.name()));
        Visibility sight = Sights.of(caller, line, names, "risk:read");
        TeamScores scores = new TeamScores(world.current, world.scores, (subsidiary, person) -> score -> lawful);
        TeamReader reader = new TeamReader(
                new Teams(staff.people, new Leavers(staff.people), world.clock), scores, room.cases(), staff.people);
        return new MemoryServer(sight, world.texts, new TeamsResource(reader, new Cursors(), sight, new AuditNotes()));
    }
}
