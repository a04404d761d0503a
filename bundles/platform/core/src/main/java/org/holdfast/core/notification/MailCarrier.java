package org.holdfast.core.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.channel.DeliveryStatus;
import org.holdfast.core.access.Recipients.Recipient;
import org.holdfast.core.platform.channel.Channels;

/** The firm's own mail server: it carries what is about any subsidiary. */
final class MailCarrier implements Carrier {
    private final MailRoom room;

    MailCarrier(MailRoom room) {
        this.room = room;
    }

    @Override
    public String channel() {
        return Channels.MAIL;
    }

    @Override
    public boolean carries(UUID subsidiaryId) {
        return true;
    }

    @Override
    public Optional<String> address(Recipient reader) {
        return Optional.ofNullable(reader.address());
    }

    @Override
    public Tried send(Delivery delivery, Recipient reader, String address, List<Notification> notices) {
        try {
            room.post().send(room.writer().reminder(delivery.id(), reader, address, notices));
            return new Tried(DeliveryStatus.delivered(), true);
        } catch (PostException e) {
            MailError error = e.error();
            DeliveryStatus status = error == MailError.MAIL_REFUSED
                    ? DeliveryStatus.failed(error.type())
                    : DeliveryStatus.delayed(error.type(), Duration.ZERO);
            return new Tried(status, !error.ofServer());
        }
    }
}
