package org.holdfast.core.retention.cases;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.GaugeSource;
import org.holdfast.core.platform.rest.GaugeSource.Gauge;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.CurrentKeyRing;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.retention.Needs;
import org.holdfast.core.work.WorkSource;
import org.jspecify.annotations.Nullable;

/** Makes the beans of cases, and lets their clock go on. */
@ApplicationScoped
public class CaseBeans {
    private static final long SWEEP_SECONDS = 60;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    private volatile @Nullable ScheduledFuture<?> sweeps;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, CaseSweep sweep) {
        sweeps = executor.scheduleWithFixedDelay(sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
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
    CaseTable caseTable(Database database) {
        return new CaseTable(database);
    }

    @Produces
    @Singleton
    CaseSweep caseSweep(CaseTable table, Alerts alerts, People people, Clock clock, CurrentKeyRing keyRing) {
        return new CaseSweep(new CaseClock(table, alerts, people, clock), keyRing::isOpen);
    }

    @Produces
    @Singleton
    CaseReader caseReader(CaseTable table, Alerts alerts, People people, Texts texts, Clock clock) {
        return new CaseReader(table, alerts, people, texts, clock);
    }

    @Produces
    @Singleton
    Cases cases(CaseTable table, CaseReader reader, TalkDesk talks) {
        return new Cases(table, reader, talks);
    }

    @Produces
    @Singleton
    CaseFacts caseFacts(CaseTable table, TalkTable talks) {
        return new CaseFacts(table, talks);
    }

    @Produces
    @Singleton
    NoticeSource caseReminders(CaseTable table, Alerts alerts, Clock clock) {
        return new CaseReminders(table, alerts, clock);
    }

    @Produces
    @Singleton
    WorkSource caseWork(CaseTable table, CaseReader reader, Clock clock) {
        return new CaseWork(table, reader, clock);
    }

    @Produces
    @Singleton
    PersonTraces caseTraces() {
        return new CaseTraces();
    }

    @Produces
    @Singleton
    PersonRecords caseRecords(CaseTable table, TalkTable talks) {
        return new CaseRecords(table, talks);
    }

    @Produces
    @Singleton
    TalkTable talkTable(Database database, Vault vault) {
        return new TalkTable(database, vault);
    }

    @Produces
    @Singleton
    PastTalks pastTalks(CaseTable table, TalkTable talks) {
        return new PastTalks(table, talks);
    }

    @Produces
    @Singleton
    TalkDesk talkDesk(TalkTable talks, Alerts alerts, Needs needs, People people, Clock clock) {
        return new TalkDesk(talks, alerts, needs, people, clock);
    }

    @Produces
    @Singleton
    AttachmentDesk attachmentDesk(TalkTable talks, TalkDesk desk, Clock clock) {
        return new AttachmentDesk(talks.files(), desk, clock);
    }

    @Produces
    @Singleton
    GaugeSource caseGauges(CaseTable table, Clock clock) {
        return () -> {
            List<RetentionCase> waiting = table.inState(CaseState.WAITING);
            long overdue =
                    waiting.stream().filter(one -> one.overdue(clock.instant())).count();
            return List.of(
                    new Gauge("holdfast_cases_waiting", "Cases in which nobody has talked yet.", waiting.size()),
                    new Gauge("holdfast_cases_overdue", "Cases whose time for a talk is over.", overdue));
        };
    }
}
