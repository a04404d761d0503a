package org.holdfast.core.retention.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever had the case looks after 30, 90, 180 and 365 days whether it held; who left is known from the records of people. */
class FollowUpTest {
    private final OutcomeRoom room = new OutcomeRoom().talked();

    @BeforeEach
    void stays() {
        assertThat(room.record(room.hr(), OutcomeRoom.STAYS).status()).isEqualTo(200);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void dueAfterMonthsAndOnTheNextDayOfWorkWhereTheDayIsNone() {
        assertThat(states()).containsExactly("coming", "coming", "coming", "coming");
        assertThat(outcome().followUps()).extracting(FollowUp::days).containsExactly(30, 90, 180, 365);
        room.room.at("2026-11-26T01:00:00Z");

        Reply corrected = room.record(room.hr(), OutcomeRoom.STAYS.replace("2026-11-25", "2026-11-26"));

        // 30 days later is a Saturday.
        assertThat(corrected.text("followUps.0.dueOn")).isEqualTo("2026-12-28");
    }

    @Test
    void superiorIsRemindedAtNineOnTheDayUntilTheyHaveLooked() {
        room.room.at("2026-12-25T00:59:00Z");
        assertThat(room.reminded()).isEmpty();
        room.room.at("2026-12-25T01:00:00Z");
        assertThat(room.reminded()).containsExactly(room.boss);

        Reply looked = room.follow(room.superior(room.boss), 30, "well");

        assertThat(looked.text("followUps.0.state")).isEqualTo("done");
        assertThat(looked.text("entries.0.words.what")).isEqualTo("well");
        assertThat(room.reminded()).isEmpty();
    }

    @Test
    void hrIsRemindedWhereTheSuperiorIsNoneAnyMore() {
        room.world.staff.lead(room.person, room.head);
        room.room.at("2026-12-25T01:00:00Z");

        assertThat(room.reminders.standing()).singleElement().satisfies(notice -> {
            assertThat(notice.employeeId()).isNull();
            assertThat(notice.personId()).isEqualTo(room.person);
        });
    }

    @Test
    void nobodySaysHowItWentBeforeItDid() {
        Reply early = room.follow(room.hr(), 30, "well");

        assertThat(early.status()).isEqualTo(400);
        assertThat(early.text("errors.0.code")).isEqualTo("followUpEarly");
        assertThat(room.follow(room.hr(), 31, "well").text("errors.0.code")).isEqualTo("followUpDays");
        room.room.at("2026-12-25T01:00:00Z");
        assertThat(room.follow(room.hr(), 30, "retained").text("errors.0.code")).isEqualTo("followUpState");
    }

    @Test
    void leavingLaterIsLinkedAndNamesTheDay() {
        room.room.at("2027-03-01T01:00:00Z");
        room.world.staff.leaves(room.person, LocalDate.of(2027, 3, 5), "voluntary");

        assertThat(states()).containsExactly("here", "here", "left", "left");
        Reply seen = room.hr().call("GET", room.path, "");
        assertThat(seen.text("outcome")).isEqualTo("retained");
        assertThat(seen.text("exit.leftOn")).isEqualTo("2027-03-05");
        assertThat(seen.text("exit.days")).isEqualTo("100");
        assertThat(room.reminded()).isEmpty();
        assertThat(room.follow(room.hr(), 90, "well").text("type")).isEqualTo("/problems/person-left");
    }

    @Test
    void leavingAfterMoreThanAYearBelongsToTheCaseNoMore() {
        room.world.staff.leaves(room.person, LocalDate.of(2028, 1, 5), "voluntary");

        assertThat(outcome().exit()).isNull();
    }

    @Test
    void nothingIsFollowedUpWhereTheFirmDecided() {
        room.record(room.hr(), OutcomeRoom.STAYS.replace("retained", "decided"));

        assertThat(room.follow(room.hr(), 30, "well").text("type")).isEqualTo("/problems/nothing-to-follow");
    }

    private Outcomes.Outcome outcome() {
        return room.outcomes.of(room.now().id()).orElseThrow();
    }

    private List<String> states() {
        return outcome().followUps().stream().map(next -> next.state().code()).toList();
    }
}
