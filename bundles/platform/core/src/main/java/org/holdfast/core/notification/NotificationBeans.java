package org.holdfast.core.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.holdfast.core.access.ChannelAddresses;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.access.ReminderPreferences;
import org.holdfast.core.access.SessionWatch;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.calendar.WorkingCalendars;
import org.holdfast.core.platform.channel.Channels;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.GaugeSource;
import org.holdfast.core.platform.rest.GaugeSource.Gauge;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.launcher.config.MailSettings;
import org.holdfast.launcher.config.MailSettings.QuietHours;
import org.holdfast.launcher.config.ProviderSettings;
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
    MailResource.Way way(Host host, Words words, Clock clock) {
        return new MailResource.Way(host.mail().flatMap(settings -> room(settings, words, clock)));
    }

    private static Optional<MailRoom> room(MailSettings settings, Words words, Clock clock) {
        try {
            return Optional.of(new MailRoom(settings, words.writer(settings.console()), new SmtpPost(settings, clock)));
        } catch (IOException e) {
            LOG.error("No mail can be sent: correct holdfast.mail.ca-file", e);
            return Optional.empty();
        }
    }

    @Produces
    @Singleton
    ChannelsResource.Desk desk(Channels channels, Carriers carriers) {
        return new ChannelsResource.Desk(channels, carriers);
    }

    @Produces
    @Singleton
    Carriers carriers(Host host, MailResource.Way way, Channels channels, ChannelAddresses addresses, Words words) {
        return new Carriers(way.room(), channels, addresses::find, console(host).map(words::writer));
    }

    /** What mails, passkeys and the identity provider call the console is the address people know it by. */
    private static Optional<URI> console(Host host) {
        return host.mail()
                .map(MailSettings::console)
                .or(() -> host.signOn().passkeyAddress())
                .or(() -> host.signOn().provider().map(ProviderSettings::console));
    }

    @Produces
    @Singleton
    Words words(Texts texts, People people) {
        return new Words(texts, people);
    }

    /** What letters are worded with. */
    record Words(Texts texts, People people) {
        LetterWriter writer(URI console) {
            return new LetterWriter(texts, people, console);
        }
    }

    @Produces
    @Singleton
    Schedule schedule(Host host, WorkingCalendars calendars, Clock clock) {
        return new Schedule(calendars::of, host.mail().map(MailSettings::quiet).orElse(QuietHours.STANDARD), clock);
    }

    @Produces
    @Singleton
    Reach reach(Recipients recipients, Carriers carriers, Channels channels, Schedule schedule, Texts texts) {
        return new Reach(recipients, carriers, channels, schedule, texts);
    }

    @Produces
    @Singleton
    Bell bell(Notifications notifications, Kinds kinds, ReminderPreferences preferences) {
        return new Bell(notifications, kinds, preferences::of);
    }

    @Produces
    @Singleton
    LiveBells liveBells(
            Database database, Kinds kinds, ReminderPreferences preferences, SessionWatch sessions, Clock clock) {
        BellStates states = new BellStates(database, kinds, () -> preferences.mutedBy(Channels.CONSOLE));
        return new LiveBells(states::of, sessions::goesOn, clock);
    }

    @Produces
    @Singleton
    GaugeSource streamGauges(LiveBells bells) {
        return () -> List.of(new Gauge("holdfast_notification_streams", "Bells that are told live.", bells.count()));
    }

    @Produces
    @Singleton
    DeliveryRound.Wishes wishes(ReminderPreferences preferences, Schedule schedule) {
        return new DeliveryRound.Wishes(preferences::of, schedule);
    }

    @Produces
    @Singleton
    DeliveryRound round(
            Notifications notifications, Outbox outbox, Recipients recipients, DeliveryRound.Wishes wishes) {
        return new DeliveryRound(notifications, outbox, recipients, wishes);
    }

    @Produces
    @Singleton
    Reminders reminders(
            @Any Instance<NoticeSource> sources, Notifications notifications, DeliveryRound round, Carriers carriers) {
        return new Reminders(sources, notifications, round, carriers);
    }

    @Produces
    @Singleton
    GaugeSource channelGauges(Outbox outbox, Channels channels) {
        return () -> {
            List<Outbox.Figures> figures = channels.all().stream()
                    .map(offered -> outbox.figures(offered.code()))
                    .toList();
            return List.of(
                    new Gauge(
                            "holdfast_channel_messages_waiting",
                            "Messages of channels that wait or are tried again.",
                            figures.stream().mapToInt(Outbox.Figures::waiting).sum()),
                    new Gauge(
                            "holdfast_channel_messages_given_up",
                            "Messages of channels given up in the last 30 days.",
                            figures.stream().mapToInt(Outbox.Figures::givenUp).sum()));
        };
    }

    @Produces
    @Singleton
    GaugeSource mailGauges(Outbox outbox) {
        return () -> {
            Outbox.Figures figures = outbox.figures(Channels.MAIL);
            return List.of(
                    new Gauge("holdfast_mails_waiting", "Mails that wait or are tried again.", figures.waiting()),
                    new Gauge("holdfast_mails_given_up", "Mails given up in the last 30 days.", figures.givenUp()));
        };
    }
}
