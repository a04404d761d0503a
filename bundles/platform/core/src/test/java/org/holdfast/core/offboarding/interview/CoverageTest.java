package org.holdfast.core.offboarding.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many are reached is counted; what few said is not shown, nor can it be worked out. */
class CoverageTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 5, 1);

    private final InterviewRoom room = new InterviewRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void exitsAreCountedWithWhatBecameOfTheirInterviews() {
        leave(FIRST, 10, 4);
        ExitCase declined = room.leaves(FIRST);
        offered(declined);
        room.self(declined.personId()).call("POST", "offboardings/own/exit-interview/declining", "{\"version\":1}");
        offered(room.leaves(FIRST));
        room.leaves(FIRST);

        Reply found = coverage();

        assertThat(found.text("whole.figures.exits")).as(found.body()).isEqualTo("13");
        assertThat(found.text("whole.figures.held")).isEqualTo("10");
        assertThat(found.text("whole.figures.declined")).isEqualTo("1");
        assertThat(found.text("whole.figures.open")).isEqualTo("1");
        assertThat(found.text("whole.figures.captured")).isEqualTo("10");
        assertThat(found.text("whole.score.mean")).isEqualTo("4.0");
        assertThat(found.text("whole.score.n")).isEqualTo("10");
        assertThat(found.text("quarters.0.figures.exits")).isEqualTo("13");
    }

    @Test
    void whoHasNotLeftYetIsNoExit() {
        leave(FIRST, 10, 4);
        room.leaves(LocalDate.of(2026, 3, 17));

        assertThat(coverage().text("whole.figures.exits")).isEqualTo("10");
    }

    @Test
    void ofFewNothingIsShown() {
        leave(FIRST, 9, 1);

        Reply found = coverage();

        assertThat(found.body()).doesNotContain("exits").doesNotContain("mean");
    }

    @Test
    void aQuarterOfFewIsNotLeftOverFromTheYear() {
        room.clock.set("2026-06-30T02:00:00Z");
        leave(FIRST, 12, 5);
        leave(SECOND, 3, 1);

        Reply found = coverage();

        // The test's own technician leaves in the first quarter, too.
        assertThat(found.text("whole.figures.exits")).as(found.body()).isEqualTo("16");
        assertThat(found.body()).doesNotContain("\"exits\":13").doesNotContain("\"exits\":3");
        assertThat(found.text("whole.score.n")).isEqualTo("15");
        assertThat(found.body()).doesNotContain("\"n\":12").doesNotContain("\"n\":3");
    }

    @Test
    void theSmallestHidesWhatIsTooSmall() {
        assertThat(Coverage.shown(List.of(30, 12, 3, 0))).containsExactly(true, false, false, false);
        assertThat(Coverage.shown(List.of(30, 12, 0, 0))).containsExactly(true, true, false, false);
        assertThat(Coverage.shown(List.of(30, 6, 5, 0))).containsExactly(true, false, false, false);
        assertThat(Coverage.shown(List.of(9, 1, 0, 0))).containsOnly(false);
        assertThat(Coverage.shown(List.of(11, 4, 0, 0))).containsOnly(false);
    }

    @Test
    void othersAndNonsenseGetNothing() {
        assertThat(room.elsewhere()
                        .call("GET", "exit-interviews/coverage?subsidiaryId=" + room.firm + "&year=2026", "")
                        .status())
                .isEqualTo(404);
        assertThat(room.hr()
                        .call("GET", "exit-interviews/coverage?year=2026", "")
                        .status())
                .isEqualTo(400);
        assertThat(room.hr()
                        .call("GET", "exit-interviews/coverage?subsidiaryId=" + room.firm + "&year=-5", "")
                        .status())
                .isEqualTo(400);
    }

    private Reply coverage() {
        return room.hr().call("GET", "exit-interviews/coverage?subsidiaryId=" + room.firm + "&year=2026", "");
    }

    private void leave(LocalDate day, int people, int score) {
        for (int i = 0; i < people; i++) {
            ExitCase one = room.leaves(day);
            offered(one);
            Reply said = room.self(one.personId())
                    .call(
                            "POST",
                            "offboardings/own/exit-interview/answers",
                            InterviewRoom.answers(1, UUID.randomUUID(), score, ""));
            assertThat(said.status()).as(said.body()).isEqualTo(200);
        }
    }

    private void offered(ExitCase one) {
        Reply offered = room.hr().call("PUT", InterviewRoom.path(one.id()) + "/offer", "{\"version\":0,\"self\":true}");
        assertThat(offered.status()).as(offered.body()).isEqualTo(200);
    }
}
