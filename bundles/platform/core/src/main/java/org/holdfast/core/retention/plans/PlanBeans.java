package org.holdfast.core.retention.plans;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.CurrentKeyRing;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.retention.PlanTemplates;
import org.holdfast.core.retention.cases.Cases;
import org.holdfast.core.retention.outcomes.OutcomeRecorded;
import org.holdfast.core.risk.effect.ActionSource;
import org.holdfast.core.work.WorkSource;
import org.jspecify.annotations.Nullable;

/** Makes the beans of plans, and stops those that are over. */
@ApplicationScoped
public class PlanBeans {
    private static final long SWEEP_SECONDS = 60;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    private volatile @Nullable ScheduledFuture<?> sweeps;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, PlanSweep sweep) {
        sweeps = executor.scheduleWithFixedDelay(sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    /** A plan stops with the outcome of its case, not a minute later. On a thread of its own: whoever records it does not wait. */
    void outcome(@Observes OutcomeRecorded recorded, PlanSweep sweep) {
        executor.execute(sweep);
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
    PlanTable planTable(Database database, Vault vault) {
        return new PlanTable(database, vault);
    }

    @Produces
    @Singleton
    ApprovalRules approvalRules(Database database) {
        return new ApprovalRules(database);
    }

    @Produces
    @Singleton
    Plans.Firm planFirm(People people, Alerts alerts, Cases cases, Clock clock) {
        return new Plans.Firm(people, alerts, cases, clock);
    }

    @Produces
    @Singleton
    Plans plans(PlanTable table, ApprovalRules rules, PlanTemplates templates, Plans.Firm firm) {
        return new Plans(table, rules, templates, firm);
    }

    @Produces
    @Singleton
    PlanReader planReader(PlanTable table, Cases cases, Plans.Firm firm, Texts texts) {
        return new PlanReader(table, cases, firm, texts);
    }

    @Produces
    @Singleton
    PlanDesk planDesk(Plans plans, PlanReader reader, Cases cases) {
        return new PlanDesk(plans, reader, cases);
    }

    @Produces
    @Singleton
    PlanSweep planSweep(PlanTable table, Cases cases, Plans.Firm firm, CurrentKeyRing keyRing) {
        return new PlanSweep(table, cases, firm, keyRing::isOpen);
    }

    @Produces
    @Singleton
    ActionSource planActions(PlanTable table, People people) {
        return new PlanActions(table, people);
    }

    @Produces
    @Singleton
    NoticeSource planReminders(PlanTable table, Plans.Firm firm) {
        return new PlanReminders(table, firm);
    }

    @Produces
    @Singleton
    PlanTasks planTasks(Database database) {
        return new PlanTasks(database);
    }

    @Produces
    @Singleton
    WorkSource planWork(PlanTasks tasks, PlanTable table, PlanReader reader, Plans.Firm firm) {
        return new PlanWork(tasks, table, reader, firm);
    }

    @Produces
    @Singleton
    PersonTraces planTraces() {
        return new PlanTraces();
    }

    @Produces
    @Singleton
    PersonRecords planRecords(PlanTable table) {
        return new PlanRecords(table);
    }
}
