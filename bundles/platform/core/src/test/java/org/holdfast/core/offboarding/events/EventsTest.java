package org.holdfast.core.offboarding.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.holdfast.core.offboarding.cases.CaseChange.Kind;
import org.holdfast.core.offboarding.events.FirmInbox.Message;
import org.holdfast.core.offboarding.events.FirmInbox.Mood;
import org.holdfast.core.platform.rest.Json;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What systems of the firm are told, and what becomes of it when they misbehave. */
class EventsTest {
    private final EventRoom room = new EventRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aSystemIsToldWhatItWantsSignedAndInOrder() throws Exception {
        TargetDesk.Made made = room.made(Audience.FINANCE, Kind.BEGUN, Kind.STEP_DONE);
        room.happens(room.leaver, Kind.BEGUN, Kind.LAST_DAY_CHANGED, Kind.STEP_DONE);

        room.server.send();

        List<Message> taken = room.inbox.taken();
        assertThat(taken).extracting(EventsTest::type).containsExactly("begun", "step-done");
        assertThat(taken).extracting(EventsTest::sequence).isSorted().doesNotHaveDuplicates();
        Message first = taken.get(0);
        assertThat(first.heads()).containsEntry("content-type", "application/cloudevents+json; charset=UTF-8");
        Instant sent = Instant.ofEpochSecond(Long.parseLong(first.heads().get("webhook-timestamp")));
        assertThat(first.heads().get("webhook-signature"))
                .isEqualTo(Signature.of(
                        List.of(made.secret()), first.id(), sent, first.body().getBytes(StandardCharsets.UTF_8)));
        JsonNode event = json(first);
        assertThat(event.get("specversion").asText()).isEqualTo("1.0");
        assertThat(event.get("id").asText()).isEqualTo(first.id());
        assertThat(event.get("source").asText()).isEqualTo("urn:uuid:" + room.firm);
        assertThat(event.get("time").asText()).isEqualTo("2026-11-27T08:00:00Z");
        assertThat(room.in(made.target(), Delivery.State.DELIVERED)).hasSize(2);
        assertThat(room.read(made.target()).health().deliveredAt()).isEqualTo(room.now());
    }

    @Test
    void eachAudienceIsToldNoMoreThanItNeeds() throws Exception {
        String number = room.staff.people.card(room.leaver).orElseThrow().employeeNo();
        for (Audience audience : Audience.values()) {
            room.made(audience, Kind.STEP_DONE);
        }
        room.happens(room.leaver, Kind.STEP_DONE);

        room.server.send();

        assertThat(room.inbox.taken()).hasSize(4);
        assertThat(room.inbox.taken())
                .extracting(message -> json(message).get("data").toString())
                .containsExactlyInAnyOrder(
                        "{\"case\":\"" + new UUID(3, room.leaver.getLeastSignificantBits())
                                + "\",\"lastDay\":\"2026-12-31\",\"step\":\"accounts\",\"office\":\"it\","
                                + "\"dueOn\":\"2026-12-31\",\"outcome\":\"done\"}",
                        "{\"employeeNo\":\"" + number
                                + "\",\"lastDay\":\"2026-12-31\",\"step\":\"accounts\",\"dueOn\":\"2026-12-31\"}",
                        "{\"employeeNo\":\"" + number + "\",\"lastDay\":\"2026-12-31\"}",
                        "{\"employeeNo\":\"" + number + "\",\"lastDay\":\"2026-12-31\",\"step\":\"accounts\"}");
        assertThat(room.inbox.taken())
                .extracting(message -> json(message).get("subject").asText())
                .as("no two systems can put together what they know by the name of the person")
                .doesNotHaveDuplicates()
                .doesNotContain(room.leaver.toString());
        assertThat(room.inbox.taken())
                .extracting(Message::id)
                .containsOnly(room.inbox.taken().get(0).id());
    }

    @Test
    void whatNobodyWantsIsNotKept() {
        room.made(Audience.IT, Kind.ENDED);
        room.happens(room.leaver, Kind.BEGUN);

        assertThat(count("offboarding_event")).isZero();
    }

