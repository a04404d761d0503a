package org.holdfast.core.insight.effect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.insight.ErasedAttrition;
import org.holdfast.core.insight.Prepared;
import org.holdfast.core.people.People;
import org.holdfast.core.protection.KeyRingClosed;
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.retention.cases.CaseFacts;
import org.holdfast.core.retention.holdout.Holdouts;
import org.holdfast.core.retention.outcomes.Outcomes;
import org.holdfast.core.retention.use.CaseUses;
import org.holdfast.core.risk.settings.SettingsTable;

/** Makes the beans of the effect report. */
@ApplicationScoped
public class EffectBeans {
    private static final int MONTHS = 12;

    void forget(@Observes KeyRingClosed closed, Effect effect, Adoption adoption) {
        effect.forget();
        adoption.forget();
    }

    @Produces
    @Singleton
    FactsReader factsReader(People people, Alerts alerts, CaseFacts cases, SettingsTable settings, Clock clock) {
        return new FactsReader(people, alerts, cases, settings, clock);
    }

    @Produces
    @Singleton
    Effect effect(FactsReader reader, ErasedAttrition erased, Holdouts holdouts, Clock clock) {
        return new Effect(reader, new KeyGroups(erased::between), new Trials(holdouts), clock);
    }

    @Produces
    @Singleton
    Adoption adoption(People people, CaseUses cases, Outcomes outcomes, Recipients recipients, Clock clock) {
        return new Adoption(people, new UseReader(cases, outcomes::recorded, clock), recipients::employees);
    }

    @Produces
    @Singleton
    Prepared preparedEffect(Effect effect) {
        return all -> effect.report(all, all, effect.latest().minusMonths(MONTHS - 1L), effect.latest());
    }

    @Produces
    @Singleton
    Prepared preparedAdoption(Adoption adoption, Effect effect) {
        return all -> adoption.report(all, effect.latest(), MONTHS);
    }
}
