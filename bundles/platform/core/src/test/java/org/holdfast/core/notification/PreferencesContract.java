package org.holdfast.core.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.ShippedCalendar;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People choose what they are told, by what and when; what must be seen stays at the bell. */
abstract class PreferencesContract {
    private static final NoticeKind OVERDUE = new NoticeKind("requestOverdue", Role.DPO, "/privacy", false);
    private static final NoticeKind SOON = new NoticeKind("requestDueSoon", Role.DPO, "/privacy", false).optional();
    private static final NoticeKind URGENT = new NoticeKind("breachWarned", Role.DPO, "/privacy", true);
    private static final NoticeKind OTHERS = new NoticeKind("forOthers", Role.SYSTEM_ADMIN, "/", false);
    private static final UUID OFFICER = new UUID(7, 4);

    private final SetClock clock = new SetClock("2026-11-26T01:00:00Z");
    private final List<Notice> notices = new ArrayList<>();
    private final FixedRegistry registry = new FixedRegistry();
    private final NoticeSource standing = new NoticeSource() {
        @Override
        public Set<NoticeKind> kinds() {
            return Set.of(OVERDUE, SOON, URGENT, OTHERS);
        }

        @Override
        public List<Notice> standing() {
            return List.copyOf(notices);
        }
    };
    private ScriptedMessenger messenger;
    private UUID firm;
    private Staff staff;
    private ReminderRoom room;

    /** One for all tests, which begin without reminders and choices. */
    abstract LocalDatabase database();

