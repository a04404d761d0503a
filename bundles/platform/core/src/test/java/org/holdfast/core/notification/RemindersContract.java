package org.holdfast.core.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.notification.ScriptedMailServer.Act;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What officers are reminded of comes once, in the console and by mail, whatever servers and mail servers do. */
abstract class RemindersContract {
    private static final NoticeKind CALM = new NoticeKind("requestOverdue", Role.DPO, "/privacy", false);
    private static final NoticeKind URGENT = new NoticeKind("breachWarned", Role.DPO, "/privacy", true);
    private static final UUID OFFICER = new UUID(7, 1);

    private final GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final SetClock clock = new SetClock("2026-11-26T01:00:00Z");
    private final Standing standing = new Standing();
    private LocalDatabase database;
    private Staff staff;
    private UUID firm;
    private ReminderRoom room;

    /** One for all tests, which begin without reminders. */
    abstract LocalDatabase database();

    /** What stands, as a test wishes. */
    private static final class Standing implements NoticeSource {
        private final List<Notice> notices = new ArrayList<>();

        @Override
        public Set<NoticeKind> kinds() {
            return Set.of(CALM, URGENT);
        }

        @Override
        public List<Notice> standing() {
            return List.copyOf(notices);
        }
    }

    @BeforeEach
    void begin() {
        mailbox.start();
        database = database();
        database.run(connection -> {
            for (String table : List.of("notification", "notification_delivery")) {
                try (Statement delete = connection.createStatement()) {
                    delete.execute("delete from " + table);
                }
            }
        });
        staff = new Staff(database, new TestVault());
        firm = staff.subsidiary("S" + UUID.randomUUID(), "Asia/Shanghai");
        room = server();
    }

    @AfterEach
    void end() {
        mailbox.stop();
    }

    /** Another server on the same database. */
    private ReminderRoom server() {
        return new ReminderRoom(database, staff.people, clock)
                .officer(OFFICER, firm, "en", "officer@firm.example")
                .by(mailbox.getSmtp().getPort());
    }

    private Notice stands(NoticeKind kind) {
        Notice notice = new Notice("thing " + UUID.randomUUID(), kind, firm);
        standing.notices.add(notice);
        return notice;
    }

    private void roundAt(String moment) {
        clock.set(moment);
        room.round(standing);
    }

    private Reply bell() {
        return room.bell(OFFICER, standing);
    }

    private Reply mailStatus() {
        return room.console(OFFICER).call("GET", "mail", "");
    }

