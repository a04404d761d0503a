package org.holdfast.core.offboarding.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.OpenSight;
import org.holdfast.core.offboarding.cases.CaseChange.Kind;
import org.holdfast.core.offboarding.events.FirmInbox.Message;
import org.holdfast.core.offboarding.events.FirmInbox.Mood;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets as an administrator sets them up. */
class TargetsTest {
    private final EventRoom room = new EventRoom();
    private final Texts texts = new Texts(FixedRegistry::new);
    private final MemoryServer api =
            new MemoryServer(texts, new EventTargetsResource(room.server.desk, room.reader, room.sight));
    private final UUID id = UUID.randomUUID();

    @AfterEach
    void close() {
        room.close();
    }

    private Reply put(String changed) {
        return api.call("PUT", "event-targets/" + id, changed);
    }

    private String body(String version) {
        return "{\"subsidiaryId\":\"" + room.firm + "\",\"name\":\"Payroll\",\"url\":\"" + room.inbox.url()
                + "\",\"audience\":\"finance\",\"kinds\":[\"begun\",\"ended\"],\"active\":true,\"version\":" + version
                + "}";
    }

    @Test
    void aSecretIsShownOnceAndNeverAgain() {
        Reply made = put(body("null"));

        assertThat(made.status()).isEqualTo(200);
        String secret = made.text("secret");
        assertThat(secret).startsWith("whsec_");
        assertThat(api.call("GET", "event-targets?subsidiaryId=" + room.firm, "")
                        .body())
                .contains("Payroll")
                .doesNotContain(secret)
                .doesNotContain("whsec_");
        assertThat(put(body("1")).body()).doesNotContain("whsec_");
        assertThat(room.server.outbox.targets().find(id).orElseThrow().toString())
                .doesNotContain("whsec_");
    }

    @Test
    void anotherSecretTakesThePlaceOfTheOldWithinAWeek() {
        String old = put(body("null")).text("secret");
        Reply rotated = api.call("POST", "event-targets/" + id + "/secret", "{\"version\":1}");
        String fresh = rotated.text("secret");
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(old);
        assertThat(rotated.body()).contains("\"oldSecretUntil\":\"2026-12-04T08:00:00Z\"");

        room.happens(room.leaver, Kind.BEGUN);
        room.server.send();
        assertThat(signatures(0)).hasSize(2);

        room.later(Duration.ofDays(7));
        room.happens(room.leaver, Kind.ENDED);
        room.server.send();
        assertThat(signatures(1)).hasSize(1);
        Target now = room.server.outbox.targets().find(id).orElseThrow();
        assertThat(now.content().valid(room.now())).containsExactly(fresh);
    }

    private List<String> signatures(int message) {
        Message taken = room.inbox.taken().get(message);
        return List.of(taken.heads().get("webhook-signature").split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\":\"Payroll\" | \"name\":\" \" | name",
                "\"kinds\":[\"begun\",\"ended\"] | \"kinds\":[] | kinds",
                "\"kinds\":[\"begun\",\"ended\"] | \"kinds\":[\"begun\",\"pay\"] | kinds",
                "\"audience\":\"finance\" | \"audience\":\"boss\" | audience",
                "http: | gopher: | url",
                "127.0.0.1 | 169.254.169.254 | url"
            })
    void whatIsWrongIsNamed(String right, String wrong, String field) {
        Reply refused = put(body("null").replace(right, wrong));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("\"" + field + "\"").doesNotContain("??");
        assertThat(room.server.outbox.targets().find(id)).isEmpty();
    }

