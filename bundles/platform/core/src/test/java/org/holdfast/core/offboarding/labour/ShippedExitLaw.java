package org.holdfast.core.offboarding.labour;

import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.ShippedCalendar;
import org.holdfast.core.people.People;

/** The law on the end of an employment as it ships. */
public final class ShippedExitLaw {
    private ShippedExitLaw() {}

    /** Returns the law of subsidiaries, of which those in China have rules. */
    public static ExitLaw of(People people) {
        return new CountryExitLaw(
                new FixedRegistry().with(ShippedCalendar.chinaRules()), ShippedCalendar.of(people), people::subsidiary);
    }
}
