package org.holdfast.core.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.ShippedCalendar;
import org.holdfast.core.platform.calendar.WorkingCalendars.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks that run for people run on their days of work. */
class WorkingCalendarTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        // Monday night in Shanghai is Tuesday morning there next
        "2026-11-23T12:00:00Z, Asia/Shanghai, 2026-11-24T01:00:00Z",
        // before nine of a working day waits for the next day, or the minute would tell of the signal
        "2026-11-23T00:30:00Z, Asia/Shanghai, 2026-11-24T01:00:00Z",
        // Friday, Saturday and Sunday wait for Monday
        "2026-11-20T03:00:00Z, Asia/Shanghai, 2026-11-23T01:00:00Z",
        "2026-11-21T03:00:00Z, Asia/Shanghai, 2026-11-23T01:00:00Z",
        "2026-11-22T03:00:00Z, Asia/Shanghai, 2026-11-23T01:00:00Z",
        // Thursday evening in UTC is Friday in Shanghai, and still Thursday in New York
        "2026-11-19T20:00:00Z, Asia/Shanghai, 2026-11-23T01:00:00Z",
        "2026-11-19T20:00:00Z, America/New_York, 2026-11-20T14:00:00Z",
        // Over the change to summer time it stays nine o'clock
        "2026-03-27T10:00:00Z, Europe/Berlin, 2026-03-30T07:00:00Z",
        "2026-03-20T10:00:00Z, Europe/Berlin, 2026-03-23T08:00:00Z"
    })
    void theNextMorningIsNineOfTheNextDayOfWork(Instant moment, ZoneId zone, Instant expected) {
        assertThat(WorkingCalendar.of(zone, Optional.empty()).morningAfter(moment))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // the evening before the week of National Day waits for the eighth day
        "2026-09-30T10:00:00Z, 2026-10-08T01:00:00Z",
        // the Saturday after it is worked in exchange
        "2026-10-09T10:00:00Z, 2026-10-10T01:00:00Z",
        // so is the Sunday before it
        "2026-09-19T03:00:00Z, 2026-09-20T01:00:00Z",
        // nine days of Spring Festival
        "2026-02-14T03:00:00Z, 2026-02-24T01:00:00Z"
    })
    void inChinaHolidaysAreWaitedForAndWeekendsThatAreWorkedAreNot(Instant moment, Instant expected) {
        assertThat(ShippedCalendar.china().morningAfter(moment)).isEqualTo(expected);
    }

    @Test
    void daysOfWorkAreCountedAcrossAHoliday() {
        WorkingCalendar china = ShippedCalendar.china();
        LocalDate before = LocalDate.parse("2026-09-28");

        assertThat(china.after(before, 0)).isEqualTo(before);
        // 29, 30, 8, 9 and the Saturday that is worked
        assertThat(china.after(before, 5)).isEqualTo("2026-10-10");
        for (int count = 1; count < 300; count++) {
            LocalDate last = china.after(before, count);
            assertThat(china.works(last)).isTrue();
            assertThat(before.plusDays(1).datesUntil(last.plusDays(1)).filter(china::works))
                    .hasSize(count);
        }
    }

    @Test
    void whereTheHolidaysOfAYearAreNotKnownItsWeeksAreWorked() {
        LocalDate nationalDay = LocalDate.parse("2028-10-02");

        assertThat(ShippedCalendar.china().works(nationalDay)).isTrue();
        assertThat(ShippedCalendar.chinaRules().calendar().knows(nationalDay)).isFalse();
    }

    @Test
    void aSubsidiaryFollowsTheBundleOfItsCountryAsSoonAsThereIsOne() {
        FixedRegistry registry = new FixedRegistry();
        UUID here = UUID.randomUUID();
        WorkingCalendars calendars = new WorkingCalendars(
                registry,
                id -> id.equals(here)
                        ? Optional.of(new Place("CN", SHANGHAI))
                        : Optional.of(new Place("DE", SHANGHAI)));
        LocalDate holiday = LocalDate.parse("2026-10-01");
        assertThat(calendars.of(here).works(holiday)).isTrue();

        registry.with(ShippedCalendar.chinaRules());

        assertThat(calendars.of(here).works(holiday)).isFalse();
        assertThat(calendars.of(UUID.randomUUID()).works(holiday)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // from ten to twelve
        "2026-11-23T02:00:00Z, 2026-11-23T04:00:00Z, PT2H",
        // a night, a morning before nine and an evening after five take nothing
        "2026-11-23T09:00:00Z, 2026-11-24T01:00:00Z, PT0S",
        "2026-11-23T00:00:00Z, 2026-11-23T12:00:00Z, PT8H",
        // Friday at four to Monday at ten
        "2026-11-20T08:00:00Z, 2026-11-23T02:00:00Z, PT2H",
        // the week of National Day, and the Saturday worked in exchange
        "2026-09-30T01:00:00Z, 2026-10-10T09:00:00Z, PT32H",
        // what is not later leaves nothing
        "2026-11-24T02:00:00Z, 2026-11-23T02:00:00Z, PT0S"
    })
    void timeOfWorkIsEightHoursADayOfWork(Instant from, Instant to, Duration expected) {
        assertThat(ShippedCalendar.china().workBetween(from, to)).isEqualTo(expected);
    }

    @Test
    void timeOfWorkAddsUpWhereverItIsCut() {
        Random random = new Random(11);
        Instant begin = Instant.parse("2026-09-01T00:00:00Z");
        for (int i = 0; i < 200; i++) {
            Instant from = begin.plusSeconds(random.nextInt(40 * 86_400));
            Instant cut = from.plusSeconds(random.nextInt(20 * 86_400));
            Instant to = cut.plusSeconds(random.nextInt(20 * 86_400));

            assertThat(ShippedCalendar.china()
                            .workBetween(from, cut)
                            .plus(ShippedCalendar.china().workBetween(cut, to)))
                    .isEqualTo(ShippedCalendar.china().workBetween(from, to));
        }
    }
}
