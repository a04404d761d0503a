package org.holdfast.core.retention.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.core.people.PastCase;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.AgedTable;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.AlertState;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.core.retention.cases.CaseRoom;
import org.holdfast.core.retention.outcomes.FollowUp;
import org.holdfast.core.retention.outcomes.PastOutcomeRoom;
import org.holdfast.core.risk.scoring.Band;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What cases from before the product begin, and above all what they do not. Today is the Thursday 26 November 2026. */
class PastCasesTest {
    private final CaseRoom room = new CaseRoom();
    private final RetentionWorld world = room.world;
    private final PastRoom past = new PastRoom(room);
    private final UUID boss = world.staff.hire(world.firm, null);
    private final UUID person = world.staff.hire(world.firm, boss);

    @BeforeEach
    void today() {
        world.clock.set("2026-11-26T02:00:00Z");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void hrReadsThePastCaseAndItsSuperiorDoesNot() {
        past.take(person, "2026-03-02", "confirmed", "retained", "2026-03-20");
        String path = "cases/" + past.only(person).id();

        Reply hr = room.hr("hr", world.firm, null).call("GET", path, "");

        assertThat(hr.body())
                .contains("\"imported\":true", "\"state\":\"closed\"", "\"yours\":false", "\"mayRecord\":false")
                .contains("\"heldOn\":\"2026-03-05\"", "\"intent\":\"confirmed\"", "What was said then.");
        assertThat(room.superior(boss).call("GET", path, "").status()).isEqualTo(404);
    }

    @Test
    void nothingBeginsWithAPastCase() {
        past.take(person, "2026-03-02", "confirmed", null, null);

        room.at("2026-11-27T01:00:00Z");
        room.at("2026-12-08T01:00:00Z");

        assertThat(world.alerts.unclosed(person)).isEmpty();
        assertThat(past.alerts(person))
                .singleElement()
                .satisfies(alert -> assertThat(alert.deliveredManager()).isEmpty());
        assertThat(room.reminders() + past.outcomes.reminders()).isZero();
    }

    @Test
    void nobodyIsRemindedOfWhatWasDueBeforeTheImportAndOfWhatIsDueAfterItTheyAre() {
        past.take(person, "2024-03-01", "confirmed", "retained", "2024-03-20");
        UUID lately = world.staff.hire(world.firm, boss);
        past.take(lately, "2026-09-01", "confirmed", "retained", "2026-09-04");

        // Thirty days were over on 5 October, ninety are on 3 December.
        assertThat(past.outcomes.reminders()).isZero();
        assertThat(past.outcomes
                        .outcomes
                        .of(past.only(lately).id())
                        .orElseThrow()
                        .followUps())
                .extracting(FollowUp::state)
                .containsExactly(
                        FollowUp.State.HERE, FollowUp.State.COMING, FollowUp.State.COMING, FollowUp.State.COMING);
        assertThat(past.outcomes
                        .outcomes
                        .of(past.only(person).id())
                        .orElseThrow()
                        .followUps())
                .extracting(FollowUp::state)
                .containsOnly(FollowUp.State.HERE);

        world.clock.set("2026-12-03T02:00:00Z");
        assertThat(past.outcomes.reminders()).isEqualTo(1);
    }

    @Test
    void theSameRowAgainChangesNothingAndAnotherOneCorrects() {
        PastCase row = past.row(person, "2026-03-02", "denied", "retained", "2026-03-20");
        past.past.take(List.of(row));

        int again = past.past.take(List.of(row));
        int other = past.take(person, "2026-03-02", "confirmed", "moved", "2026-04-01");
        int former = past.past.take(List.of(row));

        assertThat(List.of(again, other, former)).containsExactly(0, 1, 0);
        Reply hr = room.hr("hr", world.firm, null)
                .call("GET", "cases/" + past.only(person).id(), "");
        assertThat(hr.text("talks.0.words.intent")).isEqualTo("confirmed");
        assertThat(hr.text("talks.0.corrects")).isEqualTo(hr.text("talks.1.id"));
        assertThat(past.outcomes.outcomes.of(past.only(person).id()).orElseThrow())
                .satisfies(outcome -> assertThat(outcome.outcome()).isEqualTo("moved"))
                .satisfies(outcome -> assertThat(outcome.on()).isEqualTo("2026-04-01"));
        assertThat(past.only(person).times().closedAt()).isEqualTo("2026-03-31T16:00:00Z");
    }

    @Test
    void aFileThatIsSentAgainDoesNotOverruleWhatHrCorrectedByHand() {
        PastCase row = past.row(person, "2026-03-02", "denied", "retained", "2026-03-20");
        past.past.take(List.of(row));
        past.outcomes.byHand(past.only(person).id(), "decided", "2026-03-21");

        assertThat(past.past.take(List.of(row))).isZero();
        assertThat(past.outcomes.decided(person)).isTrue();
    }

    @Test
    void anOutcomeOfLongAgoDoesNotOverruleALaterOneThatWasRecordedBeforeTheImport() {
        past.take(person, "2026-06-01", "confirmed", "retained", "2026-06-10");
        world.clock.set("2026-11-26T03:00:00Z");

        past.take(person, "2025-06-01", "confirmed", "decided", "2025-06-10");

        assertThat(past.outcomes.decided(person)).isFalse();
    }

    @Test
    void aCaseThatWasClosedLatelyKeepsQuietWhateverTheBandAndAnOldOneDoesNot() {
        UUID longAgo = world.staff.hire(world.firm, boss);
        past.take(person, "2026-11-01", "confirmed", "retained", "2026-11-10");
        past.take(longAgo, "2026-03-01", "confirmed", "retained", "2026-03-10");

        assertThat(world.opens(person, Band.HIGH)).isFalse();
        assertThat(world.opens(longAgo, Band.HIGH)).isTrue();
        world.clock.set("2026-12-10T02:00:00Z");
        assertThat(world.opens(person, Band.HIGH)).isTrue();
    }

    @Test
    void sinceTheFirstOwnAlertThereIsNoPastAnyMore() {
        past.take(person, "2026-03-02", "confirmed", null, null);
        assertThat(past.past.alertedSince(Set.of(person))).isEmpty();

        world.opens(person, Band.HIGH);

        assertThat(past.past.alertedSince(Set.of(person))).containsEntry(person, LocalDate.of(2026, 11, 26));
    }

    @Test
    void whoWasDismissedAfterAPastCaseIsNoDismissalAfterAnAlert() {
        past.take(person, "2026-03-02", "confirmed", null, null);
        world.staff.leaves(person, LocalDate.of(2026, 4, 1), "involuntary");

        assertThat(world.dismissals()).isZero();
    }

    @Test
    @Tag("O12")
    void thePersonReadsThePastCaseInTheirRecordAndThatItWasImported() {
        past.take(person, "2026-03-02", "confirmed", "retained", "2026-03-20");

        assertThat(world.record(person))
                .singleElement()
                .satisfies(item -> assertThat(item.fields())
                        .containsEntry("asOf", "2026-03-02")
                        .containsEntry("imported", true)
                        .doesNotContainKeys("score", "band"));
        assertThat(room.record(person))
                .hasSize(2)
                .anySatisfy(item -> assertThat(item.fields())
                        .containsEntry("imported", true)
                        .doesNotContainKey("dueOn"))
                .anySatisfy(item -> assertThat(item.fields())
                        .containsEntry("heldOn", "2026-03-05")
                        .containsEntry("text", "What was said then."));
        assertThat(past.outcomes.record(person)).hasSize(1);
    }

    @Test
    @Tag("O14")
    void erasureLeavesNothingOfAPastCase() {
        past.take(person, "2026-03-02", "confirmed", "retained", "2026-03-20");
        Subject subject = Subject.person(world.firm, person);

        world.database.run(connection -> {
            PastOutcomeRoom.traces().erase(connection, subject);
            CaseRoom.traces().erase(connection, subject);
            RetentionWorld.traces().erase(connection, subject);
        });

        assertThat(rows("alert") + rows("retention_case") + rows("case_talk") + rows("case_outcome"))
                .isZero();
    }

    @Test
    @Tag("O11")
    void aPastCaseEndsByThePeriodOfTheRuleBookAndWhatIsOlderIsNotTaken() {
        past.periods.add(new RetentionRule(RetentionRule.Kind.ALERTS, 12, RetentionRule.Start.DATE));
        assertThat(past.past.rules(world.firm).since()).isEqualTo("2025-11-26");
        past.take(person, "2026-03-02", "confirmed", "retained", "2026-03-20");

        new AgedTable(RetentionRule.Kind.ALERTS, world.database, "alert", "as_of", day -> day)
                .delete(world.firm, LocalDate.of(2026, 3, 3), Set.of());

        assertThat(rows("alert") + rows("retention_case") + rows("case_talk") + rows("case_outcome"))
                .isZero();
    }

    @Test
    @Tag("O9")
    void nothingOfWhatWasSaidLiesInTheDatabaseInPlainWords() {
        past.take(person, "2026-03-02", "confirmed", "moved", "2026-03-20");

        for (String table : List.of("alert", "case_talk", "case_outcome")) {
            assertThat(contents(table))
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(text)
                            .doesNotContain("What was said then.")
                            .doesNotContain("confirmed")
                            .doesNotContain("moved"));
        }
    }

    @Test
    void aTalkIsAboutTheNeedsOfTheIndustryOrOther() {
        assertThat(past.past.rules(world.firm).causes()).contains("other").hasSizeGreaterThan(3);
        assertThat(past.past.rules(world.firm).since()).isNull();
    }

    @Test
    void aPastAlertHasNeitherScoreNorPapers() {
        past.take(person, "2026-03-02", "confirmed", null, null);
        Alert alert = past.alerts(person).get(0);

        assertThat(alert.state()).isEqualTo(AlertState.CLOSED);
        assertThat(world.shown(alert)).satisfies(view -> {
            assertThat(view.imported()).isTrue();
            assertThat(view.score()).isNull();
            assertThat(view.documents()).isNull();
        });
    }

    private int rows(String table) {
        return contents(table, "id").size();
    }

    private List<String> contents(String table) {
        return contents(table, "content");
    }

    private List<String> contents(String table, String column) {
        return world.database.call(connection -> {
            List<String> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement("select " + column + " from " + table);
                    ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.add(new String(row.getBytes(1), StandardCharsets.ISO_8859_1));
                }
            }
            return found;
        });
    }
}
