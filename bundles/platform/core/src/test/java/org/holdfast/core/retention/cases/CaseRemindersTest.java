package org.holdfast.core.retention.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.holdfast.core.notification.ReminderRoom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a day that is due to the bell of who has to talk, and of HR; never to the bell of the person. */
class CaseRemindersTest {
    private static final UUID BOSS = new UUID(7, 1);
    private static final UUID HEAD = new UUID(7, 2);
    private static final UUID HR = new UUID(7, 3);
    private static final UUID SELF = new UUID(7, 4);

    private final CaseRoom room = new CaseRoom();
    private final UUID firm = room.world.firm;
    private final UUID head = room.world.staff.hire(firm, null);
    private final UUID boss = room.world.staff.hire(firm, head);
    private final UUID person = room.world.staff.hire(firm, boss);
    private final ReminderRoom bells = new ReminderRoom(room.world.database, room.world.staff.people, room.world.clock)
            .officer(HR, firm, "en", null)
            .employee(BOSS, boss)
            .employee(HEAD, head)
            .employee(SELF, person);

    @BeforeEach
    void deliver() {
        room.flag(person, "2026-11-23T12:00:00Z");
        at("2026-11-24T01:00:00Z");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void nobodyIsRemindedBeforeTheLastDay() {
        at("2026-11-27T00:59:00Z");

        assertThat(bell(BOSS)).doesNotContain("talkDue");
    }

    @Test
    void onTheLastDayWhoHasToTalkIsRemindedAndNobodyElse() {
        at("2026-11-27T01:00:00Z");

        assertThat(bell(BOSS)).contains("talkDue", "A talk is due today at the latest in Firm S1", "/cases");
        assertThat(bell(BOSS)).doesNotContain("Name ", person.toString());
        assertThat(bell(HR) + bell(HEAD) + bell(SELF)).doesNotContain("talkDue");
    }

    @Test
    void whatWentUpIsToldToHrAndTheNextSuperiorAndLeavesTheBellOfTheFirst() {
        at("2026-11-27T01:00:00Z");
        at("2026-11-30T01:00:00Z");

        assertThat(bell(HEAD)).contains("caseEscalated");
        assertThat(bell(HR)).contains("caseEscalated");
        assertThat(bell(BOSS)).doesNotContain("caseEscalated", "talkDue");
        assertThat(bell(SELF)).contains("\"items\":[]");
    }

    @Test
    void whatStaysWithHrIsOverdueThere() {
        at("2026-11-27T01:00:00Z");
        at("2026-11-30T01:00:00Z");
        at("2026-12-03T01:00:00Z");
        at("2026-12-04T01:00:00Z");
        at("2026-12-09T01:00:00Z");
        at("2026-12-10T01:00:00Z");

        assertThat(bell(HR)).contains("talkOverdue");
        assertThat(bell(HEAD)).contains("\"items\":[]");
    }

    private void at(String moment) {
        room.at(moment);
        bells.round(room.reminders);
    }

    private String bell(UUID account) {
        return bells.bell(account, room.reminders).body();
    }
}
