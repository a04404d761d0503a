package org.holdfast.core.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.access.Recipients.Recipient;
import org.holdfast.core.notification.NotificationPreferencesView.ChannelChoice;
import org.holdfast.core.platform.channel.Channels;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.launcher.config.MailSettings.QuietHours;

/** By what an account can be told. Safe for use from many threads. */
final class Reach {
    private final Recipients recipients;
    private final Carriers carriers;
    private final Channels channels;
    private final Schedule schedule;
    private final Texts texts;

    Reach(Recipients recipients, Carriers carriers, Channels channels, Schedule schedule, Texts texts) {
        this.recipients = recipients;
        this.carriers = carriers;
        this.channels = channels;
        this.schedule = schedule;
        this.texts = texts;
    }

    QuietHours serverQuiet() {
        return schedule.serverQuiet();
    }

    /** Returns the account, if it may log in. */
    UUID known(UUID account) {
        return recipients.find(account).map(Recipient::account).orElseThrow(RestException::notFound);
    }

    /** Returns the codes of the channels there are, with the bell. */
    Set<String> channels() {
        Set<String> codes = carriers.all().stream().map(Carrier::channel).collect(Collectors.toSet());
        codes.add(Channels.CONSOLE);
        return codes;
    }

    List<ChannelChoice> choices(UUID account, String language) {
        List<ChannelChoice> choices = new ArrayList<>();
        choices.add(new ChannelChoice(Channels.CONSOLE, texts.text(language, "channel.console"), true));
        Optional<Recipient> reader = recipients.find(account);
        for (Carrier carrier : carriers.all()) {
            boolean reached = reader.flatMap(carrier::address).isPresent();
            choices.add(new ChannelChoice(carrier.channel(), name(carrier.channel(), language), reached));
        }
        return choices;
    }

    private String name(String channel, String language) {
        return channels.named(channel)
                .map(offered -> offered.name(texts, language))
                .orElseGet(() -> texts.text(language, "channel." + channel));
    }
}
