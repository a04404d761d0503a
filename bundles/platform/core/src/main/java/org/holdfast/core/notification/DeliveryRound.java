package org.holdfast.core.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.access.Recipients.Recipient;
import org.holdfast.core.notification.Mail.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts notices into mails and sends them: what is urgent at once and on its own, the rest in one mail per account and half of a
 * day, outside quiet hours. Safe for use from many threads and servers.
 */
final class MailRound {
    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);
    private static final int NOON = 12;

    private final Notifications notifications;
    private final Outbox outbox;
    private final Recipients recipients;
    private final Function<UUID, Optional<ZoneId>> zones;
    private final Clock clock;

    MailRound(
            Notifications notifications,
            Outbox outbox,
            Recipients recipients,
            Function<UUID, Optional<ZoneId>> zones,
            Clock clock) {
        this.notifications = notifications;
        this.outbox = outbox;
        this.recipients = recipients;
        this.zones = zones;
        this.clock = clock;
    }

    /** Forgets what is old. */
    void tidy() {
        outbox.forgetOld();
    }

    void run(MailRoom room) {
        notifications.unsent().forEach((account, notices) -> {
            if (recipients.find(account).map(Recipient::address).isPresent()) {
                pack(room, account, notices);
            }
        });
        for (Mail mail : outbox.due()) {
            Optional<Mail> claimed = outbox.claim(mail);
            if (claimed.isPresent() && !deliver(room, claimed.get())) {
                return;
            }
        }
    }

    private void pack(MailRoom room, UUID account, List<Notification> notices) {
        notices.stream()
                .filter(Notification::urgent)
                .forEach(one -> outbox.add(account, "urgent " + one.notice().key(), List.of(one)));
        List<Notification> others =
                notices.stream().filter(one -> !one.urgent()).toList();
        if (others.isEmpty()) {
            return;
        }
        ZonedDateTime now = now(others.get(0).notice().subsidiaryId());
        String part = part(now);
        if (!room.settings().quiet().hold(now.getHour()) && !outbox.has(account, part)) {
            outbox.add(account, part, others);
        }
    }

    private ZonedDateTime now(UUID subsidiaryId) {
        return clock.instant().atZone(zones.apply(subsidiaryId).orElse(ZoneOffset.UTC));
    }

    private static String part(ZonedDateTime now) {
        LocalDate day = now.toLocalDate();
        return day + (now.getHour() < NOON ? " am" : " pm");
    }

    /** Returns whether it is worth while to try the next mail. */
    private boolean deliver(MailRoom room, Mail mail) {
        List<Notification> notices = notifications.in(mail.id());
        Optional<Recipient> reader = recipients.find(mail.account());
        Optional<String> address = reader.map(Recipient::address);
        if (notices.isEmpty() || reader.isEmpty()) {
            outbox.end(mail, State.NEEDLESS, null);
            return true;
        }
        if (address.isEmpty()) {
            // It was taken away, or the key ring is being sealed: it may come back.
            outbox.failed(mail, MailError.MAIL_ADDRESS_MISSING.name());
            return true;
        }
        try {
            room.post().send(room.writer().reminder(mail.id(), reader.get(), address.get(), notices));
            outbox.end(mail, State.DELIVERED, null);
            return true;
        } catch (PostException e) {
            return failed(mail, e.error());
        }
    }

    private boolean failed(Mail mail, MailError error) {
        LOG.info("Mail {} was not taken at attempt {}: {}", mail.id(), mail.attempts(), error);
        if (error == MailError.MAIL_REFUSED) {
            outbox.end(mail, State.GIVEN_UP, error.name());
        } else {
            outbox.failed(mail, error.name());
        }
        return !error.ofServer();
    }
}
