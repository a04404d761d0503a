package org.holdfast.core.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Sights;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.insight.ErasedAttrition;
import org.holdfast.core.insight.effect.AdoptionReport.TeamUse;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.cases.CaseRoom;
import org.holdfast.core.retention.holdout.HoldoutRoom;
import org.holdfast.core.retention.outcomes.FollowUp;
import org.holdfast.core.retention.outcomes.Outcomes.Outcome;
import org.holdfast.core.retention.use.CaseUseRoom;
import org.holdfast.core.risk.settings.SettingsTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What teams of superiors do with their cases, from the database to the screen; never of a few of them. */
class AdoptionTest {
    private static final String TALK =
            "{\"key\":\"%s\",\"heldOn\":\"%s\",\"intent\":\"denied\",\"causes\":[\"other\"],\"text\":\"\",\"nextStep\":\"x\"}";

    private final CaseRoom room = new CaseRoom();
    private final UUID firm = room.world.firm;
    private final Set<UUID> accounts = new HashSet<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final UseReader reader =
            new UseReader(CaseUseRoom.over(room.world.database), () -> outcomes, room.world.clock);
    private final Adoption adoption = new Adoption(room.world.staff.people, reader, () -> accounts);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void everyFigureIsAShareOfTheCasesOfTheTeam() {
        List<Alert> alerts = cases(12);
        for (int i = 0; i < 12; i++) {
            UUID caseId = room.of(alerts.get(i)).id();
            if (i < 9) {
                talk(caseId, i < 7 ? "2026-09-03" : "2026-09-09");
            }
            if (i < 5) {
                plan(caseId, i < 4 ? "2026-09-20T01:00:00Z" : "2026-11-01T01:00:00Z");
            }
            if (i < 3) {
                outcome(caseId, i);
            }
        }
        room.world.clock.set("2027-03-15T00:00:00Z");

        TeamUse team = team("2026-08", "2027-02");

        assertThat(team.superiors()).isEqualTo(12);
        assertThat(team.accounts()).isEqualTo(1);
        assertThat(share(team, "talked")).isEqualTo("7 of 12");
        assertThat(share(team, "planned")).isEqualTo("4 of 12");
        assertThat(share(team, "outcome")).isEqualTo("3 of 12");
        assertThat(share(team, "takenOn")).isEqualTo("0 of 12");
        assertThat(share(team, "followedUp")).as("three superiors are too few").isEqualTo("null of null");
        assertThat(team.before().stream().map(Figure::denominator)).containsOnlyNulls();
    }

    @Test
    void followUpsAreCountedWhereSomebodyHadToLook() {
        List<Alert> alerts = cases(10);
        LocalDate due = LocalDate.of(2026, 10, 9);
        for (int i = 0; i < 10; i++) {
            FollowUp.State state = i < 6 ? FollowUp.State.DONE : FollowUp.State.HERE;
            outcomes.add(new Outcome(
                    room.of(alerts.get(i)).id(),
                    alerts.get(i).personId(),
                    "retained",
                    LocalDate.of(2026, 9, 9),
                    null,
                    List.of(
                            new FollowUp(30, due, state),
                            new FollowUp(90, due.plusDays(60), FollowUp.State.LEFT),
                            new FollowUp(180, due.plusDays(500), FollowUp.State.COMING))));
        }
        room.world.clock.set("2027-03-15T00:00:00Z");

        assertThat(share(team("2026-08", "2027-02"), "followedUp")).isEqualTo("6 of 10");
    }

    @Test
    @Tag("O19")
    void casesOfNineSuperiorsAreNotTold() {
        cases(9);
        superior();
        room.world.clock.set("2027-03-15T00:00:00Z");

        TeamUse team = team("2026-08", "2027-02");

        assertThat(team.superiors()).isEqualTo(10);
        assertThat(team.figures())
                .allSatisfy(figure -> assertThat(figure.denominator()).isNull());
    }

    @Test
    @Tag("O19")
    void nineSuperiorsAreNoTeam() {
        cases(9);
        room.world.clock.set("2027-03-15T00:00:00Z");

        String told = api(firm).call("GET", "insight/adoption", "").body();

        assertThat(told).contains("\"teams\":[]", "\"outside\":9");
    }

    @Test
    void nothingIsToldBeforeEverybodyHadTheTimeForIt() {
        cases(10);
        room.world.clock.set("2026-10-13T00:00:00Z");
        assertThat(share(team("2026-08", "2026-09"), "talked")).isEqualTo("null of null");

        room.world.clock.set("2026-10-16T00:00:00Z");

        assertThat(share(team("2026-08", "2026-09"), "talked")).isEqualTo("0 of 10");
        assertThat(share(team("2026-08", "2026-09"), "planned")).isEqualTo("null of null");
    }

