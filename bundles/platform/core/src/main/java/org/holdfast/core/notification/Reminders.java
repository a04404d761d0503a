package org.holdfast.core.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.holdfast.core.platform.jobs.RecurringJob;

/** Asks once a minute, on one of the servers, what stands, and sends what is to be sent. Safe for use from many threads. */
final class Reminders implements RecurringJob {
    /** The one instance there is. */
    static final String ALL = "all";

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Iterable<NoticeSource> sources;
    private final Notifications notifications;
    private final MailRound mails;
    private final Optional<MailRoom> mail;

    Reminders(Iterable<NoticeSource> sources, Notifications notifications, MailRound mails, Optional<MailRoom> mail) {
        this.sources = sources;
        this.notifications = notifications;
        this.mails = mails;
        this.mail = mail;
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
        sources.forEach(notifications::take);
        mail.ifPresent(mails::run);
        mails.tidy();
    }
}
