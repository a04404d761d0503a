package org.holdfast.core.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.GaugeSource;
import org.holdfast.core.platform.rest.GaugeSource.Gauge;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.launcher.config.MailSettings;
import org.holdfast.launcher.host.Host;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the beans of this room. */
@ApplicationScoped
public class NotificationBeans {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationBeans.class);

    @Produces
    @Singleton
    Notifications notifications(Database database, Recipients recipients, Clock clock) {
        return new Notifications(database, recipients, clock);
    }

    @Produces
    @Singleton
    Kinds kinds(@Any Instance<NoticeSource> sources) {
        return new Kinds(sources);
    }

    @Produces
    @Singleton
    Outbox outbox(Notifications notifications, Clock clock) {
        return new Outbox(notifications, clock);
    }

    @Produces
    @Singleton
    MailResource.Way way(Host host, Texts texts, People people, Clock clock) {
        return new MailResource.Way(host.mail().flatMap(settings -> room(settings, texts, people, clock)));
    }

    private static Optional<MailRoom> room(MailSettings settings, Texts texts, People people, Clock clock) {
        try {
            LetterWriter writer = new LetterWriter(texts, people, settings.console());
            return Optional.of(new MailRoom(settings, writer, new SmtpPost(settings, clock)));
        } catch (IOException e) {
            LOG.error("No mail can be sent: correct holdfast.mail.ca-file", e);
            return Optional.empty();
        }
    }

    @Produces
    @Singleton
    MailRound mails(Notifications notifications, Outbox outbox, Recipients recipients, People people, Clock clock) {
        return new MailRound(
                notifications, outbox, recipients, id -> people.subsidiary(id).map(Subsidiary::timezone), clock);
    }

    @Produces
    @Singleton
    Reminders reminders(
            @Any Instance<NoticeSource> sources, Notifications notifications, MailRound mails, MailResource.Way way) {
        return new Reminders(sources, notifications, mails, way.room());
    }

    @Produces
    @Singleton
    GaugeSource mailGauges(Outbox outbox) {
        return () -> {
            Outbox.Figures figures = outbox.figures();
            return List.of(
                    new Gauge("holdfast_mails_waiting", "Mails that wait or are tried again.", figures.waiting()),
                    new Gauge("holdfast_mails_given_up", "Mails given up in the last 30 days.", figures.givenUp()));
        };
    }
}