    @Test
    void twoOverdueRequestsStandInTheConsoleAndComeInOneMailThatNamesNobody() throws MessagingException {
        stands(CALM);
        stands(CALM);

        room.round(standing);

        assertThat(bell().body()).contains("\"unread\":2", "A request is overdue in Firm S", "\"place\":\"/privacy\"");
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
        MimeMessage mail = mailbox.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Holdfast: 2 reminders");
        String body = GreenMailUtil.getBody(mail);
        assertThat(body)
                .contains("Requests overdue in Firm S", ": 2", "https://holdfast.firm.example/")
                .doesNotContain(
                        standing.notices.get(0).key(), standing.notices.get(1).key(), OFFICER.toString())
                .doesNotContain("officer");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void aReminderIsSentOnceHoweverOftenAndByHowManyServersItIsLookedFor() {
        stands(CALM);
        stands(URGENT);
        ReminderRoom second = server();

        room.round(standing);
        second.round(standing);
        roundAt("2026-11-26T06:00:00Z");
        second.round(standing);

        assertThat(mailbox.getReceivedMessages()).hasSize(2);
        assertThat(bell().body()).contains("\"unread\":2");
    }

    @Test
    void twoServersThatTryTheSameMailAtOnceSendItOnce() {
        stands(URGENT);
        room.notifications.take(standing);
        room.outbox.add(
                OFFICER, "mail", "urgent", room.notifications.unsent("mail").get(OFFICER));
        Delivery mail = room.outbox.due("mail").get(0);

        assertThat(room.outbox.claim(mail)).isPresent();
        assertThat(server().outbox.claim(mail)).isEmpty();
    }

    @Test
    void aMailWhoseServerWasKilledWhileSendingComesAMinuteLater() {
        stands(URGENT);
        room.notifications.take(standing);
        room.outbox.add(
                OFFICER, "mail", "urgent", room.notifications.unsent("mail").get(OFFICER));
        room.outbox.claim(room.outbox.due("mail").get(0));

        room.round(standing);
        assertThat(mailbox.getReceivedMessages()).isEmpty();
        roundAt("2026-11-26T01:01:00Z");
        roundAt("2026-11-26T03:00:00Z");
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aRoomThatCannotTellKeepsNothingBackOfWhatTheOthersHaveToSay() {
        NoticeSource broken = new NoticeSource() {
            @Override
            public Set<NoticeKind> kinds() {
                return Set.of();
            }

            @Override
            public List<Notice> standing() {
                throw new IllegalStateException("broken");
            }
        };
        stands(CALM);

        room.round(broken, standing);

        assertThat(bell().text("unread")).isEqualTo("1");
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
    }

    @Test
    void whatIsNewAfterTheMailOfTheMorningComesInTheAfternoon() {
        stands(CALM);
        room.round(standing);
        stands(CALM);
        stands(CALM);

        roundAt("2026-11-26T03:59:00Z");
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
        roundAt("2026-11-26T04:00:00Z");
        assertThat(mailbox.getReceivedMessages()).hasSize(2);
    }

    @Test
    void inQuietHoursOnlyABreachIsMailed() {
        stands(CALM);
        stands(URGENT);

        roundAt("2026-11-26T14:00:00Z");
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
        assertThat(bell().body()).contains("\"unread\":2");
        roundAt("2026-11-26T22:59:00Z");
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
        roundAt("2026-11-26T23:00:00Z");
        assertThat(mailbox.getReceivedMessages()).hasSize(2);
    }

    @Test
    void whatIsDoneBeforeItsMailIsNotMailedAndLeavesTheConsole() {
        Notice done = stands(CALM);
        stands(CALM);
        roundAt("2026-11-26T14:00:00Z");

        standing.notices.remove(done);
        roundAt("2026-11-26T23:00:00Z");

        assertThat(bell().body()).contains("\"unread\":1");
        assertThat(GreenMailUtil.getBody(mailbox.getReceivedMessages()[0])).contains(": 1");
    }

    @Test
    void whatWasReadInTheConsoleIsNotMailed() {
        stands(CALM);
        roundAt("2026-11-26T14:00:00Z");

        String id = bell().body().replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(room.console(OFFICER)
                        .call("POST", "notifications/" + id + "/read", "")
                        .status())
                .isEqualTo(204);
        assertThat(room.console(new UUID(9, 9))
                        .call("POST", "notifications/" + id + "/read", "")
                        .status())
                .as("somebody else's")
                .isEqualTo(404);
        roundAt("2026-11-26T23:00:00Z");

        assertThat(bell().body()).contains("\"unread\":0");
        assertThat(mailbox.getReceivedMessages()).isEmpty();
    }

    @Test
    void aMailIsInTheReadersLanguageWhateverTheRegion() throws MessagingException {
        ReminderRoom chinese = new ReminderRoom(database, staff.people, clock)
                .officer(OFFICER, firm, "zh-CN", "officer@firm.example")
                .by(mailbox.getSmtp().getPort());
        stands(CALM);

        chinese.round(standing);

        assertThat(mailbox.getReceivedMessages()[0].getSubject()).isEqualTo("Holdfast：1 条提醒");
    }

    @Test
    void anAddressThatIsTakenAwayAndGivenAgainGetsItsMail() {
        stands(URGENT);
        room.notifications.take(standing);
        room.outbox.add(
                OFFICER, "mail", "urgent", room.notifications.unsent("mail").get(OFFICER));
        ReminderRoom without = new ReminderRoom(database, staff.people, clock)
                .officer(OFFICER, firm, "en", null)
                .by(mailbox.getSmtp().getPort());

        without.round(standing);
        assertThat(mailbox.getReceivedMessages()).isEmpty();
        roundAt("2026-11-26T01:01:00Z");
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
    }

    @Test
    void withoutAMailServerRemindersStandInTheConsoleAlone() {
        ReminderRoom silent =
                new ReminderRoom(database, staff.people, clock).officer(OFFICER, firm, "zh", "officer@firm.example");
        stands(CALM);

        silent.round(standing);

        assertThat(silent.bell(OFFICER).body()).contains("\"unread\":1");
        assertThat(silent.console(OFFICER).call("GET", "mail", "").body()).contains("\"configured\":false");
        assertThat(silent.console(OFFICER).call("POST", "mail/test", "").text("type"))
                .isEqualTo("/problems/mail-off");
    }

    @Test
    void aMailThatIsPostponedIsTriedAgainAndComesOnce() {
        try (ScriptedMailServer server = ScriptedMailServer.plain().next(Act.POSTPONE)) {
            room.by(server.port());
            stands(URGENT);

            room.round(standing);
            assertThat(mailStatus().body()).contains("\"waiting\":1", "\"lastError\":\"mail-postponed\"");
            roundAt("2026-11-26T01:01:00Z");
            roundAt("2026-11-26T09:00:00Z");

            assertThat(server.received()).hasSize(1);
            assertThat(mailStatus().body())
                    .contains("\"waiting\":0", "\"lastDeliveredAt\":\"2026-11-26T01:01")
                    .doesNotContain("mail-postponed");
        }
    }

    @Test
    void aMailThatIsRefusedIsGivenUpAndTheAdministratorSeesIt() {
        try (ScriptedMailServer server = ScriptedMailServer.plain().next(Act.REFUSE)) {
            room.by(server.port());
            stands(URGENT);

            room.round(standing);
            roundAt("2026-11-26T09:00:00Z");

            assertThat(server.received()).isEmpty();
            assertThat(mailStatus().body()).contains("\"givenUp\":1", "\"lastError\":\"mail-refused\"");
            assertThat(bell().body()).as("the console keeps it").contains("\"unread\":1");
        }
    }

    @Test
    void aMailServerThatIsSilentIsGivenUpInTimeAndCalledAgain() {
        try (ScriptedMailServer server = ScriptedMailServer.plain().next(Act.HANG)) {
            room.by(server.port());
            stands(URGENT);

            room.round(standing);
            assertThat(mailStatus().body()).contains("\"waiting\":1", "\"lastError\":\"mail-no-answer\"");
            roundAt("2026-11-26T01:01:00Z");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void whereNobodyKnowsWhetherAMailWasTakenItComesAgainUnderTheSameNumber() {
        try (ScriptedMailServer server = ScriptedMailServer.plain().next(Act.DROP_AFTER_DATA)) {
            room.by(server.port());
            stands(URGENT);

            room.round(standing);
            roundAt("2026-11-26T01:01:00Z");

            assertThat(server.received()).hasSize(2);
            assertThat(Set.copyOf(server.received())).hasSize(1);
        }
    }

    @Test
    void aMailServerThatIsAwayForADayCostsTheMailAndNotTheReminder() {
        ScriptedMailServer away = ScriptedMailServer.plain();
        away.close();
        room.by(away.port());
        stands(URGENT);

        for (int hour = 1; hour < 13; hour++) {
            roundAt("2026-11-26T%02d:00:00Z".formatted(hour));
        }
        assertThat(mailStatus().body()).contains("\"waiting\":1", "\"lastError\":\"mail-unreachable\"");
        for (int hour = 0; hour < 24; hour++) {
            roundAt("2026-11-27T%02d:00:00Z".formatted(hour));
        }
        assertThat(mailStatus().body()).contains("\"waiting\":0", "\"givenUp\":1");
        assertThat(bell().body()).contains("\"unread\":1");
    }
}
