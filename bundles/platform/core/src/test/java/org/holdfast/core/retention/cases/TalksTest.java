package org.holdfast.core.retention.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.retention.Alert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Talks are recorded once and stay as they are; who reads what depends on who held them. */
class TalksTest {
    private static final String TOLD = "{\"key\":\"%s\",\"heldOn\":\"2026-11-25\",\"intent\":\"confirmed\","
            + "\"causes\":[\"other\"],\"text\":\"An offer from elsewhere.\",\"nextStep\":\"Meet on Friday.\"}";

    private final CaseRoom room = new CaseRoom();
    private final UUID firm = room.world.firm;
    private final UUID head = room.world.staff.hire(firm, null);
    private final UUID boss = room.world.staff.hire(firm, head);
    private final UUID person = room.world.staff.hire(firm, boss);
    private final MemoryServer hr = room.hr("hr", firm, null);
    private final MemoryServer superior = room.superior(boss);
    private Alert alert;
    private String path;

    @BeforeEach
    void deliver() {
        alert = room.flag(person, "2026-11-23T12:00:00Z");
        room.at("2026-11-24T01:00:00Z");
        path = "cases/" + room.of(alert).id();
        room.at("2026-11-25T08:00:00Z");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theFirstTalkStopsTheClock() {
        Reply reply = talk(superior, TOLD);

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.text("state")).isEqualTo("talked");
        assertThat(reply.text("talks.0.heldOn")).isEqualTo("2026-11-25");
        assertThat(reply.text("talks.0.words.intent")).isEqualTo("confirmed");
        assertThat(reply.text("talks.0.words.causes.0.text")).isEqualTo("Something else");
        room.at("2026-11-27T01:00:00Z");
        room.at("2026-11-30T01:00:00Z");
        assertThat(room.talker(alert)).isEqualTo(boss);
        assertThat(room.of(alert).overdue(room.world.clock.instant())).isFalse();
        assertThat(room.reminders.standing()).isEmpty();
    }

    @Test
    void causesAreTheNeedsOfTheIndustryAndWhatItDoesNotList() {
        Reply reply = superior.call("GET", path, "");
        String need = reply.text("causes.0.code");

        assertThat(reply.body()).contains("\"code\":\"other\"");
        assertThat(talk(superior, TOLD.replace("other", need)).status()).isEqualTo(200);
    }

    @Test
    void theSameRequestSentTwiceIsTakenOnce() {
        String body = TOLD.formatted(UUID.randomUUID());

        superior.call("POST", path + "/talks", body);
        Reply again = superior.call("POST", path + "/talks", body);
        Reply other = superior.call("POST", path + "/talks", body.replace("confirmed", "denied"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(talks(again)).isEqualTo(1);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("type")).endsWith("talk-key-used");
    }

    @Test
    void correctionStandsBesideWhatItCorrectsAndBothStayReadable() {
        String first = talk(superior, TOLD).text("talks.0.id");
        String correction = TOLD.replace("confirmed", "denied").replace("}", ",\"corrects\":\"" + first + "\"}");

        Reply reply = talk(superior, correction);

        assertThat(reply.text("talks.0.corrects")).isEqualTo(first);
        assertThat(reply.text("talks.1.correctedBy")).isEqualTo(reply.text("talks.0.id"));
        assertThat(reply.text("talks.1.words.intent")).isEqualTo("confirmed");
        Reply second = talk(superior, correction);
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.text("errors.0.field")).isEqualTo("corrects");
        assertThat(room.timeline(person, boss)).hasSize(1);
    }

    @Test
    void wordsOfHrNeverReachTheSuperiorButThatTheyTalkedDoes() {
        // Before the delivery: the day itself would tell since when there is an alert.
        talk(hr, TOLD.replace("2026-11-25", "2026-11-23").replace("elsewhere", "a head-hunter"));

        Reply seen = superior.call("GET", path, "");

        assertThat(seen.text("state")).isEqualTo("talked");
        assertThat(seen.text("talks.0.role")).isEqualTo("subsidiaryHr");
        assertThat(seen.text("talks.0.heldOn")).isEqualTo("2026-11-24");
        assertThat(seen.body()).doesNotContain("head-hunter", "words\":{", "2026-11-23", "Meet on Friday");
        assertThat(room.timeline(person, boss))
                .singleElement()
                .satisfies(item -> assertThat(item.detail()).isEmpty());
        assertThat(room.timeline(person, head)).isEmpty();
    }

