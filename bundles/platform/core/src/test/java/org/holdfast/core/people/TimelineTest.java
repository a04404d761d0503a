package org.holdfast.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.holdfast.core.people.TimelineSource.Item;
import org.holdfast.core.signals.CoreSignals;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.JobSiteUpdate;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    @Test
    void aResumeUpdateStandsInWordsAndNotInTheFormItIsKeptIn() {
        Fact update = fact(CoreSignals.RESUME_UPDATE, 1, new JobSiteUpdate("active", 420_000).text());

        assertThat(Timeline.item(update, "career")).map(Item::detail).contains("active · 420000");
    }

    @Test
    void aResumeUpdateThatSaysNothingHasNoDetail() {
        Fact update = fact(CoreSignals.RESUME_UPDATE, 1, new JobSiteUpdate("", Double.NaN).text());

        assertThat(Timeline.item(update, "career")).map(Item::detail).contains("");
    }

    @Test
    void aWholeNumberStandsWithoutDecimals() {
        assertThat(Timeline.item(fact("event.promotion", 7, "P7"), "career"))
                .map(Item::detail)
                .contains("7 P7");
    }

    @Test
    void whatIsNoStationOfACareerIsLeftOut() {
        assertThat(Timeline.item(fact("attendance.late", 2, ""), "career")).isEmpty();
    }

    private static Fact fact(String signal, double value, String text) {
        return new Fact(signal, DAY, Instant.EPOCH, value, new Fact.Detail("test", text));
    }
}
