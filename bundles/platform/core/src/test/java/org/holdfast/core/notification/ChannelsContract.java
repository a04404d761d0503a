package org.holdfast.core.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdfast.core.access.Role;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.notification.ScriptedMessenger.Act;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is due reaches a messenger, and people read it once, whatever the messenger and the servers do. */
abstract class ChannelsContract {
    private static final NoticeKind CALM = new NoticeKind("requestOverdue", Role.DPO, "/privacy", false);
    private static final NoticeKind URGENT = new NoticeKind("breachWarned", Role.DPO, "/privacy", true);
    private static final UUID OFFICER = new UUID(7, 2);
    private static final UUID SECOND = new UUID(7, 3);

    private final SetClock clock = new SetClock("2026-11-26T01:00:00Z");
    private final List<Notice> notices = new ArrayList<>();
    private final Set<NoticeKind> kinds = Set.of(CALM, URGENT);
    private final FixedRegistry registry = new FixedRegistry();
    private final NoticeSource standing = new NoticeSource() {
        @Override
        public Set<NoticeKind> kinds() {
            return kinds;
        }

        @Override
        public List<Notice> standing() {
            return List.copyOf(notices);
        }
    };
    private ScriptedMessenger messenger;
    private MessengerChannel channel;
    private Staff staff;
    private UUID firm;
    private ReminderRoom room;

    /** One for all tests, which begin without reminders. */
    abstract LocalDatabase database();

    @BeforeEach
    void begin() {
        messenger = new ScriptedMessenger();
        channel = new MessengerChannel(messenger.address());
        registry.with(channel);
        database().run(connection -> {
            for (String table : List.of("notification", "notification_delivery")) {
                try (Statement delete = connection.createStatement()) {
                    delete.execute("delete from " + table);
                }
            }
        });
        staff = new Staff(database(), new TestVault());
        firm = staff.subsidiary("S" + UUID.randomUUID(), "Asia/Shanghai");
        room = server();
    }

    @AfterEach
    void end() {
        messenger.close();
    }

    private ReminderRoom server() {
        return new ReminderRoom(database(), staff.people, clock, registry)
                .officer(OFFICER, firm, "en", null)
                .reach(OFFICER, "messenger", "u100");
    }

    private void stands(NoticeKind kind) {
        notices.add(new Notice("thing " + UUID.randomUUID(), kind, firm));
    }

    private void roundAt(String moment) {
        clock.set(moment);
        room.round(standing);
    }

    private String status() {
        return room.console(OFFICER).call("GET", "channels", "").body();
    }

    @Test
    void whatIsDueComesInOneMessageThatNamesNobodyAndLeadsToTheConsole() {
        stands(CALM);
        stands(CALM);

        room.round(standing);

        assertThat(messenger.messages()).hasSize(1);
        assertThat(messenger.messages().get(0))
                .contains(
                        "Holdfast: 2 reminders", "Requests overdue in Firm S", ": 2", "https://holdfast.firm.example/")
                .doesNotContain(notices.get(0).key(), OFFICER.toString(), "officer");
        assertThat(status()).contains("\"lastDeliveredAt\":\"2026-11-26T01:00", "\"waiting\":0", "\"linked\":true");
    }

    @Test
    void aMessengerThatWantsToBeLeftAloneIsLeftAloneWithAllMessagesAndThenTold() {
        messenger.next(Act.LIMIT);
        room.officer(SECOND, firm, "zh", null).reach(SECOND, "messenger", "u200");
        stands(URGENT);

        room.round(standing);
        roundAt("2026-11-26T01:05:00Z");
        assertThat(messenger.messages()).isEmpty();
        assertThat(status()).contains("\"waiting\":2", "rate-limit");
        stands(URGENT);
        roundAt("2026-11-26T01:09:00Z");
        assertThat(messenger.messages()).isEmpty();
        roundAt("2026-11-26T01:10:00Z");
        roundAt("2026-11-26T01:20:00Z");

        assertThat(messenger.messages()).hasSize(4);
    }

    @Test
    void aMessengerThatFailsIsTriedAgainAndReadOnce() {
        messenger.next(Act.FAIL);
        stands(URGENT);

        room.round(standing);
        assertThat(status()).contains("\"waiting\":1", "server-error");
        roundAt("2026-11-26T01:01:00Z");
        roundAt("2026-11-26T09:00:00Z");

        assertThat(messenger.messages()).hasSize(1);
        assertThat(status()).contains("\"waiting\":0").doesNotContain("server-error");
    }

    @Test
    void whereTheLineBreaksAfterAMessageWasTakenItComesAgainUnderItsKeyAndIsReadOnce() {
        messenger.next(Act.CUT_AFTER_TAKING);
        stands(URGENT);

        room.round(standing);
        assertThat(status()).contains("\"waiting\":1");
        roundAt("2026-11-26T01:01:00Z");

        assertThat(messenger.calls).hasSizeGreaterThanOrEqualTo(2);
        assertThat(messenger.keys()).hasSize(1);
        assertThat(messenger.messages()).hasSize(1);
        assertThat(status()).contains("\"waiting\":0");
    }