    @Test
    void hrReadsTheWordsOfTheSuperiorAndTheNextSuperiorDoesNot() {
        room.at("2026-11-27T01:00:00Z");
        room.at("2026-11-30T01:00:00Z");
        Reply late = talk(superior, TOLD);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("type")).endsWith("case-with-another");

        talk(room.superior(head), TOLD);

        assertThat(hr.call("GET", path, "").text("talks.0.words.text")).isEqualTo("An offer from elsewhere.");
        assertThat(superior.call("GET", path, "").body()).doesNotContain("elsewhere");
        assertThat(superior.call("GET", path, "").text("mayRecord")).isEqualTo("false");
    }

    @Test
    void superiorCorrectsNothingOfWhatHrWrote() {
        String first = talk(hr, TOLD).text("talks.0.id");

        Reply refused = talk(superior, TOLD.replace("}", ",\"corrects\":\"" + first + "\"}"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("errors.0.field")).isEqualTo("corrects");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "heldOn|\"heldOn\":\"2026-11-26\"",
                "heldOn|\"heldOn\":\"2026-11-22\"",
                "heldOn|\"heldOn\":null",
                "intent|\"intent\":\"perhaps\"",
                "causes|\"causes\":[\"weather\"]",
                "corrects|\"corrects\":\"77777777-7777-4777-8777-777777777777\"",
                "key|\"key\":null"
            })
    void whatIsWrongIsNamedByItsFieldAndNothingIsKept(String field, String wrong) {
        String body = TOLD.formatted(UUID.randomUUID())
                .replaceAll("\"" + field + "\":(\"[^\"]*\"|\\[[^\\]]*\\]),", "")
                .replace("}", "," + wrong + "}");

        Reply reply = hr.call("POST", path + "/talks", body);

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.text("errors.0.field")).isEqualTo(field);
        assertThat(hr.call("GET", path, "").text("state")).isEqualTo("waiting");
    }

    @Test
    void textsThatAreTooLongAreRefusedWithAllThatIsWrong() {
        Reply reply = talk(
                hr,
                TOLD.replace("An offer", "x".repeat(4_001))
                        .replace("Meet", "x".repeat(1_001))
                        .replace("confirmed", ""));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("\"intent\"", "\"text\"", "\"nextStep\"");
    }

    @Test
    void superiorIsRefusedADayBeforeTheDeliveryWhicheverDayTheAlertIsOf() {
        Reply refused = talk(superior, TOLD.replace("2026-11-25", "2026-11-23"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain("2026-11-24");
        assertThat(talk(hr, TOLD.replace("2026-11-25", "2026-11-23")).status()).isEqualTo(200);
    }

    @Test
    void closedCaseOneOfSomebodyWhoLeftAndOneThereIsNotTakeNothing() {
        assertThat(hr.call("POST", "cases/" + UUID.randomUUID() + "/talks", TOLD.formatted(UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        room.world.staff.leaves(person, LocalDate.of(2026, 11, 25), "voluntary");
        Reply left = talk(hr, TOLD);
        assertThat(left.status()).isEqualTo(409);
        room.at("2026-11-25T09:00:00Z");

        Reply closed = talk(hr, TOLD);

        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.text("type")).endsWith("case-closed");
        assertThat(hr.call("GET", path, "").text("mayRecord")).isEqualTo("false");
    }

    @Test
    void databaseHoldsNothingOfATalkInPlainWords() {
        talk(superior, TOLD);

        assertThat(cells())
                .noneMatch(cell -> cell.contains("elsewhere")
                        || cell.contains("confirmed")
                        || cell.contains("Friday")
                        || cell.contains("superior"));
    }

    private Reply talk(MemoryServer who, String body) {
        return who.call("POST", path + "/talks", body.formatted(UUID.randomUUID()));
    }

    private static int talks(Reply reply) {
        return reply.body().split("\"recordedAt\"", -1).length - 1;
    }

    private List<String> cells() {
        return room.world.database.call(connection -> {
            List<String> cells = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement("select * from case_talk");
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        Object cell = row.getObject(column);
                        cells.add(
                                cell instanceof byte[] bytes
                                        ? new String(bytes, StandardCharsets.ISO_8859_1)
                                        : String.valueOf(cell));
                    }
                }
            }
            return cells;
        });
    }
}
