package org.holdfast.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.ShippedCalendar;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.notification.ReminderRoom;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.basis.Assessment;
import org.holdfast.core.protection.basis.Assessments;
import org.holdfast.core.protection.basis.ProcessingScope;
import org.holdfast.core.protection.basis.RuleBooks;
import org.holdfast.core.protection.basis.ShippedBooks;
import org.holdfast.core.protection.rights.Deadlines;
import org.holdfast.core.protection.rights.RequestKind;
import org.holdfast.core.protection.rights.RequestState;
import org.holdfast.core.protection.rights.RequestsRoom;
import org.holdfast.core.protection.rights.RightsRequest;
import org.holdfast.core.protection.rights.RightsRequests;
import org.holdfast.core.protection.rights.RightsRequests.Wanted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Officers are reminded of requests and assessments by the days of law, in the subsidiary's own time. */
class DeadlineRemindersTest {
    private static final UUID OFFICER = new UUID(7, 1);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final SetClock clock = new SetClock("2026-11-02T02:00:00Z");
    private final LocalDatabase database = LocalDatabase.fresh();
    private final TestVault vault = new TestVault();
    private final Staff staff = new Staff(database, vault);
    private final UUID firm = staff.subsidiary("S1", SHANGHAI.getId());
    private final RuleBooks books = ShippedBooks.over(database, clock);
    private final RightsRequests requests = new RequestsRoom(database, vault, clock).follows(firm, "pipl").requests;
    private final NoticeSource ofRequests = new RequestReminders(
            requests,
            new Deadlines(
                    id -> books.of(id).map(RuleBook::responseTimes).orElse(List.of()),
                    id -> ShippedCalendar.china(),
                    clock));
    private final Assessments assessments = ShippedBooks.assessments(database, vault, clock);
    private final NoticeSource ofAssessments = new AssessmentReminders(assessments, staff.people, clock);

    @BeforeEach
    void begin() {
        mailbox.start();
    }

    @AfterEach
    void end() {
        mailbox.stop();
        database.close();
    }

    /** Asks on a Monday; the answer is due on Monday, 23 November. */
    private RightsRequest asked() {
        Subject person = Subject.person(firm, staff.hire(firm, null));
        return requests.file(
                person, new Wanted(RequestKind.ACCESS, "", LocalDate.of(2026, 11, 2), new UUID(3, 3), true));
    }

    private List<String> kindsAt(NoticeSource source, String moment) {
        clock.set(moment);
        return source.standing().stream()
                .map(Notice::kind)
                .map(NoticeKind::code)
                .toList();
    }

    @Test
    @Tag("O17")
    void aRequestIsRemindedOfThreeWorkingDaysBeforeOnTheDayAndAfterIt() {
        RightsRequest request = asked();
        assertThat(request.days().dueOn()).isEqualTo(LocalDate.of(2026, 11, 23));

        assertThat(kindsAt(ofRequests, "2026-11-17T15:59:00Z")).as("Tuesday").isEmpty();
        assertThat(kindsAt(ofRequests, "2026-11-17T16:00:00Z"))
                .as("Wednesday in Shanghai")
                .containsExactly("requestDueSoon");
        assertThat(kindsAt(ofRequests, "2026-11-22T15:59:00Z")).as("Sunday").containsExactly("requestDueSoon");
        assertThat(kindsAt(ofRequests, "2026-11-22T16:00:00Z")).containsExactly("requestDueToday");
        assertThat(kindsAt(ofRequests, "2026-11-23T16:00:00Z")).containsExactly("requestOverdue");
    }

    @Test
    @Tag("O17")
    void fromTheDueDayToTheMailboxAndTheConsole() {
        asked();
        RightsRequest answered = asked();
        ReminderRoom room = new ReminderRoom(database, staff.people, clock)
                .officer(OFFICER, firm, "zh", "officer@firm.example")
                .by(mailbox.getSmtp().getPort());
        room.round(ofRequests);
        assertThat(room.bell(OFFICER, ofRequests).body()).contains("\"unread\":0");

        clock.set("2026-11-23T00:00:00Z");
        room.round(ofRequests);

        assertThat(room.bell(OFFICER, ofRequests).body()).contains("\"unread\":2", "A request is due today in Firm S1");
        assertThat(mailbox.getReceivedMessages()).hasSize(1);
        assertThat(decoded()).contains("Firm S1 今天到期的请求：2");
        requests.decide(
                answered,
                new RightsRequests.Decision(
                        RequestState.FULFILLED, "done", "", "", new RightsRequests.Account(new UUID(3, 3), "o")));
        room.round(ofRequests);
        assertThat(room.bell(OFFICER, ofRequests).body()).contains("\"unread\":1");
    }

    private String decoded() {
        try {
            return String.valueOf(mailbox.getReceivedMessages()[0].getContent());
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAssessmentIsRemindedOfAMonthAndAWeekBeforeItEndsAndOnceItHas() {
        assertThat(ofAssessments.standing()).as("none was ever signed").isEmpty();
        Assessment draft = assessments.open(firm, "pipl@1", new ProcessingScope.Scope(Set.of(), Set.of()), Map.of());
        assessments.sign(draft, OFFICER, LocalDate.of(2027, 3, 31));

        assertThat(kindsAt(ofAssessments, "2027-02-28T15:59:00Z")).isEmpty();
        assertThat(kindsAt(ofAssessments, "2027-02-28T16:00:00Z")).containsExactly("assessmentEndsIn30");
        assertThat(kindsAt(ofAssessments, "2027-03-23T16:00:00Z")).containsExactly("assessmentEndsIn7");
        assertThat(kindsAt(ofAssessments, "2027-03-31T15:59:00Z")).containsExactly("assessmentEndsIn7");
        assertThat(kindsAt(ofAssessments, "2027-03-31T16:00:00Z")).containsExactly("assessmentEnded");
    }
}