    @Test
    void aChangeThatIsRolledBackWasNeverTold() {
        room.target(Audience.IT);
        assertThatThrownBy(() -> room.database.run(connection -> {
                    room.server.listener.changed(room.change(Kind.BEGUN, room.leaver));
                    throw new IllegalStateException("the change fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        room.server.send();

        assertThat(room.inbox.taken()).isEmpty();
        assertThat(count("offboarding_event")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "FAILS, serverError",
        "THROTTLES, throttled",
        "REDIRECTS, redirected",
        "SHUTS_ITS_DOOR, notAdmitted",
        "HANGS, timeout",
        "CLOSES_BEFORE, unreachable",
        "CLOSES_AFTER, unreachable",
        "CUTS_ITS_ANSWER, unreachable",
        "DRIPS, timeout",
        "TALKS_NONSENSE, unreachable"
    })
    void whateverASystemDoesTheSameEventComesAgainUntilItIsTaken(Mood mood, String error) {
        Target target = room.target(Audience.IT);
        room.happens(room.leaver, Kind.BEGUN);
        room.inbox.is(mood);

        room.server.send();
        room.server.send();

        assertThat(room.inbox.calls())
                .as("it is left alone for a while, and nobody follows it")
                .isEqualTo(1);
        assertThat(room.read(target).health().error()).isEqualTo(error);
        assertThat(room.read(target).health().failingSince()).isEqualTo(room.now());
        assertThat(room.in(target, Delivery.State.WAITING)).hasSize(1);

        room.inbox.is(Mood.TAKES);
        room.later(Duration.ofHours(3));
        room.server.send();

        assertThat(room.in(target, Delivery.State.DELIVERED)).hasSize(1);
        assertThat(room.inbox.taken())
                .extracting(Message::id)
                .containsOnly(room.inbox.taken().get(0).id());
        assertThat(room.inbox.taken())
                .extracting(Message::body)
                .containsOnly(room.inbox.taken().get(0).body());
        assertThat(room.read(target).health().error()).isNull();
        assertThat(room.read(target).health().failingSince()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"FLOODS", "CUTS_THE_BODY"})
    void anEventIsTakenByItsStatusHoweverLongTheAnswerIs(Mood mood) {
        Target target = room.target(Audience.IT);
        room.happens(room.leaver, Kind.BEGUN);
        room.inbox.is(mood);

        room.server.send();

        assertThat(room.in(target, Delivery.State.DELIVERED)).hasSize(1);
        assertThat(room.inbox.flooded).as("what nobody reads").isLessThan(64L << 20);
    }

    @Test
    void aSystemThatFailsIsAskedOnceAndNotOncePerPerson() {
        room.target(Audience.IT);
        room.happens(room.leaver, Kind.BEGUN);
        room.happens(room.other, Kind.BEGUN);
        room.inbox.is(Mood.FAILS);

        room.server.send();
        room.server.send();

        assertThat(room.inbox.calls()).isEqualTo(1);
    }

    @Test
    void aSystemIsLeftAloneForAsLongAsItAsks() {
        Target target = room.target(Audience.IT);
        room.happens(room.leaver, Kind.BEGUN);
        room.inbox.is(Mood.THROTTLES);
        room.server.send();
        room.inbox.is(Mood.TAKES);

        room.later(Duration.ofMinutes(119));
        room.server.send();
        assertThat(room.inbox.calls()).isEqualTo(1);

        room.later(Duration.ofMinutes(1));
        room.server.send();
        assertThat(room.in(target, Delivery.State.DELIVERED)).hasSize(1);
    }

    @Test
    void aSystemThatIsGoneIsToldNothingMoreUntilSomebodySwitchesItOnAgain() {
        Target target = room.target(Audience.IT);
        room.happens(room.leaver, Kind.BEGUN);
        room.inbox.is(Mood.GONE);
        room.server.send();

        assertThat(room.read(target).active()).isFalse();
        assertThat(room.read(target).health().error()).isEqualTo("gone");
        assertThat(new EventReminders(room.server.outbox.targets(), room.clock).standing())
                .extracting(notice -> notice.kind().code())
                .containsExactly("eventTargetFailing", "eventsUntold");
        room.inbox.is(Mood.TAKES);
        room.later(Duration.ofDays(1));
        room.server.send();
        assertThat(room.inbox.calls()).isEqualTo(1);

        room.server.desk.put(
                target.id(),
                new TargetFields(
                        null,
                        "The system",
                        room.inbox.url(),
                        null,
                        List.of("begun"),
                        true,
                        room.read(target).version()),
                room.sight);
        room.server.send();
        assertThat(room.in(target, Delivery.State.DELIVERED)).hasSize(1);
    }

    @Test
    void anEventThatIsRefusedHoldsUpItsPersonAndNobodyElse() {
        Target target = room.target(Audience.IT);
        room.happens(room.leaver, Kind.BEGUN, Kind.ENDED);
        room.inbox.is(Mood.REFUSES);
        room.server.send();
        room.inbox.is(Mood.TAKES);
        room.inbox.forget();
        room.happens(room.other, Kind.BEGUN, Kind.WITHDRAWN);

        room.server.send();

        assertThat(room.inbox.taken()).extracting(EventsTest::type).containsExactly("begun", "withdrawn");
        assertThat(room.in(target, Delivery.State.WAITING)).hasSize(2);
    }

    @Test
    void whatIsNotTakenForDaysIsGivenUpToldToPeopleAndSentAgainWhenTheyWant() {
        Target target = room.target(Audience.IT);
        room.happens(room.leaver, Kind.BEGUN, Kind.ENDED);
        room.inbox.is(Mood.REFUSES);
        for (int hours = 0; hours < 75; hours += 2) {
            room.server.send();
            room.later(Duration.ofHours(2));
        }

        assertThat(room.in(target, Delivery.State.PARKED))
                .extracting(one -> one.event().kind())
                .containsExactly(Kind.BEGUN);
        assertThat(room.in(target, Delivery.State.WAITING))
                .as("it waits behind")
                .hasSize(1);
        assertThat(new EventReminders(room.server.outbox.targets(), room.clock).standing())
                .extracting(notice -> notice.kind().code())
                .containsExactly("eventTargetFailing", "eventsUntold");

        room.inbox.is(Mood.TAKES);
        room.inbox.forget();
        int some = room.server.desk.again(target.id(), new ReplayFields(null, true, null, null), room.sight);
        room.server.send();

        assertThat(some).isEqualTo(1);
        assertThat(room.inbox.taken()).extracting(EventsTest::type).containsExactly("begun", "ended");
        assertThat(new EventReminders(room.server.outbox.targets(), room.clock).standing())
                .isEmpty();
    }

    @Test
    void whatWasTakenIsSentAgainInTheSameOrderUnderTheSameIds() {
        Target target = room.target(Audience.IT);
        room.happens(room.leaver, Kind.BEGUN, Kind.STEP_DONE);
        room.later(Duration.ofDays(1));
        room.happens(room.leaver, Kind.ENDED);
        room.server.send();
        List<Message> before = room.inbox.taken();
        room.inbox.forget();
        Instant day = Instant.parse("2026-11-27T00:00:00Z");

        int some = room.server.desk.again(
                target.id(), new ReplayFields(null, null, day, day.plus(Duration.ofDays(1))), room.sight);
        room.server.send();

        assertThat(some).isEqualTo(2);
        assertThat(room.inbox.taken())
                .extracting(Message::id)
                .containsExactly(before.get(0).id(), before.get(1).id());
        assertThat(room.inbox.taken())
                .extracting(Message::body)
                .containsExactly(before.get(0).body(), before.get(1).body());

        UUID one = room.in(target, Delivery.State.DELIVERED).get(0).id();
        assertThat(room.server.desk.again(
                        target.id(), new ReplayFields(List.of(one, UUID.randomUUID()), null, null, null), room.sight))
                .isEqualTo(1);
    }

    @Test
    void aSlowSystemHoldsUpNobodyElse() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (FirmInbox slow = new FirmInbox()) {
            slow.is(Mood.HANGS);
            Target hanging = room.server
                    .desk
                    .put(
                            UUID.randomUUID(),
                            new TargetFields(room.firm, "Slow", slow.url(), "it", List.of("begun"), true, null),
                            room.sight)
                    .target();
            Target quick = room.target(Audience.IT);
            room.happens(room.leaver, Kind.BEGUN);
            CountDownLatch done = new CountDownLatch(1);

            new Dispatch(
                            room.server.round,
                            work -> threads.execute(() -> {
                                work.run();
                                if (!room.in(quick, Delivery.State.DELIVERED).isEmpty()
                                        && room.read(hanging).health().error() == null) {
                                    done.countDown();
                                }
                            }),
                            () -> true)
                    .run();

            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            threads.shutdown();
            assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void nothingIsSentWhileTheKeyRingIsNotOpen() {
        room.target(Audience.IT);
        room.happens(room.leaver, Kind.BEGUN);

        new Dispatch(room.server.round, Runnable::run, () -> false).run();

        assertThat(room.inbox.calls()).isZero();
    }

    @Test
    void twoServersThatSendAtOnceSendEachEventOnce() throws Exception {
        Target target = room.target(Audience.IT);
        for (int person = 0; person < 10; person++) {
            room.happens(room.staff.hire(room.firm, null), Kind.BEGUN, Kind.STEP_DONE, Kind.ENDED);
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CountDownLatch begin = new CountDownLatch(2);
        for (int server = 0; server < 2; server++) {
            EventRoom.Server own = room.new Server(room.database);
            threads.execute(() -> {
                begin.countDown();
                try {
                    begin.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                own.send();
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        room.server.send();

        assertThat(room.in(target, Delivery.State.DELIVERED)).hasSize(30);
        assertThat(room.inbox.taken()).extracting(Message::id).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void whatIsSaidIsSealedShownToItsPersonAndGoesWithThem() {
        String number = room.staff.people.card(room.leaver).orElseThrow().employeeNo();
        TargetDesk.Made made = room.made(Audience.IT, Kind.BEGUN, Kind.ENDED);
        room.happens(room.leaver, Kind.BEGUN);
        room.happens(room.other, Kind.BEGUN);
        Subject person = Subject.person(room.firm, room.leaver);
        PersonTraces traces = new EventBeans().eventTraces();

        assertThat(stored("offboarding_event")).doesNotContain(hex(number));
        assertThat(stored("event_target")).doesNotContain(hex(made.secret())).doesNotContain(hex(room.inbox.url()));
        assertThat(new EventRecords(room.server.outbox, room.audiences).of(person, "en"))
                .singleElement()
                .satisfies(item -> assertThat(item.fields())
                        .containsEntry("what", "begun")
                        .containsEntry("employeeNo", number)
                        .containsEntry("system", "The system"));
        room.database.run(connection -> {
            assertThat(traces.count(connection, person)).containsEntry("exitEvents", 3L);
            traces.erase(connection, person);
            assertThat(traces.count(connection, person)).isEmpty();
        });
        room.server.send();
        assertThat(room.inbox.taken()).as("only what is about somebody else").hasSize(1);
    }

    @Test
    void whoseKeyIsGoneIsToldOfToNobody() {
        room.target(Audience.IT);
        room.happens(room.leaver, Kind.BEGUN);
        room.vault.destroy(Subject.person(room.firm, room.leaver));

        room.server.send();

        assertThat(room.inbox.calls()).isZero();
    }

    @Test
    void whatIsOverIsForgotten() {
        Target target = room.target(Audience.IT);
        room.happens(room.leaver, Kind.BEGUN);
        room.server.send();

        room.later(Duration.ofDays(29));
        room.server.round.tidy();
        assertThat(room.in(target, Delivery.State.DELIVERED)).hasSize(1);

        room.later(Duration.ofDays(2));
        room.server.round.tidy();
        assertThat(count("offboarding_event")).isZero();
        assertThat(count("offboarding_event_order")).as("the order goes on").isEqualTo(1);
    }

    @Test
    void whatWaitsForASystemThatIsSwitchedOffIsNotKeptForEver() {
        Target target = room.target(Audience.IT);
        room.happens(room.leaver, Kind.BEGUN);
        room.server.desk.put(
                target.id(),
                new TargetFields(null, "The system", room.inbox.url(), null, List.of("begun"), false, 1),
                room.sight);
        room.later(Duration.ofDays(89));
        room.server.round.tidy();
        assertThat(count("offboarding_event")).isEqualTo(1);

        room.later(Duration.ofDays(2));
        room.server.round.tidy();
        assertThat(count("offboarding_event")).isZero();
    }

    static String type(Message message) {
        return json(message).get("type").asText().substring("org.holdfast.offboarding.".length());
    }

    static String sequence(Message message) {
        return json(message).get("sequence").asText();
    }

    static JsonNode json(Message message) {
        try {
            return Json.mapper().readTree(message.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String table) {
        return room.database.call(connection -> {
            try (Statement read = connection.createStatement();
                    ResultSet row = read.executeQuery("select count(*) from " + table)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private String stored(String table) {
        return room.database.call(connection -> {
            StringBuilder all = new StringBuilder();
            try (Statement read = connection.createStatement();
                    ResultSet row = read.executeQuery("select content from " + table)) {
                while (row.next()) {
                    all.append(HexFormat.of().formatHex(row.getBytes(1)));
                }
            }
            return all.toString();
        });
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
