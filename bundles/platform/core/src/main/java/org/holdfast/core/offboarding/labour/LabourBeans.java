package org.holdfast.core.offboarding.labour;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.calendar.WorkingCalendars;
import org.holdfast.launcher.registry.CapabilityRegistry;

/** Makes the bean of the law on the end of an employment. */
@ApplicationScoped
public class LabourBeans {

    @Produces
    @Singleton
    ExitLaw exitLaw(CapabilityRegistry registry, WorkingCalendars calendars, People people) {
        return new CountryExitLaw(registry, calendars, people::subsidiary);
    }
}
