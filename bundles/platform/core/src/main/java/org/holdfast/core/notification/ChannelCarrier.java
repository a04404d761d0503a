package org.holdfast.core.notification;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.channel.ChannelMessage;
import org.holdfast.api.channel.DeliveryStatus;
import org.holdfast.api.channel.DeliveryStatus.Action;
import org.holdfast.core.access.Recipients.Recipient;
import org.holdfast.core.platform.channel.Channels;
import org.holdfast.core.platform.channel.Channels.Offered;
import org.jspecify.annotations.Nullable;

/** A channel that a bundle brings: it carries what is about subsidiaries for which the bundle is enabled. */
final class ChannelCarrier implements Carrier {
    /** The bundle gave no answer, or one that is none. */
    static final String FAILED = "channel-failed";

    private static final int LONGEST_REASON = 40;

    private final Offered offered;
    private final Channels channels;
    private final AddressBook addresses;
    private final LetterWriter writer;

    ChannelCarrier(Offered offered, Channels channels, AddressBook addresses, LetterWriter writer) {
        this.offered = offered;
        this.channels = channels;
        this.addresses = addresses;
        this.writer = writer;
    }

    @Override
    public String channel() {
        return offered.code();
    }

    @Override
    public boolean carries(UUID subsidiaryId) {
        return channels.enabled(offered, subsidiaryId);
    }

    @Override
    public Optional<String> address(Recipient reader) {
        return addresses.find(reader.account(), offered.code());
    }

    @Override
    public Tried send(Delivery delivery, Recipient reader, String address, List<Notification> notices) {
        DeliveryStatus status =
                send(new ChannelMessage(delivery.id(), address, writer.content(reader.language(), notices)));
        // What delays one message (a limit of calls, a broken line) delays the next.
        return new Tried(status, status.action() != Action.DELAYED);
    }

    /** Sends a test of a moment, which nobody keeps. */
    DeliveryStatus test(String language, String address) {
        return send(new ChannelMessage(UUID.randomUUID(), address, writer.testContent(language)));
    }

    private DeliveryStatus send(ChannelMessage message) {
        try {
            @Nullable DeliveryStatus status = offered.channel().send(message);
            return status == null ? DeliveryStatus.delayed(FAILED, Duration.ZERO) : status;
        } catch (HoldfastException e) {
            return DeliveryStatus.delayed(reason(e), Duration.ZERO);
        } catch (IllegalArgumentException e) {
            return DeliveryStatus.delayed(FAILED, Duration.ZERO);
        }
    }

    private static String reason(HoldfastException failure) {
        String code = failure.code()
                .name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+", "");
        return code.isEmpty() ? FAILED : code.substring(0, Math.min(code.length(), LONGEST_REASON));
    }
}
