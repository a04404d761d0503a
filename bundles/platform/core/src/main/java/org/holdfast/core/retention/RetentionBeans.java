package org.holdfast.core.retention;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.access.Role;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.calendar.WorkingCalendars;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.CurrentKeyRing;
import org.holdfast.core.protection.KeyRingClosed;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.protection.erasure.AgedRecords;
import org.holdfast.core.protection.erasure.AgedTable;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.risk.BandCrossed;
import org.holdfast.core.risk.rest.OpenAlerts;
import org.holdfast.core.risk.runs.Capabilities;
import org.holdfast.core.risk.runs.CurrentScores;
import org.holdfast.core.risk.runs.RunTable;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.core.risk.store.ScoreTable;
import org.holdfast.core.work.WorkSource;
import org.holdfast.launcher.host.Host;
import org.jspecify.annotations.Nullable;

/** Makes the beans of this room, and lets it hear of crossings and of time. */
@ApplicationScoped
public class RetentionBeans {
    private static final long SWEEP_SECONDS = 60;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    private volatile @Nullable ScheduledFuture<?> sweeps;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, AlertSweep sweep) {
        sweeps = executor.scheduleWithFixedDelay(sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        ScheduledFuture<?> running = sweeps;
        if (running != null) {
            running.cancel(false);
        }
    }

    /** On a thread of its own: the committing thread is still within its transaction. */
    void forget(@Observes KeyRingClosed closed, Alerts alerts) {
        alerts.conflicts().forget();
    }

    void crossed(@Observes(during = TransactionPhase.AFTER_SUCCESS) BandCrossed crossing, AlertThreshold threshold) {
        if (AlertThreshold.mayMatter(crossing)) {
            executor.execute(() -> AlertSweep.guarded(() -> threshold.crossed(crossing)));
        }
    }

    @Produces
    @Singleton
    AlertTable table(Database database, Vault vault) {
        return new AlertTable(database, vault);
    }

    @Produces
    @Singleton
    PastAlerts pastAlerts(AlertTable table, People people) {
        return new PastAlerts(table, people);
    }

    @Produces
    @Singleton
    PersonTraces alertTraces() {
        return new AlertTraces();
    }

    @Produces
    @Singleton
    PersonRecords alertRecords(AlertTable table) {
        return new AlertRecords(table);
    }

    @Produces
    @Singleton
    AgedRecords agedAlerts(Database database) {
        return new AgedTable(RetentionRule.Kind.ALERTS, database, "alert", "as_of", day -> day);
    }

    @Produces
    @Singleton
    Alerts alerts(AlertTable table, People people, WorkingCalendars calendars, ScoreTable scores, Clock clock) {
        return new Alerts(table, people, new AlertRouting(people, calendars::of), scores, clock);
    }

    @Produces
    @Singleton
    OpenAlerts openAlerts(Alerts alerts) {
        return (person, reader) -> alerts.unclosed(person)
                .filter(alert -> !alerts.conflicts().bar(alert.id(), reader))
                .map(alert -> new OpenAlerts.Mark(alert.id(), alert.state().code()));
    }

    @Produces
    @Singleton
    AlertThreshold threshold(
            Alerts alerts,
            SettingsTable settings,
            CurrentScores scores,
            WeeklyAlerts weekly,
            AlertThreshold.Around around) {
        return new AlertThreshold(alerts, settings, scores, weekly, around);
    }

    @Produces
    @Singleton
    AlertThreshold.Around aroundAlerts(Decided decided, HeldOut heldOut) {
        return new AlertThreshold.Around(decided, heldOut);
    }

    @Produces
    @Singleton
    ExpectedBenefit expectedBenefit(People people, SignalGate gate, Clock clock) {
        return new ExpectedBenefit(
                people,
                (firm, person) -> gate.lets(
                        firm,
                        person,
                        DataCategory.PAY,
                        LocalDate.ofInstant(
                                clock.instant(),
                                people.subsidiary(firm)
                                        .<ZoneId>map(Subsidiary::timezone)
                                        .orElse(ZoneOffset.UTC))));
    }

    @Produces
    @Singleton
    WeeklyAlerts weeklyAlerts(
            Alerts alerts, People people, ExpectedBenefit benefit, Recipients recipients, RunTable runs) {
        return new WeeklyAlerts(
                alerts,
                people,
                benefit,
                new WeeklyAlerts.Around(
                        firm -> recipients.of(Role.SUBSIDIARY_HR, firm).size(), runs::underWay));
    }

    @Produces
    @Singleton
    AlertSweep sweep(Alerts alerts, AlertThreshold threshold, DismissalWatch dismissals, CurrentKeyRing keyRing) {
        return new AlertSweep(alerts, threshold, dismissals, keyRing::isOpen);
    }

    @Produces
    @Singleton
    DismissalTable dismissalTable(Database database, Vault vault) {
        return new DismissalTable(database, vault);
    }

    @Produces
    @Singleton
    Dismissals dismissals(DismissalTable table, Clock clock) {
        return new Dismissals(table, clock);
    }

    @Produces
    @Singleton
    DismissalWatch dismissalWatch(Alerts alerts, DismissalTable table, People people, Clock clock, Host host) {
        return new DismissalWatch(
                alerts, table, people, clock, event -> host.audit().append(event));
    }

    @Produces
    @Singleton
    PersonRecords dismissalRecords(DismissalTable table) {
        return new DismissalRecords(table);
    }

    @Produces
    @Singleton
    AgedRecords agedDismissals(Database database) {
        return new AgedTable(RetentionRule.Kind.ALERTS, database, "flagged_dismissal", "noticed_on", day -> day);
    }

    @Produces
    @Singleton
    AlertReader.Words words(Texts texts, Capabilities capabilities) {
        return new AlertReader.Words(texts, capabilities);
    }

    @Produces
    @Singleton
    Needs needs(People people, AlertReader.Words words) {
        return new Needs(people, words);
    }

    @Produces
    @Singleton
    AlertReader reader(Alerts alerts, People people, AlertReader.Words words, SignalGate gate, Clock clock) {
        return new AlertReader(alerts, people, words, gate, clock);
    }

    @Produces
    @Singleton
    WorkSource alertWork(Alerts alerts, AlertReader reader, People people, Clock clock) {
        return new AlertWork(alerts, reader, people, clock);
    }

    @Produces
    @Singleton
    PlanTemplates planTemplates(People people, AlertReader reader, AlertReader.Words words) {
        return new PlanTemplates(people, reader, words);
    }
}
