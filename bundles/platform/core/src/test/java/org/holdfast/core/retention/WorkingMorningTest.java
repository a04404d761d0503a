package org.holdfast.core.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingMorningTest {

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
    void managersGetTheirBatchAtNineOfTheNextWorkingDay(Instant opened, ZoneId zone, Instant expected) {
        assertThat(WorkingMorning.after(opened, zone)).isEqualTo(expected);
    }
}
