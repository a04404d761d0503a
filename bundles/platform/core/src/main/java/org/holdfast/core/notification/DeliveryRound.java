package org.holdfast.core.notification;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.api.channel.DeliveryStatus;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.access.Recipients.Recipient;
import org.holdfast.core.access.ReminderPreference;
import org.holdfast.core.notification.Delivery.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts notices into deliveries and tries them: what is urgent at once and on its own, the rest together when its time comes. Safe
 * for use from many threads and servers.
 */
final class DeliveryRound {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRound.class);
    private static final String NO_ADDRESS = "address-missing";

    private final Notifications notifications;
    private final Outbox outbox;
    private final Recipients recipients;
    private final Wishes wishes;

    DeliveryRound(Notifications notifications, Outbox outbox, Recipients recipients, Wishes wishes) {
        this.notifications = notifications;
        this.outbox = outbox;
        this.recipients = recipients;
        this.wishes = wishes;
    }

    /**
     * How people want to be told, and when.
     *
     * @param preferences of accounts
     * @param schedule what they say, as hours
     */
    record Wishes(Function<UUID, ReminderPreference> preferences, Schedule schedule) {}

    /** Forgets what is old, and gives up what no channel is there for any more. */
    void tidy(List<Carrier> carriers) {
        outbox.giveUpAllBut(carriers.stream().map(Carrier::channel).toList());
        outbox.forgetOld();
    }

    void run(Carrier carrier) {
        notifications.unsent(carrier.channel()).forEach((account, notices) -> pack(carrier, account, notices));
        if (outbox.held(carrier.channel())) {
            return;
        }
        for (Delivery delivery : outbox.due(carrier.channel())) {
            Optional<Delivery> claimed = outbox.claim(delivery);
            if (claimed.isPresent() && !deliver(carrier, claimed.get())) {
                return;
            }
        }
    }

    private void pack(Carrier carrier, UUID account, List<Notification> notices) {
        ReminderPreference preference = wishes.preferences().apply(account);
        Map<Boolean, List<Notification>> byHaste = wanted(carrier, preference, notices);
        if (byHaste.isEmpty()
                || recipients.find(account).flatMap(carrier::address).isEmpty()) {
            return;
        }
        byHaste.getOrDefault(true, List.of())
                .forEach(one -> outbox.add(
                        account, carrier.channel(), "urgent " + one.notice().key(), List.of(one)));
        List<Notification> others = byHaste.getOrDefault(false, List.of());
        if (!others.isEmpty()) {
            wishes.schedule()
                    .batch(preference, others)
                    .filter(batch -> !outbox.has(account, carrier.channel(), batch.part()))
                    .ifPresent(batch -> outbox.add(account, carrier.channel(), batch.part(), batch.notices()));
        }
    }

    private static Map<Boolean, List<Notification>> wanted(
            Carrier carrier, ReminderPreference preference, List<Notification> notices) {
        return notices.stream()
                .filter(one -> !preference.mutes(carrier.channel(), one.notice().kind()))
                .filter(one -> carrier.carries(one.notice().subsidiaryId()))
                .collect(Collectors.groupingBy(Notification::urgent));
    }

    /** Returns whether it is worth while to try the next one. */
    private boolean deliver(Carrier carrier, Delivery delivery) {
        List<Notification> notices = notifications.in(delivery.id()).stream()
                .filter(one -> carrier.carries(one.notice().subsidiaryId()))
                .toList();
        Optional<Recipient> reader = recipients.find(delivery.account());
        if (notices.isEmpty() || reader.isEmpty()) {
            outbox.end(delivery, State.NEEDLESS, null);
            return true;
        }
        Optional<String> address = carrier.address(reader.get());
        if (address.isEmpty()) {
            // It was taken away, or the key ring is being sealed: it may come back.
            outbox.failed(delivery, DeliveryStatus.delayed(NO_ADDRESS, Duration.ZERO));
            return true;
        }
        Carrier.Tried tried = carrier.send(delivery, reader.get(), address.get(), notices);
        settle(delivery, tried.status());
        return tried.worthwhile();
    }

    private void settle(Delivery delivery, DeliveryStatus status) {
        switch (status.action()) {
            case DELIVERED -> outbox.end(delivery, State.DELIVERED, null);
            case FAILED -> outbox.end(delivery, State.GIVEN_UP, status.reason());
            case DELAYED -> outbox.failed(delivery, status);
        }
        if (status.action() != DeliveryStatus.Action.DELIVERED) {
            LOG.info(
                    "Delivery {} by {} was not taken at attempt {}: {}",
                    delivery.id(),
                    delivery.channel(),
                    delivery.attempts(),
                    status.reason());
        }
    }
}
