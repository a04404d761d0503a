package org.holdfast.core.retention.programmes;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.CurrentKeyRing;
import org.holdfast.core.protection.KeyRingClosed;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.protection.erasure.AgedRecords;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.retention.plans.ApprovalRules;
import org.holdfast.core.signals.SignalStore;
import org.jspecify.annotations.Nullable;

/** Makes the beans of programmes, and counts effects once their time is over. */
@ApplicationScoped
public class ProgrammeBeans {
    private static final long FIRST_MINUTES = 10;
    private static final long SWEEP_MINUTES = 60;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    private volatile @Nullable ScheduledFuture<?> sweeps;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, EffectSweep sweep) {
        sweeps = executor.scheduleWithFixedDelay(sweep, FIRST_MINUTES, SWEEP_MINUTES, TimeUnit.MINUTES);
    }

    void forget(@Observes KeyRingClosed closed, Workforce workforce) {
        workforce.forget();
    }

    @PreDestroy
    void stop() {
        ScheduledFuture<?> running = sweeps;
        if (running != null) {
            running.cancel(false);
        }
    }

    @Produces
    @Singleton
    ProgrammeTable programmeTable(Database database, Vault vault) {
        return new ProgrammeTable(database, vault);
    }

    @Produces
    @Singleton
    Workforce workforce(People people) {
        return new Workforce(people);
    }

    @Produces
    @Singleton
    Cohorts cohorts(People people, Workforce workforce, SignalStore store, SignalGate gate, Clock clock) {
        return new Cohorts(people, workforce, new FactPromotions(store, gate, clock));
    }

    @Produces
    @Singleton
    Programmes.Firm programmeFirm(People people, Alerts alerts, Clock clock) {
        return new Programmes.Firm(people, alerts, clock);
    }

    @Produces
    @Singleton
    Programmes programmes(ProgrammeTable table, Cohorts cohorts, ApprovalRules rules, Programmes.Firm firm) {
        return new Programmes(table, cohorts, rules, firm);
    }

    @Produces
    @Singleton
    ProgrammeSight programmeSight(ProgrammeTable table, Programmes programmes) {
        return new ProgrammeSight(table, programmes);
    }

    @Produces
    @Singleton
    ProgrammeReader programmeReader(ProgrammeTable table, Programmes programmes, ProgrammeSight sight, Texts texts) {
        return new ProgrammeReader(table, programmes, sight, texts);
    }

    @Produces
    @Singleton
    ProgrammeDesk programmeDesk(
            ProgrammeTable table, Programmes programmes, ProgrammeReader reader, ProgrammeSight sight) {
        return new ProgrammeDesk(programmes, reader, sight, new Progress(table, programmes));
    }

    @Produces
    @Singleton
    ProgrammeEffects programmeEffects(
            ProgrammeTable table, Cohorts cohorts, Programmes.Firm firm, Database database, Vault vault) {
        return new ProgrammeEffects(new CohortEffect(cohorts, table), new KeptEffects(database, vault), firm);
    }

    @Produces
    @Singleton
    EffectSweep effectSweep(ProgrammeTable table, ProgrammeEffects effects, CurrentKeyRing keyRing) {
        return new EffectSweep(table, effects, keyRing::isOpen);
    }

    @Produces
    @Dependent
    CohortResource.Told cohortTold(Cursors cursors, Visibility visibility, AuditNotes audit, Texts texts) {
        return new CohortResource.Told(cursors, visibility, audit, texts);
    }

    @Produces
    @Singleton
    NoticeSource programmeReminders(ProgrammeTable table, Programmes programmes) {
        return new ProgrammeReminders(table, programmes);
    }

    @Produces
    @Singleton
    PersonTraces programmeTraces() {
        return new ProgrammeTraces();
    }

    @Produces
    @Singleton
    AgedRecords agedProgrammes(Database database) {
        return new AgedProgrammes(database);
    }

    @Produces
    @Singleton
    PersonRecords programmeRecords(ProgrammeTable table) {
        return new ProgrammeRecords(table);
    }
}