    @Test
    void caseThatWentUpTwiceStaysWithTheTeamThatHadItFirst() {
        UUID top = room.world.staff.hire(firm, null);
        UUID head = room.world.staff.hire(firm, top);
        UUID boss = room.world.staff.hire(firm, head);
        Alert alert = room.flag(room.world.staff.hire(firm, boss), "2026-08-31T12:00:00Z");
        room.at("2026-09-01T02:00:00Z");
        for (String morning : List.of("2026-09-04", "2026-09-07")) {
            room.at(morning + "T02:00:00Z");
        }
        assertThat(talker(alert)).isEqualTo(head);
        for (String morning : List.of("2026-09-10", "2026-09-11")) {
            room.at(morning + "T02:00:00Z");
        }
        assertThat(talker(alert)).isEqualTo(top);

        assertThat(CaseUseRoom.over(room.world.database).of(firm))
                .singleElement()
                .matches(use -> use.superiorId().equals(boss))
                .matches(use -> use.dueOn().equals(LocalDate.of(2026, 9, 4)));
    }

    @Test
    void anotherSubsidiaryIsAsUnknownAsNoneAndMonthsHaveBounds() {
        UUID other = room.world.staff.subsidiary("S2", "Asia/Shanghai");

        assertThat(api(firm)
                        .call("GET", "insight/adoption?subsidiaryId=" + other, "")
                        .status())
                .isEqualTo(404);
        assertThat(api(firm).call("GET", "insight/adoption?months=25", "").body())
                .contains("range1To24");
        assertThat(api(firm).call("GET", "insight/adoption?months=24", "").status())
                .isEqualTo(200);
    }

    /** Cases of as many superiors, each with one, delivered on the first of September. */
    private List<Alert> cases(int count) {
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID boss = superior();
            alerts.add(room.flag(room.world.staff.hire(firm, boss), "2026-08-31T12:00:00Z"));
        }
        room.at("2026-09-01T02:00:00Z");
        alerts.forEach(alert -> assertThat(talker(alert)).isNotNull());
        return alerts;
    }

    private UUID superior() {
        UUID boss = room.world.staff.hire(firm, null);
        room.world.staff.hire(firm, boss);
        if (accounts.isEmpty()) {
            accounts.add(boss);
        }
        return boss;
    }

    private UUID talker(Alert alert) {
        return Objects.requireNonNull(room.of(alert).turn().talkerId());
    }

    private void talk(UUID caseId, String day) {
        room.world.clock.set(day + "T02:00:00Z");
        MemoryServer.Reply reply = room.hr("hr", firm, null)
                .call("POST", "cases/" + caseId + "/talks", TALK.formatted(UUID.randomUUID(), day));
        assertThat(reply.status()).as(reply.body()).isLessThan(300);
    }

    private void plan(UUID caseId, String at) {
        insert(
                "insert into retention_plan (id, case_id, subsidiary_id, person_id, version, state, created_at)"
                        + " select ?, id, subsidiary_id, person_id, 1, 'draft', cast(? as timestamp with time zone)"
                        + " from retention_case where id = ?",
                UUID.randomUUID(),
                Instant.parse(at).atOffset(ZoneOffset.UTC),
                caseId);
    }

    private void outcome(UUID caseId, int number) {
        insert(
                "insert into case_outcome (id, case_id, subsidiary_id, person_id, number, request_key, recorded_at,"
                        + " content) select ?, id, subsidiary_id, person_id, 1, id,"
                        + " cast(? as timestamp with time zone), x'00' from retention_case where id = ?",
                UUID.randomUUID(),
                Instant.parse("2026-09-1" + number + "T01:00:00Z").atOffset(ZoneOffset.UTC),
                caseId);
    }

    private void insert(String sql, Object... values) {
        room.world.database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                assertThat(statement.executeUpdate()).isEqualTo(1);
            }
        });
    }

    private TeamUse team(String from, String to) {
        YearMonth first = YearMonth.parse(from);
        YearMonth last = YearMonth.parse(to);
        int months = (int) ChronoUnit.MONTHS.between(first, last) + 1;
        return adoption.report(List.of(room.world.staff.people.subsidiary(firm).orElseThrow()), last, months)
                .teams()
                .get(0);
    }

    private static String share(TeamUse team, String code) {
        Map<String, Figure> figures = team.figures().stream().collect(Collectors.toMap(Figure::code, figure -> figure));
        Figure figure = Objects.requireNonNull(figures.get(code));
        return figure.numerator() + " of " + figure.denominator();
    }

    private MemoryServer api(UUID... seen) {
        Visibility sight = Sights.of(
                Sights.caller(Role.SUBSIDIARY_HR, Set.of(seen), Optional.empty()),
                (superior, person) -> false,
                id -> Optional.empty(),
                "insight:read");
        FactsReader facts = new FactsReader(
                room.world.staff.people,
                room.world.alerts,
                room.facts(),
                new SettingsTable(room.world.database, room.world.clock),
                room.world.clock);
        Effect effect = new Effect(
                facts,
                new KeyGroups((subsidiary, from, to) -> new ErasedAttrition.Totals(0, 0)),
                new Trials(new HoldoutRoom(room.world).holdouts()),
                room.world.clock);
        return new MemoryServer(
                sight, room.world.texts, new AdoptionResource(adoption, effect, room.world.staff.people, sight));
    }
}
