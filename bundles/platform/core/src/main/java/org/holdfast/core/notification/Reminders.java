package org.holdfast.core.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.holdfast.core.platform.jobs.Attempt;
import org.holdfast.core.platform.jobs.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks once a minute, on one of the servers, what stands, and sends what is to be sent. Safe for use from many threads. */
final class Reminders implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    /** The one instance there is. */
    static final String ALL = "all";

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Iterable<NoticeSource> sources;
    private final Notifications notifications;
    private final DeliveryRound round;
    private final Carriers carriers;

    Reminders(Iterable<NoticeSource> sources, Notifications notifications, DeliveryRound round, Carriers carriers) {
        this.sources = sources;
        this.notifications = notifications;
        this.round = round;
        this.carriers = carriers;
    }

    List<String> instances() {
        return List.of(ALL);
    }

    @Override
    public String name() {
        return "reminders";
    }

    /** On the minute, so that it does not move by looking. */
    @Override
    public Optional<Instant> next(String instance, Instant after) {
        long minute = after.getEpochSecond() / EVERY.toSeconds() + 1;
        return Optional.of(Instant.ofEpochSecond(minute * EVERY.toSeconds()));
    }

    @Override
    public void run(String instance) {
        // One room that cannot tell must not keep quiet what the others have to say.
        sources.forEach(source -> Attempt.of(() -> notifications.take(source))
                .ifPresent(failure -> LOG.error(
                        "A room could not tell what it reminds of: {} ({})", Attempt.name(failure), source.kinds())));
        List<Carrier> ways = carriers.all();
        ways.forEach(way -> Attempt.of(() -> round.run(way))
                .ifPresent(
                        failure -> LOG.error("Nothing could be sent by {}: {}", way.channel(), Attempt.name(failure))));
        round.tidy(ways);
    }
}
