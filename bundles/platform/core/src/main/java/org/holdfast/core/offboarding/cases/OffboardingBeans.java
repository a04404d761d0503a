package org.holdfast.core.offboarding.cases;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.holdfast.core.access.AccountNames;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.offboarding.accounts.AccountClosing;
import org.holdfast.core.offboarding.flows.FlowListener;
import org.holdfast.core.offboarding.flows.FlowOffice;
import org.holdfast.core.offboarding.flows.FlowRuns;
import org.holdfast.core.offboarding.labour.ExitLaw;
import org.holdfast.core.offboarding.preparation.Leaving;
import org.holdfast.core.offboarding.preparation.Preparations;
import org.holdfast.core.offboarding.settlement.ExitFacts;
import org.holdfast.core.offboarding.settlement.FinanceOffice;
import org.holdfast.core.offboarding.settlement.OpenSettlements;
import org.holdfast.core.people.People;
import org.holdfast.core.people.StaffRegister;
import org.holdfast.core.platform.calendar.WorkingCalendars;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.CurrentKeyRing;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.work.WorkSource;
import org.jspecify.annotations.Nullable;

/** Makes the beans of offboarding cases, and notes who has left. */
@ApplicationScoped
public class OffboardingBeans {
    private static final long FIRST_MINUTES = 3;
    private static final long SWEEP_MINUTES = 10;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    private volatile @Nullable ScheduledFuture<?> sweeps;
    private volatile @Nullable ScheduledFuture<?> looks;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, LeaverSweep sweep, CaseWatch watch) {
        sweeps = executor.scheduleWithFixedDelay(sweep, FIRST_MINUTES, SWEEP_MINUTES, TimeUnit.MINUTES);
        looks = executor.scheduleWithFixedDelay(watch, FIRST_MINUTES, 1, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        end(sweeps);
        end(looks);
    }

    private static void end(@Nullable ScheduledFuture<?> running) {
        if (running != null) {
            running.cancel(false);
        }
    }

    @Produces
    @Singleton
    CaseTable offboardingTable(Database database, Vault vault) {
        return new CaseTable(database, vault);
    }

    @Produces
    @Singleton
    TaskTable offboardingTaskTable(Database database) {
        return new TaskTable(database);
    }

    @Produces
    @Singleton
    OfficeTable officeTable(Database database) {
        return new OfficeTable(database);
    }

    @Produces
    @Singleton
    Firm offboardingFirm(People people, WorkingCalendars calendars, ExitLaw law, Clock clock) {
        return new Firm(people, calendars, law, clock);
    }

    @Produces
    @Singleton
    FlowListener taskMirror(CaseTable table, TaskTable tasks, Firm firm, Instance<CaseListener> listeners) {
        return new TaskMirror(table, tasks, firm, all(listeners));
    }

    @Produces
    @Singleton
    Offboardings.Works offboardingWorks(
            FlowRuns flows,
            AccountClosing accounts,
            Instance<StepProof> proofs,
            Preparations preparations,
            Instance<CaseListener> listeners) {
        return new Offboardings.Works(flows, accounts, new TaskGuard(proofs), preparations, all(listeners));
    }

    private static CaseListener all(Instance<CaseListener> listeners) {
        return change -> listeners.forEach(one -> one.changed(change));
    }

    @Produces
    @Singleton
    StepProof accountsProof(AccountClosing accounts) {
        return new AccountsProof(accounts);
    }

    @Produces
    @Singleton
    StepProof settlementProof(OpenSettlements settlements) {
        return new SettlementProof(settlements);
    }

    @Produces
    @Singleton
    ExitCases exitCases(CaseTable table, Preparations preparations, Performers performers) {
        return new KnownCases(table, preparations, performers);
    }

    @Produces
    @Singleton
    Leaving leaving(CaseTable table) {
        return personId -> table.goingOn(personId).isPresent();
    }

    @Produces
    @Singleton
    LastDays lastDays(CaseTable table) {
        return table::lastDays;
    }

    @Produces
    @Singleton
    Exits exits(CaseTable table) {
        return table::exits;
    }

    @Produces
    @Singleton
    StepCompletion stepCompletion(Offboardings offboardings) {
        return new ProvedSteps(offboardings);
    }

    @Produces
    @Singleton
    RunningCases runningCases(CaseTable table) {
        return () -> table.inState(OffboardingState.RUNNING).stream()
                .map(KnownCases::told)
                .toList();
    }

    @Produces
    @Singleton
    Offboardings offboardings(CaseTable table, TaskTable tasks, Firm firm, Offboardings.Works works) {
        return new Offboardings(table, tasks, firm, works);
    }

    @Produces
    @Singleton
    Performers performers(Database database, OfficeTable offices, People people, Recipients recipients) {
        return new Performers(database, offices, people, recipients);
    }

    @Produces
    @Singleton
    OffboardingReader offboardingReader(Offboardings offboardings, Performers performers, Texts texts) {
        return new OffboardingReader(offboardings, performers, texts);
    }

    @Produces
    @Singleton
    OffboardingDesk offboardingDesk(Offboardings offboardings, OffboardingReader reader) {
        return new OffboardingDesk(offboardings, reader);
    }

    @Produces
    @Singleton
    TaskDesk offboardingTaskDesk(Offboardings offboardings, OffboardingReader reader, Performers performers) {
        return new TaskDesk(offboardings, reader, performers);
    }

    @Produces
    @Singleton
    OfficeDesk officeDesk(OfficeTable table, Recipients recipients, AccountNames names) {
        return new OfficeDesk(table, recipients, names);
    }

    @Produces
    @Singleton
    LeaverSweep leaverSweep(Offboardings offboardings, StaffRegister register, Texts texts, CurrentKeyRing keyRing) {
        return new LeaverSweep(offboardings, register, texts, keyRing::isOpen);
    }

    @Produces
    @Singleton
    CaseWatch caseWatch(Offboardings offboardings, CaseTable table, TaskTable tasks, CurrentKeyRing keyRing) {
        return new CaseWatch(offboardings, new CaseMarks(table, tasks), keyRing::isOpen);
    }

    @Produces
    @Singleton
    NoticeSource offboardingReminders(CaseTable table, TaskTable tasks, Performers performers, Firm firm) {
        return new OffboardingReminders(table, tasks, performers, firm);
    }

    @Produces
    @Singleton
    WorkSource offboardingWork(TaskTable tasks, TaskDesk desk, Firm firm) {
        return new OffboardingWork(tasks, desk, firm);
    }

    @Produces
    @Singleton
    ExitFacts exitFacts(CaseTable table, TaskTable tasks, Preparations preparations) {
        return new CaseFacts(table, tasks, preparations);
    }

    @Produces
    @Singleton
    FinanceOffice financeOffice(ExitCases cases) {
        return (id, caller) -> cases.find(id)
                .filter(one -> cases.acts(one, FlowOffice.FINANCE, caller))
                .isPresent();
    }

    @Produces
    @Singleton
    CaseFigures caseFigures(CaseTable table, TaskTable tasks) {
        return new CountedCases(table, tasks);
    }

    @Produces
    @Singleton
    PersonTraces offboardingTraces(CaseTable table, FlowRuns flows) {
        return new OffboardingTraces(table, flows);
    }

    @Produces
    @Singleton
    PersonRecords offboardingRecords(CaseTable table, TaskTable tasks) {
        return new OffboardingRecords(table, tasks);
    }
}
