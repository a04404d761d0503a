package org.holdfast.core.offboarding.flows;

import java.util.Calendar;
import java.util.Date;
import java.util.TimeZone;
import org.flowable.common.engine.impl.runtime.Clock;

/** The server's clock as the engine reads it, in UTC, which it cannot set. */
final class EngineClock implements Clock {
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private final java.time.Clock clock;

    EngineClock(java.time.Clock clock) {
        this.clock = clock;
    }

    @Override
    public Date getCurrentTime() {
        return Date.from(clock.instant());
    }

    @Override
    public Calendar getCurrentCalendar() {
        return getCurrentCalendar(UTC);
    }

    @Override
    public Calendar getCurrentCalendar(TimeZone zone) {
        Calendar now = Calendar.getInstance(zone);
        now.setTime(getCurrentTime());
        return now;
    }

    @Override
    public TimeZone getCurrentTimeZone() {
        return UTC;
    }

    @Override
    public void setCurrentTime(Date time) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setCurrentCalendar(Calendar time) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void reset() {
        // It was never set.
    }
}
