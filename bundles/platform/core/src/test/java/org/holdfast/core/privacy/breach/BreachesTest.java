package org.holdfast.core.privacy.breach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.holdfast.core.platform.rest.GaugeSource.Gauge;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A breach is timed by the rule book, told to authority and people, and closed only after that. */
@Tag("O25")
class BreachesTest {
    private static final String SENT =
            "{\"whom\":\"%s\",\"sent\":true,\"recipient\":\"by mail\",\"text\":\"what happened\"}";

    @TempDir
    Path data;

    private BreachRoom room;

    @BeforeEach
    void open() {
        room = new BreachRoom(data);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theTimeToTellIsTheRuleBooks() {
        Reply european = room.noticed(room.european, "medium");
        assertThat(european.status()).as(european.body()).isEqualTo(200);
        assertThat(european.text("items.0.clock.authorityDueAt")).isEqualTo("2026-11-29T08:00:00Z");

        Reply chinese = room.noticed(room.chinese, "medium");
        assertThat(chinese.text("items.0.clock.authorityDueAt")).isEqualTo("2026-11-26T12:00:00Z");
        assertThat(chinese.text("items.0.clock.peopleDueAt")).isEqualTo("2026-11-26T12:00:00Z");
        assertThat(chinese.text("items.0.state")).isEqualTo("open");
        assertThat(chinese.text("items.0.registeredBy")).isEqualTo(BreachRoom.ACCOUNT.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T07:59:59Z,null,false",
        "2026-11-28T08:00:00Z,48,false",
        "2026-11-28T19:59:59Z,48,false",
        "2026-11-28T20:00:00Z,60,false",
        "2026-11-29T07:59:59Z,60,false",
        "2026-11-29T08:00:00Z,72,false",
        "2026-11-29T08:00:01Z,72,true"
    })
    void whoHasToTellIsWarnedAfter48And60And72Hours(String now, String warned, String overdue) {
        String id = id(room.noticed(room.european, "medium"));
        room.tell(room.european, id, SENT.formatted("people"));

        room.clock.set(now);

        Reply shown = room.show(room.european, id);
        assertThat(shown.text("clock.warnedAtHours")).isEqualTo(warned);
        assertThat(shown.text("clock.overdue")).isEqualTo(overdue);
        assertThat(gauge("holdfast_breaches_open")).isEqualTo(1);
        assertThat(gauge("holdfast_breaches_warned")).isEqualTo(warned.equals("null") ? 0 : 1);
        assertThat(gauge("holdfast_breaches_overdue")).isEqualTo(overdue.equals("true") ? 1 : 0);
    }

    @Test
    void whoeverHasToldIsWarnedNoMore() {
        String id = id(room.noticed(room.european, "high"));
        room.tell(room.european, id, SENT.formatted("authority"));
        room.tell(room.european, id, SENT.formatted("people"));

        room.clock.set("2027-01-01T00:00:00Z");

        Reply shown = room.show(room.european, id);
        assertThat(shown.text("state")).isEqualTo("notified");
        assertThat(shown.text("clock.warnedAtHours")).isEqualTo("null");
        assertThat(shown.text("clock.overdue")).isEqualTo("false");
        assertThat(shown.text("steps.0.whom")).isEqualTo("authority");
        assertThat(shown.text("steps.0.at")).isEqualTo("2026-11-26T08:00:00Z");
        assertThat(shown.text("steps.0.by")).isEqualTo(BreachRoom.ACCOUNT.toString());
        assertThat(shown.text("steps.0.text")).isEqualTo("what happened");
        assertThat(shown.text("steps.0.recipient")).isEqualTo("by mail");
    }

    @Test
    void whatIsToldLateSaysWhy() {
        String id = id(room.noticed(room.european, "medium"));
        room.clock.set("2026-11-29T08:00:01Z");

        wrong(room.tell(room.european, id, SENT.formatted("authority")), "reason", "missing");
        Reply inTime = room.tell(
                room.european, id, SENT.formatted("authority").replace("}", ",\"at\":\"2026-11-29T09:00:00+01:00\"}"));
        assertThat(inTime.status()).as(inTime.body()).isEqualTo(200);
        Reply late = room.tell(
                room.european, id, SENT.formatted("people").replace("}", ",\"reason\":\"the people were sought\"}"));
        assertThat(late.status()).as(late.body()).isEqualTo(200);
        assertThat(late.text("state")).isEqualTo("notified");
    }

    @ParameterizedTest
    @CsvSource({"pipl,low,409", "pipl,high,409", "gdpr,low,200", "gdpr,medium,409", "gdpr,high,409"})
    void theAuthorityIsKeptFromNothingTheRuleBookHasItTold(String book, String severity, int status) {
        UUID firm = book.equals("pipl") ? room.chinese : room.european;
        String id = id(room.noticed(firm, severity));
        String silent = "{\"whom\":\"authority\",\"sent\":false,\"reason\":\"all was sealed\"}";

        assertThat(room.tell(firm, id, silent).status()).isEqualTo(status);
        assertThat(room.tell(firm, id, silent.replace("authority", "people")).status())
                .isEqualTo(200);
        wrong(room.tell(firm, id, "{\"whom\":\"people\",\"sent\":false}"), "reason", "missing");
    }

    @Test
    void noneIsClosedBeforeAllIsToldAndAClosedOneStaysAsItIs() {
        String id = id(room.noticed(room.chinese, "high"));
        assertThat(closed(id).text("type")).isEqualTo("/problems/breach-not-told");
        room.tell(room.chinese, id, SENT.formatted("authority"));
        assertThat(closed(id).status()).isEqualTo(409);
        room.tell(room.chinese, id, SENT.formatted("people"));

        Reply done = closed(id);
        assertThat(done.text("state")).isEqualTo("closed");
        assertThat(done.text("steps.2.text")).isEqualTo("disks are encrypted now");
        for (Reply after : List.of(
                closed(id),
                room.tell(room.chinese, id, SENT.formatted("people")),
                room.officer(room.chinese)
                        .call("PUT", "privacy/breaches/" + id, "{\"severity\":\"low\",\"what\":\"nothing\"}"),
                room.officer(room.chinese)
                        .call(
                                "POST",
                                "privacy/breaches/" + id + "/people",
                                "{\"employeeIds\":[\"" + room.staff.hire(room.chinese, null) + "\"]}"))) {
            assertThat(after.text("type")).isEqualTo("/problems/breach-closed");
        }
        assertThat(room.show(room.chinese, id).body()).isEqualTo(done.body());
    }

    @Test
    void noWayOfActingClosesWhatWasNotTold() {
        Random random = new Random(25);
        for (int round = 0; round < 60; round++) {
            String id = id(room.noticed(room.chinese, "high"));
            boolean authority = false;
            boolean people = false;
            for (int act = 0; act < 6; act++) {
                switch (random.nextInt(4)) {
                    case 0 ->
                        authority |= room.tell(room.chinese, id, SENT.formatted("authority"))
                                        .status()
                                == 200;
                    case 1 ->
                        people |= room.tell(room.chinese, id, SENT.formatted("people"))
                                        .status()
                                == 200;
                    case 2 -> room.tell(room.chinese, id, "{\"whom\":\"authority\",\"sent\":false,\"reason\":\"no\"}");
                    default -> {
                        boolean ended = closed(id).status() == 200;
                        assertThat(ended).isEqualTo(authority && people);
                        act = ended ? 6 : act;
                    }
                }
            }
        }
    }

    @Test
    void oneIncidentIsABreachInEachSubsidiaryItReaches() {
        List<Breach> both = room.breaches.register(
                List.of(room.chinese, room.european),
                room.clock.instant(),
                new Breaches.Known(Severity.HIGH, java.util.Set.of(), BreachFacts.UNKNOWN),
                BreachRoom.ACCOUNT);

        assertThat(both).extracting(Breach::incidentId).containsOnly(both.get(0).incidentId());
        assertThat(room.officer(room.chinese)
                        .call("GET", "privacy/breaches", "")
                        .body())
                .contains(both.get(0).id().toString())
                .doesNotContain(both.get(1).id().toString());
        String far = both.get(1).id().toString();
        assertThat(room.show(room.chinese, far).status()).isEqualTo(404);
        assertThat(room.tell(room.chinese, far, SENT.formatted("people")).status())
                .isEqualTo(404);
        assertThat(room.officer(room.chinese)
                        .call(
                                "POST",
                                "privacy/breaches",
                                "{\"subsidiaryIds\":[\"" + room.european + "\"],\"severity\":\"low\",\"what\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatWasLearntLaterIsWrittenDownAndTheClockStays() {
        String id = id(room.noticed(room.european, "low"));
        room.clock.set("2026-11-27T08:00:00Z");

        Reply changed = room.officer(room.european)
                .call(
                        "PUT",
                        "privacy/breaches/" + id,
                        "{\"severity\":\"high\",\"categories\":[\"pay\",\"survey\"],\"what\":\"two laptops\","
                                + "\"measures\":\"wiped\"}");

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.text("severity")).isEqualTo("high");
        assertThat(changed.text("facts.measures")).isEqualTo("wiped");
        assertThat(changed.text("clock.noticedAt")).isEqualTo("2026-11-26T08:00:00Z");
        assertThat(changed.text("clock.authorityDueAt")).isEqualTo("2026-11-29T08:00:00Z");
    }

    @Test
    void theWordsAreSealed() {
        String id = id(room.noticed(room.chinese, "high"));
        room.tell(room.chinese, id, SENT.formatted("authority"));

        room.database.run(connection -> {
            for (String column : List.of("facts from data_breach", "content from data_breach_step")) {
                try (PreparedStatement read = connection.prepareStatement("select " + column);
                        ResultSet row = read.executeQuery()) {
                    assertThat(row.next()).isTrue();
                    assertThat(new String(row.getBytes(1), java.nio.charset.StandardCharsets.UTF_8))
                            .doesNotContain("laptop", "what happened");
                }
            }
        });
    }

    @Test
    void whatIsMissingIsSaidByField() {
        String id = id(room.noticed(room.chinese, "high"));
        String body = "{\"subsidiaryIds\":[\"" + room.chinese + "\"],\"severity\":\"low\",\"what\":\"x\"}";
        Map<String, String> wrongs = Map.of(
                body.replace("\"" + room.chinese + "\"", ""), "subsidiaryIds",
                body.replace("\"low\"", "null"), "severity",
                body.replace("low", "dire"), "severity",
                body.replace("\"x\"", "\" \""), "what",
                body.replace("}", ",\"categories\":[\"horoscope\"]}"), "categories",
                body.replace("}", ",\"noticedAt\":\"2026-11-26T08:00:01Z\"}"), "noticedAt");
        wrongs.forEach((wrong, field) -> {
            Reply reply = room.officer(room.chinese).call("POST", "privacy/breaches", wrong);
            assertThat(reply.status()).as(wrong).isEqualTo(400);
            assertThat(reply.text("errors.0.field")).isEqualTo(field);
        });
        wrong(room.tell(room.chinese, id, "{\"sent\":true}"), "whom", "missing");
        wrong(room.tell(room.chinese, id, "{\"whom\":\"closure\",\"sent\":true}"), "whom", "unknown");
        wrong(room.tell(room.chinese, id, "{\"whom\":\"people\"}"), "sent", "missing");
        wrong(room.tell(room.chinese, id, "{\"whom\":\"people\",\"sent\":true}"), "recipient", "missing");
        wrong(
                room.tell(room.chinese, id, SENT.formatted("people").replace("}", ",\"at\":\"2026-11-25T08:00:00Z\"}")),
                "at",
                "beforeNoticed");
        wrong(room.officer(room.chinese).call("GET", "privacy/breaches?state=lost", ""), "state", "unknown");
    }

    private Reply closed(String id) {
        return room.officer(room.chinese)
                .call("POST", "privacy/breaches/" + id + "/closure", "{\"conclusion\":\"disks are encrypted now\"}");
    }

    private double gauge(String name) {
        return new BreachGauges(room.breaches)
                .gauges().stream()
                        .filter(gauge -> gauge.name().equals(name))
                        .mapToDouble(Gauge::value)
                        .sum();
    }

    static String id(Reply registered) {
        assertThat(registered.status()).as(registered.body()).isEqualTo(200);
        return registered.text("items.0.id");
    }

    private static void wrong(Reply reply, String field, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.text("errors.0.field")).isEqualTo(field);
        assertThat(reply.text("errors.0.code")).isEqualTo(code);
    }
}
