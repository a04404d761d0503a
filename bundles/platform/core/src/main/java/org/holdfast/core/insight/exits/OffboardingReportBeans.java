package org.holdfast.core.insight.exits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.core.insight.Prepared;
import org.holdfast.core.knowledge.HandoverFigures;
import org.holdfast.core.offboarding.assets.ReturnFigures;
import org.holdfast.core.offboarding.cases.CaseFigures;
import org.holdfast.core.platform.calendar.WorkingCalendars;
import org.holdfast.core.protection.KeyRingClosed;

/** Makes the beans of the offboarding report. */
@ApplicationScoped
public class OffboardingReportBeans {
    private static final int MONTHS = 12;

    void forget(@Observes KeyRingClosed closed, OffboardingAnalysis analysis) {
        analysis.forget();
    }

    @Produces
    @Singleton
    OffboardingAnalysis offboardingAnalysis(
            CaseFigures cases,
            ReturnFigures returns,
            HandoverFigures handovers,
            WorkingCalendars calendars,
            Clock clock) {
        return new OffboardingAnalysis(
                new OffboardingFactsReader(
                        new OffboardingFactsReader.Sources(cases, returns, handovers), calendars, clock),
                clock);
    }

    @Produces
    @Singleton
    Prepared preparedOffboarding(OffboardingAnalysis analysis) {
        return all -> analysis.report(all, MONTHS);
    }
}
