package org.holdfast.core.offboarding.labour;

import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.ShippedCalendar;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.calendar.WorkingCalendars;

/** The law of China as it ships. */
public final class ChinaLaw {
    private ChinaLaw() {}

    /** Returns the law for subsidiaries in China; others have none. */
    public static ExitLaw of(People people) {
        FixedRegistry registry = new FixedRegistry().with(ShippedCalendar.chinaRules());
        WorkingCalendars calendars = ShippedCalendar.of(people);
        return new CountryExitLaw(registry, calendars, people::subsidiary);
    }
}