    @Test
    void aMessengerThatIsSilentIsGivenUpInTimeAndCalledAgain() {
        messenger.next(Act.HANG);
        stands(URGENT);

        room.round(standing);
        assertThat(status()).contains("\"waiting\":1", "messenger-silent");
        roundAt("2026-11-26T01:01:00Z");

        assertThat(messenger.messages()).hasSize(1);
    }

    @Test
    void whatIsRefusedForGoodIsGivenUpAndTheAdministratorSeesWhy() {
        messenger.next(Act.REFUSE);
        stands(URGENT);

        room.round(standing);
        roundAt("2026-11-26T09:00:00Z");

        assertThat(messenger.messages()).isEmpty();
        assertThat(status()).contains("\"givenUp\":1", "unknown-address");
        assertThat(room.bell(OFFICER, standing).body())
                .as("the console keeps it")
                .contains("\"unread\":1");
    }

    @Test
    void aServerThatDiesWhileItSendsLeavesTheMessageToTheNext() {
        stands(URGENT);
        registry.without(channel);
        room.round(standing);
        registry.with(channel);
        room.outbox.add(OFFICER, "messenger", "urgent x", room.notifications.of(OFFICER));
        // It has claimed the attempt, and is killed before anybody knows what became of it.
        assertThat(room.outbox.claim(room.outbox.due("messenger").get(0))).isPresent();

        ReminderRoom next = server();
        next.round(standing);
        assertThat(messenger.messages()).isEmpty();
        clock.set("2026-11-26T01:01:00Z");
        next.round(standing);
        next.round(standing);

        assertThat(messenger.messages()).hasSize(1);
    }

    @Test
    void twoServersAtTheSameMomentSendNothingTwice() throws Exception {
        for (int i = 0; i < 12; i++) {
            stands(URGENT);
        }
        ReminderRoom other = server();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> rounds = new ArrayList<>();
            for (ReminderRoom one : List.of(room, other)) {
                rounds.add(threads.submit(() -> {
                    together.await();
                    one.round(standing);
                    return null;
                }));
            }
            for (Future<?> round : rounds) {
                round.get();
            }
        } finally {
            threads.shutdownNow();
        }
        roundAt("2026-11-26T01:01:00Z");

        assertThat(messenger.calls).hasSize(12);
        assertThat(messenger.messages()).hasSize(12);
    }

    @Test
    void aChannelThatIsNotEnabledForASubsidiaryIsToldNothingOfIt() {
        UUID abroad = staff.subsidiary("A" + UUID.randomUUID(), "Europe/Berlin");
        registry.only(channel, firm);
        room.officer(OFFICER, abroad, "en", null);
        stands(CALM);
        notices.add(new Notice("abroad", CALM, abroad));

        room.round(standing);

        assertThat(messenger.messages()).hasSize(1);
        assertThat(messenger.messages().get(0)).contains("Firm S").doesNotContain("Firm A");
    }

    @Test
    void aMessengerThatLimitsForHoursIsNotGivenUpBeforeTwentyHours() {
        stands(URGENT);
        for (int hour = 1; hour < 20; hour++) {
            messenger.next(Act.LIMIT, Act.LIMIT);
            roundAt("2026-11-26T%02d:00:00Z".formatted(hour));
            roundAt("2026-11-26T%02d:30:00Z".formatted(hour));
        }
        assertThat(status()).contains("\"waiting\":1", "\"givenUp\":0");

        for (int hour = 0; hour < 24; hour++) {
            messenger.next(Act.LIMIT);
            roundAt("2026-11-27T%02d:00:00Z".formatted(hour));
        }
        assertThat(status()).contains("\"waiting\":0", "\"givenUp\":1");
    }

    @Test
    void whatWaitsForABundleThatWasTakenAwayIsGivenUpAfterADay() {
        messenger.next(Act.FAIL);
        stands(URGENT);
        room.round(standing);
        registry.without(channel);

        roundAt("2026-11-26T20:00:00Z");
        roundAt("2026-11-27T02:00:00Z");
        registry.with(channel);

        assertThat(status()).contains("\"givenUp\":1", "No bundle brings the channel any more");
    }

    @Test
    void theTestMessageSaysWhatBecameOfIt() {
        messenger.next(Act.REFUSE);

        assertThat(room.console(OFFICER)
                        .call("POST", "channels/messenger/test", "")
                        .body())
                .contains("\"delivered\":false", "unknown-address");
        assertThat(room.console(OFFICER)
                        .call("POST", "channels/messenger/test", "")
                        .body())
                .contains("\"delivered\":true");
        assertThat(messenger.messages()).singleElement().asString().contains("test message");
        assertThat(room.console(SECOND)
                        .call("POST", "channels/messenger/test", "")
                        .text("type"))
                .isEqualTo("/problems/channel-address-missing");
        assertThat(room.console(OFFICER)
                        .call("POST", "channels/pigeon/test", "")
                        .status())
                .isEqualTo(404);
    }
}
