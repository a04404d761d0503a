package org.holdfast.core.offboarding.events;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.offboarding.cases.CaseListener;
import org.holdfast.core.offboarding.events.DeliveryRound.Outbox;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.CurrentKeyRing;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.launcher.host.Host;

/** Makes the beans of events, and has what waits sent while the key ring is open: what events say is sealed. */
@ApplicationScoped
public class EventBeans {
    private static final long FIRST_SECONDS = 30;
    private static final long LOOK_SECONDS = 5;
    private static final long TIDY_SECONDS = 3_600;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService timer;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService threads;

    private final List<Future<?>> looks = new ArrayList<>();

    synchronized void start(@Observes @Initialized(ApplicationScoped.class) Object event, Dispatch dispatch) {
        looks.add(timer.scheduleWithFixedDelay(dispatch, FIRST_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS));
        looks.add(timer.scheduleWithFixedDelay(dispatch::tidy, FIRST_SECONDS, TIDY_SECONDS, TimeUnit.SECONDS));
    }

    @PreDestroy
    synchronized void stop() {
        looks.forEach(one -> one.cancel(false));
    }

    @Produces
    @Singleton
    AudienceTable eventAudiences(Host host) {
        return AudienceTable.read(host.dataDirectory());
    }

    @Produces
    @Singleton
    EventTable eventTable(Database database, Vault vault) {
        return new EventTable(database, vault);
    }

    @Produces
    @Singleton
    Outbox eventOutbox(Database database, Vault vault, EventTable events, Clock clock) {
        return new Outbox(database, new TargetTable(database, vault), new DeliveryTable(database, events), clock);
    }

    @Produces
    @Singleton
    CaseListener caseEvents(EventTable events, Outbox outbox, People people) {
        return new CaseEvents(events, outbox.targets(), people);
    }

    @Produces
    @Singleton
    EventDocument eventDocument(AudienceTable audiences) {
        return new EventDocument(audiences);
    }

    @Produces
    @Singleton
    TargetCalls targetCalls(Clock clock) {
        return new TargetCalls(new GuardedNames(), TargetCalls.Limits.USUAL, timer, clock);
    }

    @Produces
    @Singleton
    Dispatch eventDispatch(Outbox outbox, EventDocument document, TargetCalls calls, CurrentKeyRing keyRing) {
        return new Dispatch(new DeliveryRound(outbox, document, calls), threads, keyRing::isOpen);
    }

    @Produces
    @Singleton
    TargetDesk targetDesk(Outbox outbox, EventDocument document, TargetCalls calls) {
        return new TargetDesk(outbox, document, calls);
    }

    @Produces
    @Singleton
    TargetReader targetReader(Outbox outbox, AudienceTable audiences, Texts texts) {
        return new TargetReader(outbox, audiences, texts);
    }

    @Produces
    @Singleton
    NoticeSource eventReminders(Outbox outbox, Clock clock) {
        return new EventReminders(outbox.targets(), clock);
    }

    /** What waits to be told of a person, and what was told, goes with them. */
    @Produces
    @Singleton
    PersonTraces eventTraces() {
        return TableTraces.of(
                "exitEvents", "offboarding_event_delivery", "offboarding_event", "offboarding_event_order");
    }

    @Produces
    @Singleton
    PersonRecords eventRecords(Outbox outbox, AudienceTable audiences) {
        return new EventRecords(outbox, audiences);
    }
}
