package org.holdfast.core.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.holdfast.core.work.WorkItem.Due;
import org.holdfast.core.work.WorkItem.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A week ends with its Sunday, and what has no day is for today. */
class WorkItemTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest
    @CsvSource({"2026-11-26, TODAY", "2026-11-27, WEEK", "2026-11-29, WEEK", "2026-11-30, LATER", "2026-11-20, TODAY"})
    void dayIsPutIntoItsGroup(LocalDate on, When when) {
        assertThat(new Due(on, THURSDAY, false, false).when()).isEqualTo(when);
    }

    @Test
    void onASundayTheWeekIsOver() {
        LocalDate sunday = LocalDate.of(2026, 11, 29);

        assertThat(new Due(sunday.plusDays(1), sunday, false, false).when()).isEqualTo(When.LATER);
    }

    @Test
    void overIsOverWhateverTheDayAndWithoutADayItIsForToday() {
        assertThat(new Due(THURSDAY, THURSDAY, true, false).when()).isEqualTo(When.OVERDUE);
        assertThat(new Due(null, THURSDAY, false, true).when()).isEqualTo(When.TODAY);
    }
}
