package org.holdfast.core.notification;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.holdfast.core.platform.channel.Channels;

/** The ways out of the house there are at a moment: mail, and the channels of bundles. Safe for use from many threads. */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
final class Carriers {
    private final Optional<MailRoom> mail;
    private final Channels channels;
    private final AddressBook addresses;
    private final Optional<LetterWriter> writer;

    /**
     * Creates it.
     *
     * @param mail the firm's mail server, if one is named
     * @param channels those of bundles
     * @param addresses where accounts are reached by them
     * @param writer words their messages; empty where nobody has said where the console is: no channel of a bundle is used, then
     */
    Carriers(Optional<MailRoom> mail, Channels channels, AddressBook addresses, Optional<LetterWriter> writer) {
        this.mail = mail;
        this.channels = channels;
        this.addresses = addresses;
        this.writer = writer;
    }

    List<Carrier> all() {
        Stream<Carrier> bundles =
                channels.all().stream().flatMap(offered -> writer.stream().map(known -> carrier(offered, known)));
        return Stream.concat(mail.stream().map(MailCarrier::new), bundles).toList();
    }

    /** Says whether messages of bundles' channels can lead to the console. */
    boolean linked() {
        return writer.isPresent();
    }

    /** Returns the carrier of a bundle's channel; empty where nobody has said where the console is. */
    Optional<ChannelCarrier> of(Channels.Offered offered) {
        return writer.map(known -> carrier(offered, known));
    }

    private ChannelCarrier carrier(Channels.Offered offered, LetterWriter known) {
        return new ChannelCarrier(offered, channels, addresses, known);
    }
}
