package org.holdfast.core.insight;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.CurrentKeyRing;
import org.holdfast.core.protection.KeyRingClosed;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.risk.runs.CurrentScores;
import org.jspecify.annotations.Nullable;

/** Makes the beans of this room. */
@ApplicationScoped
public class InsightBeans {
    private static final long FIRST_SECONDS = 20;
    private static final long LOOK_SECONDS = 60;
    private static final int TREND_MONTHS = 36;
    private static final int LEAVER_MONTHS = 12;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    private volatile @Nullable ScheduledFuture<?> looks;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, ReadAhead ahead) {
        looks = executor.scheduleWithFixedDelay(ahead, FIRST_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        ScheduledFuture<?> running = looks;
        if (running != null) {
            running.cancel(false);
        }
    }

    void forget(@Observes KeyRingClosed closed, Insight insight, Leavers leavers) {
        insight.forget();
        leavers.forget();
    }

    @Produces
    @Singleton
    Insight insight(People people, CurrentScores scores, Alerts alerts, ErasedAttrition erased, Clock clock) {
        return new Insight(people, scores, alerts, erased, clock);
    }

    @Produces
    @Singleton
    Leavers leavers(Insight insight, ErasedAttrition erased, People people, Clock clock) {
        return new Leavers(insight.employments(), erased, people, clock);
    }

    @Produces
    @Singleton
    @Typed({ErasedAttrition.class, PersonTraces.class})
    ErasedAttrition erased(Database database, People people) {
        return new ErasedAttrition(database, people);
    }

    @Produces
    @Singleton
    ReadAhead readAhead(
            @Any Instance<Prepared> figures, People people, CurrentScores scores, CurrentKeyRing keyRing, Clock clock) {
        return new ReadAhead(
                figures,
                people::subsidiaries,
                () -> List.of(people.version(), scores.version(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                keyRing::isOpen);
    }

    @Produces
    @Singleton
    Prepared preparedRadar(Insight insight) {
        return all -> {
            insight.heatMap(all);
            insight.attrition(all, TREND_MONTHS);
            insight.summary(all);
        };
    }

    @Produces
    @Singleton
    Prepared preparedLeavers(Leavers leavers) {
        return all -> leavers.report(all, LEAVER_MONTHS);
    }
}
