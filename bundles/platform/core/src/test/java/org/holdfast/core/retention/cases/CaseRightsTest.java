package org.holdfast.core.retention.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.AgedTable;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.RetentionWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person is told of cases, and that nothing of them stays longer than it may. */
class CaseRightsTest {
    private final CaseRoom room = new CaseRoom();
    private final UUID firm = room.world.firm;
    private final UUID head = room.world.staff.hire(firm, null);
    private final UUID boss = room.world.staff.hire(firm, head);
    private final UUID person = room.world.staff.hire(firm, boss);
    private Alert alert;

    @BeforeEach
    void goesUp() {
        alert = room.flag(person, "2026-11-23T12:00:00Z");
        room.at("2026-11-24T01:00:00Z");
        room.at("2026-11-27T01:00:00Z");
        room.at("2026-11-30T01:00:00Z");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @Tag("O12")
    void personIsToldTheCasesAboutThemAndNobodyElses() {
        CaseRecords records = new CaseRecords(room.table, room.talks);

        assertThat(records.of(Subject.person(firm, person), "en"))
                .singleElement()
                .satisfies(item -> assertThat(item.fields())
                        .containsEntry("state", "waiting")
                        .containsEntry("dueOn", "2026-12-03")
                        .containsEntry("recipients", "lineManager"));
        assertThat(records.of(Subject.person(firm, boss), "en")).isEmpty();
    }

    @Test
    @Tag("O12")
    void personIsToldTheTalksAboutThemWithTheirWordsAndWhatWasCorrected() {
        UUID first = talk("""
                {"key":"%s","heldOn":"2026-11-30","intent":"confirmed","causes":["other"],"text":"An offer from elsewhere."}""");
        talk("""
                {"key":"%s","heldOn":"2026-11-30","intent":"denied","nextStep":"Meet again.","corrects":"FIRST"}""".replace("FIRST", first.toString()));

        assertThat(new CaseRecords(room.table, room.talks).of(Subject.person(firm, person), "en"))
                .hasSize(3)
                .anySatisfy(item -> assertThat(item.fields())
                        .containsEntry("by", "subsidiaryHr")
                        .containsEntry("intent", "confirmed")
                        .containsEntry("causes", "other")
                        .containsEntry("text", "An offer from elsewhere.")
                        .containsEntry("corrected", true))
                .anySatisfy(item -> assertThat(item.fields())
                        .containsEntry("intent", "denied")
                        .containsEntry("nextStep", "Meet again.")
                        .doesNotContainKey("corrected"));
    }

    @Test
    @Tag("O14")
    void erasureLeavesNoCaseOfThePerson() {
        talk("{\"key\":\"%s\",\"heldOn\":\"2026-11-30\",\"intent\":\"undeclared\"}");
        assertThat(count(person)).containsEntry("cases", 2L);

        erase(person);

        assertThat(room.table.all()).isEmpty();
        assertThat(count(person)).isEmpty();
    }

    @Test
    @Tag("O14")
    void erasureTakesWhoHadToTalkOutOfTheCasesOfOthers() {
        erase(boss);
        erase(head);

        assertThat(room.talker(alert)).isNull();
        assertThat(room.table.turns(room.of(alert).id()))
                .singleElement()
                .satisfies(turn -> assertThat(turn.talkerId()).isNull());
    }

    @Test
    @Tag("O11")
    void caseEndsWithItsAlertByThePeriodOfTheRuleBook() {
        AgedTable aged = new AgedTable(RetentionRule.Kind.ALERTS, room.world.database, "alert", "as_of", day -> day);

        aged.delete(firm, LocalDate.of(2026, 11, 24), Set.of());

        assertThat(room.table.all()).isEmpty();
    }

    private UUID talk(String body) {
        Reply reply = room.hr("hr", firm, null)
                .call("POST", "cases/" + room.of(alert).id() + "/talks", body.formatted(UUID.randomUUID()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return UUID.fromString(reply.text("talks.0.id"));
    }

    private Map<String, Long> count(UUID whom) {
        return room.world.database.call(connection -> new CaseTraces().count(connection, Subject.person(firm, whom)));
    }

    private void erase(UUID whom) {
        Subject subject = Subject.person(firm, whom);
        room.world.database.run(connection -> {
            new CaseTraces().erase(connection, subject);
            RetentionWorld.traces().erase(connection, subject);
        });
    }
}