    @Test
    void ofTwoWhoChangeATargetAtOnceTheSecondIsToldAndNothingOfTheFirstIsLost() {
        put(body("null"));
        assertThat(put(body("1").replace("Payroll", "The first")).status()).isEqualTo(200);

        Reply second = put(body("1").replace("Payroll", "The second"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("event-target-changed");
        assertThat(put(body("null")).status()).as("made twice").isEqualTo(409);
        assertThat(api.call("POST", "event-targets/" + id + "/secret", "{\"version\":1}")
                        .status())
                .isEqualTo(409);
        assertThat(api.call("DELETE", "event-targets/" + id + "?version=1", "").status())
                .isEqualTo(409);
        assertThat(room.server.outbox.targets().find(id).orElseThrow().content().name())
                .isEqualTo("The first");
    }

    @Test
    void anAudienceIsForGood() {
        put(body("null"));
        put(body("1").replace("finance", "oa"));

        assertThat(room.server.outbox.targets().find(id).orElseThrow().wanted().audience())
                .isEqualTo(Audience.FINANCE);
    }

    @Test
    void aTargetThatIsRemovedIsToldNothingAndNothingWaits() {
        put(body("null"));
        room.happens(room.leaver, Kind.BEGUN);

        assertThat(api.call("DELETE", "event-targets/" + id + "?version=1", "").status())
                .isEqualTo(204);

        room.server.send();
        assertThat(room.inbox.calls()).isZero();
        assertThat(room.server.outbox.deliveries().of(room.leaver)).isEmpty();
        assertThat(put(body("1")).status()).isEqualTo(404);
    }

    @Test
    void aPingTellsOfNobodyAndSaysInWordsWhatCameOfIt() {
        put(body("null"));

        assertThat(api.call("POST", "event-targets/" + id + "/ping", "").body())
                .isEqualTo("{\"taken\":true,\"status\":204,\"error\":null}");
        assertThat(EventsTest.type(room.inbox.taken().get(0))).isEqualTo("ping");
        assertThat(EventsTest.json(room.inbox.taken().get(0)).has("subject")).isFalse();

        room.inbox.is(Mood.REDIRECTS);
        api.with("Accept-Language", "zh");
        assertThat(api.call("POST", "event-targets/" + id + "/ping", "").body())
                .contains("\"taken\":false,\"status\":307")
                .contains("请填写新地址");
    }

    @Test
    void whatWaitsIsShownWithoutWhomItIsAbout() {
        put(body("null"));
        room.happens(room.leaver, Kind.BEGUN);
        room.inbox.is(Mood.FAILS);
        room.server.send();

        Reply shown = api.call("GET", "event-targets/" + id + "/deliveries?state=waiting", "");
        assertThat(shown.body())
                .contains("\"kind\":\"begun\"", "\"tries\":1", "The system failed")
                .doesNotContain(room.leaver.toString());
        assertThat(api.call("GET", "event-targets?subsidiaryId=" + room.firm, "")
                        .body())
                .contains("\"waiting\":1", "\"parked\":0", "\"failingSince\":\"2026-11-27T08:00:00Z\"");
        assertThat(api.call("GET", "event-targets/" + id + "/deliveries", "").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"parked\":true,\"deliveries\":[]}",
                "{\"from\":\"2026-11-27T00:00:00Z\"}",
                "{\"from\":\"2026-11-27T00:00:00Z\",\"to\":\"2026-11-26T00:00:00Z\"}"
            })
    void whatIsToBeSentAgainIsNamedInOneWay(String wanted) {
        put(body("null"));

        assertThat(api.call("POST", "event-targets/" + id + "/replay", wanted).status())
                .isEqualTo(400);
    }

    @Test
    void nobodySeesTargetsOfAnotherSubsidiary() {
        put(body("null"));
        OpenSight far = new OpenSight(
                room.staff.subsidiary("cn-02", "Asia/Shanghai"),
                Role.SYSTEM_ADMIN,
                UUID.randomUUID(),
                Optional.empty());
        MemoryServer elsewhere = new MemoryServer(texts, new EventTargetsResource(room.server.desk, room.reader, far));

        assertThat(elsewhere
                        .call("GET", "event-targets?subsidiaryId=" + room.firm, "")
                        .status())
                .isEqualTo(404);
        assertThat(elsewhere.call("PUT", "event-targets/" + id, body("1")).status())
                .isEqualTo(404);
        assertThat(elsewhere.call("POST", "event-targets/" + id + "/ping", "").status())
                .isEqualTo(404);
        assertThat(elsewhere
                        .call("GET", "event-targets/" + id + "/deliveries?state=waiting", "")
                        .status())
                .isEqualTo(404);
        assertThat(elsewhere
                        .call("POST", "event-targets/" + id + "/replay", "{\"parked\":true}")
                        .status())
                .isEqualTo(404);
        assertThat(elsewhere
                        .call("DELETE", "event-targets/" + id + "?version=1", "")
                        .status())
                .isEqualTo(404);
    }
}