    @BeforeEach
    void begin() {
        messenger = new ScriptedMessenger();
        registry.with(new MessengerChannel(messenger.address())).with(ShippedCalendar.chinaRules());
        database().run(connection -> {
            for (String table : List.of(
                    "notification",
                    "notification_delivery",
                    "access_reminder_muted",
                    "access_reminder_preference",
                    "access_user")) {
                try (Statement delete = connection.createStatement()) {
                    delete.execute("delete from " + table);
                }
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into access_user (id, username, password_hash, roles, subsidiaries, language, must_change,"
                            + " active, version) values (?, 'officer', '', 'dpo', '', 'en', false, true, 0)")) {
                insert.setObject(1, OFFICER);
                insert.executeUpdate();
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

    private Reply put(String body) {
        return room.console(OFFICER, standing).call("PUT", "account/notifications", body);
    }

    private void choose(String body) {
        assertThat(put(body).status()).as(body).isEqualTo(200);
    }

    private String chosen() {
        return room.console(OFFICER, standing)
                .call("GET", "account/notifications", "")
                .body();
    }

    @Test
    void whoChoseNothingIsToldAsBeforeAndSeesWhatThereIsToChoose() {
        assertThat(chosen())
                .contains("\"rhythm\":\"halfDaily\"", "\"serverQuiet\":{\"from\":20,\"to\":7}")
                .contains("\"code\":\"console\"", "\"code\":\"messenger\",\"name\":\"messenger\",\"reached\":true")
                .contains("\"code\":\"requestDueSoon\"", "\"mandatory\":true", "\"mandatory\":false")
                .as("what others are reminded of is no choice of this account")
                .doesNotContain("forOthers");
    }

    @Test
    void theMorningDigestComesOnceWhenADayOfWorkBeginsAndListsWhatIsDueWithoutNames() {
        choose("{\"rhythm\":\"morning\"}");
        // The last evening before China's National Day holiday of 2026, which ends on 7 October.
        roundAt("2026-09-30T10:00:00Z");
        stands(OVERDUE);
        roundAt("2026-09-30T10:01:00Z");
        stands(SOON);
        for (String day : List.of("2026-10-01", "2026-10-03", "2026-10-05", "2026-10-07")) {
            roundAt(day + "T00:00:00Z");
        }
        assertThat(messenger.messages()).isEmpty();

        roundAt("2026-10-07T22:59:00Z");
        assertThat(messenger.messages()).isEmpty();
        roundAt("2026-10-07T23:00:00Z");
        stands(OVERDUE);
        roundAt("2026-10-08T02:00:00Z");
        server().round(standing);

        assertThat(messenger.messages()).hasSize(1);
        assertThat(messenger.messages().get(0)).contains("Holdfast: 2 reminders", "Requests overdue in Firm S", ": 1");
        roundAt("2026-10-08T23:30:00Z");
        assertThat(messenger.messages()).hasSize(2);
    }

    @Test
    void aServerThatWasDownInTheMorningTellsLaterThatDayWhatStoodThen() {
        choose("{\"rhythm\":\"morning\"}");
        stands(OVERDUE);
        roundAt("2026-11-25T12:00:00Z");

        roundAt("2026-11-26T08:00:00Z");

        assertThat(messenger.messages()).hasSize(1);
    }

    @Test
    void whatIsUrgentComesAtOnceWhateverWasChosen() {
        choose("{\"rhythm\":\"morning\",\"quiet\":{\"from\":0,\"to\":23}}");
        stands(URGENT);

        roundAt("2026-11-28T18:00:00Z");

        assertThat(messenger.messages()).hasSize(1);
    }

    @Test
    void atOnceMeansEachTimeSomethingComesOutsideTheOwnQuietHours() {
        choose("{\"rhythm\":\"atOnce\",\"quiet\":{\"from\":18,\"to\":9}}");
        stands(OVERDUE);
        roundAt("2026-11-26T00:59:00Z");
        assertThat(messenger.messages()).isEmpty();

        roundAt("2026-11-26T01:00:00Z");
        stands(OVERDUE);
        roundAt("2026-11-26T01:05:00Z");
        roundAt("2026-11-26T01:06:00Z");

        assertThat(messenger.messages()).hasSize(2);
    }

    @Test
    void theOwnTimeZoneGoesBeforeThatOfTheSubsidiary() {
        choose("{\"rhythm\":\"atOnce\",\"zone\":\"Europe/Berlin\"}");
        stands(OVERDUE);

        roundAt("2026-11-26T03:00:00Z");
        assertThat(messenger.messages())
                .as("eleven in Shanghai is four in Berlin")
                .isEmpty();
        roundAt("2026-11-26T07:00:00Z");

        assertThat(messenger.messages()).hasSize(1);
    }

    @Test
    void aKindThatIsMutedInAChannelIsStillAtTheBell() {
        choose("{\"muted\":[{\"channel\":\"messenger\",\"kind\":\"requestOverdue\"}]}");
        stands(OVERDUE);
        stands(SOON);

        room.round(standing);

        assertThat(messenger.messages()).singleElement().asString().contains("Holdfast: 1 reminders");
        assertThat(room.bell(OFFICER, standing).body()).contains("\"unread\":2");
        assertThat(chosen()).contains("\"muted\":[\"messenger\"]");
    }

    @Test
    void whatMustBeSeenCannotBeTurnedOffAtTheBellAndWhatMayIsGone() {
        stands(OVERDUE);
        stands(SOON);
        room.round(standing);

        for (String kind : List.of("requestOverdue", "breachWarned")) {
            Reply refused = put("{\"muted\":[{\"channel\":\"console\",\"kind\":\"" + kind + "\"}]}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("muted[0]", "mandatoryReminder");
        }
        assertThat(room.bell(OFFICER, standing).body()).contains("\"unread\":2");

        choose("{\"muted\":[{\"channel\":\"console\",\"kind\":\"requestDueSoon\"}]}");
        assertThat(room.bell(OFFICER, standing).body())
                .contains("\"unread\":1", "requestOverdue")
                .doesNotContain("requestDueSoon");
    }

    @Test
    void aBellThatIsToldLiveCountsWhatItShows() {
        stands(OVERDUE);
        stands(SOON);
        room.round(standing);
        BellState two = room.state(OFFICER, standing);
        assertThat(two.data()).isEqualTo("{\"unread\":2,\"standing\":2}");
        assertThat(room.state(OFFICER, standing)).isEqualTo(two);

        choose("{\"muted\":[{\"channel\":\"console\",\"kind\":\"requestDueSoon\"}]}");
        BellState one = room.state(OFFICER, standing);
        assertThat(one.data()).isEqualTo("{\"unread\":1,\"standing\":1}");
        room.console(OFFICER, standing).call("POST", "notifications/read", "");
        assertThat(room.state(OFFICER, standing).data()).isEqualTo("{\"unread\":0,\"standing\":1}");

        notices.remove(0);
        stands(OVERDUE);
        room.round(standing);
        BellState other = room.state(OFFICER, standing);
        assertThat(other.data()).isEqualTo(one.data());
        assertThat(other.id()).as("as many, but others").isNotEqualTo(one.id());
    }

    @Test
    void whatCannotBeMeantIsRefusedFieldByFieldAndNothingIsLost() {
        choose("{\"rhythm\":\"morning\",\"zone\":\"Asia/Shanghai\"}");
        Map<String, String> wrong = Map.of(
                "{\"rhythm\":\"never\"}", "notOneOf",
                "{\"zone\":\"Mars/Base\"}", "timeZone",
                "{\"zone\":\"+08:00\"}", "timeZone",
                "{\"quiet\":{\"from\":24,\"to\":7}}", "quiet.from",
                "{\"quiet\":{\"from\":20}}", "quiet.to",
                "{\"quiet\":{\"from\":\"late\"}}", "quiet.from",
                "{\"muted\":[{\"channel\":\"pigeon\",\"kind\":\"requestOverdue\"}]}", "muted[0].channel",
                "{\"muted\":[{\"channel\":\"messenger\",\"kind\":\"forOthers\"}]}", "muted[0].kind",
                "{\"muted\":[null]}", "muted[0]",
                "{\"loud\":true}", "known are: muted");
        wrong.forEach((body, said) -> {
            Reply reply = put(body);
            assertThat(reply.status()).as(body).isEqualTo(400);
            assertThat(reply.body()).as(body).contains(said);
        });

        assertThat(chosen()).contains("\"rhythm\":\"morning\"", "\"zone\":\"Asia/Shanghai\"");
    }

    @Test
    void aMachineHasNoReminders() {
        assertThat(room.console(new UUID(9, 9), standing)
                        .call("GET", "account/notifications", "")
                        .status())
                .isEqualTo(404);
    }
}
