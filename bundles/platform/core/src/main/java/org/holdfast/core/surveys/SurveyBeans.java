package org.holdfast.core.surveys;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.CurrentKeyRing;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.basis.ConsentOffers;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.retention.Needs;
import org.holdfast.core.signals.Arrivals;
import org.holdfast.core.signals.Consents;
import org.holdfast.core.signals.SignalCatalog;
import org.holdfast.core.signals.SignalStore;
import org.holdfast.core.signals.SignalsArrived;
import org.jspecify.annotations.Nullable;

/** Makes the beans of this room, and closes rounds by and by. */
@ApplicationScoped
public class SurveyBeans {
    private static final long SWEEP_SECONDS = 60;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    private volatile @Nullable ScheduledFuture<?> sweeps;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, SurveySweep sweep) {
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
    RoundTable surveyRounds(Database database, Vault vault) {
        return new RoundTable(database, vault);
    }

    @Produces
    @Singleton
    Asked asked(People people) {
        return new Asked(people);
    }

    @Produces
    @Singleton
    SurveyDesk surveyDesk(RoundTable table, Asked asked, Clock clock) {
        return new SurveyDesk(table, asked, clock);
    }

    @Produces
    @Singleton
    SurveyWords surveyWords(Texts texts, Needs needs) {
        return new SurveyWords(texts, needs);
    }

    @Produces
    @Singleton
    RoundReader roundReader(SurveyDesk desk, SurveyWords words) {
        return new RoundReader(desk, words);
    }

    @Produces
    @Singleton
    SurveyConsent.News surveyNews(Arrivals arrivals, Event<SignalsArrived> events) {
        return new SurveyConsent.News(arrivals, arrived -> executor.execute(() -> events.fire(arrived)));
    }

    @Produces
    @Singleton
    SurveyConsent.Stores surveyStores(
            Database database, Vault vault, SignalStore signals, SignalCatalog catalog, SurveyConsent.News news) {
        return new SurveyConsent.Stores(database, vault, signals, catalog, news);
    }

    @Produces
    @Singleton
    SurveyConsent surveyConsent(Consents consents, ConsentOffers offers, SurveyConsent.Stores stores) {
        return new SurveyConsent(consents, offers, stores);
    }

    @Produces
    @Singleton
    OwnSurveys ownSurveys(SurveyDesk desk, SurveyConsent consent, SurveyWords words, Clock clock) {
        return new OwnSurveys(desk, consent, words, clock);
    }

    @Produces
    @Singleton
    NoticeSource surveyReminders(SurveyDesk desk, Recipients accounts, Clock clock) {
        return new SurveyReminders(desk, accounts, clock);
    }

    @Produces
    @Singleton
    SurveySweep surveySweep(SurveyDesk desk, CurrentKeyRing keyRing) {
        return new SurveySweep(desk, keyRing::isOpen);
    }

    @Produces
    @Singleton
    PersonTraces receiptTraces(RoundTable table) {
        return new ReceiptTraces(table);
    }
}
