package org.holdfast.core.notification;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.notification.Mail.State;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code notification_mail}: the mails, how often each was tried, and what became of it. Whoever tries a mail claims the
 * attempt first, so that two servers never send the same. Safe for use from many threads.
 */
final class Outbox {
    private static final int AT_ONCE = 50;
    private static final int DAYS_KEPT = 365;
    /** Some twenty hours, by the times between them. */
    private static final int MOST_ATTEMPTS = 12;

    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final Database database;
    private final Notifications notifications;
    private final Clock clock;

    Outbox(Notifications notifications, Clock clock) {
        this.database = notifications.database();
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * How the mail goes.
     *
     * @param lastDeliveredAt when a mail was taken last, null for never
     * @param waiting how many wait, or are tried again
     * @param givenUp how many were given up in the last 30 days
     * @param lastError what went wrong with the mail that was tried last and not taken, null for nothing
     */
    record Figures(
            @Nullable Instant lastDeliveredAt,
            int waiting,
            int givenUp,
            @Nullable String lastError) {}

    /** Says whether an account has a mail of a part of a day, or of an urgent notice. */
    boolean has(UUID account, String part) {
        return database.call(connection -> {
            try (PreparedStatement read =
                    connection.prepareStatement("select id from notification_mail where account_id = ? and part = ?")) {
                read.setObject(1, account);
                read.setString(2, part);
                try (ResultSet row = read.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** Adds a mail of some notices; nothing where another server has done so meanwhile. */
    void add(UUID account, String part, List<Notification> notices) {
        UUID id = UUID.randomUUID();
        OffsetDateTime now = now();
        try {
            database.run(connection -> {
                Notifications.update(
                        connection,
                        "insert into notification_mail (id, account_id, part, state, attempts, created_at, next_at)"
                                + " values (?, ?, ?, ?, 0, ?, ?)",
                        id,
                        account,
                        part,
                        State.WAITING.name(),
                        now,
                        now);
                if (!notifications.putInto(connection, id, notices)) {
                    throw new Overtaken();
                }
            });
        } catch (DatabaseException e) {
            if (!e.isConstraintViolation()) {
                throw e;
            }
        } catch (Overtaken e) {
            // The notices are in another server's mail: this one is rolled back.
        }
    }

    /** Rolls a mail back whose notices are in another. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Returns the mails whose time has come, the one that waits longest before the others. */
    List<Mail> due() {
        String sql = "select id, account_id, attempts from notification_mail where state = ? and next_at <= ?"
                + " order by next_at limit " + AT_ONCE;
        return database.call(connection -> {
            List<Mail> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setString(1, State.WAITING.name());
                read.setObject(2, now());
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(new Mail(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3)));
                    }
                }
            }
            return found;
        });
    }

    /**
     * Claims the next attempt of a mail. It is there before anything is sent: whoever dies while sending leaves a mail that comes
     * again at the time noted here.
     *
     * @return the mail with this attempt counted, or empty where somebody else has claimed it
     */
    Optional<Mail> claim(Mail mail) {
        int changed = database.call(connection -> Notifications.update(
                connection,
                "update notification_mail set attempts = ?, next_at = ? where id = ? and attempts = ? and state = ?",
                mail.attempts() + 1,
                now().plus(wait(mail.attempts())),
                mail.id(),
                mail.attempts(),
                State.WAITING.name()));
        return changed == 1 ? Optional.of(new Mail(mail.id(), mail.account(), mail.attempts() + 1)) : Optional.empty();
    }

    private static Duration wait(int attempts) {
        Duration wait = SHORTEST_WAIT.multipliedBy(1L << Math.min(attempts, MOST_ATTEMPTS));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Ends a mail. */
    void end(Mail mail, State state, @Nullable String error) {
        database.run(connection -> Notifications.update(
                connection,
                "update notification_mail set state = ?, last_error = ?, ended_at = ? where id = ? and state = ?",
                state.name(),
                error,
                now(),
                mail.id(),
                State.WAITING.name()));
    }

    /** Notes what went wrong; the mail waits for its next attempt, if it has one left. */
    void failed(Mail mail, String error) {
        if (mail.attempts() >= MOST_ATTEMPTS) {
            end(mail, State.GIVEN_UP, error);
            return;
        }
        database.run(connection -> Notifications.update(
                connection, "update notification_mail set last_error = ? where id = ?", error, mail.id()));
    }

    /** Forgets what has been over for a year: what was sent when is evidence until then. */
    void forgetOld() {
        OffsetDateTime before = now().minusDays(DAYS_KEPT);
        database.run(connection -> {
            Notifications.update(connection, "delete from notification where over_at < ?", before);
            Notifications.update(
                    connection,
                    "delete from notification_mail where ended_at < ? and not exists"
                            + " (select 1 from notification where mail_id = notification_mail.id)",
                    before);
        });
    }

    /** Returns how the mail goes. */
    Figures figures() {
        String sql = "select (select max(ended_at) from notification_mail where state = 'DELIVERED'),"
                + " (select count(*) from notification_mail where state = 'WAITING'),"
                + " (select count(*) from notification_mail where state = 'GIVEN_UP' and ended_at > ?),"
                + " (select max(last_error) from notification_mail where state in ('WAITING', 'GIVEN_UP')"
                + " and next_at = (select max(next_at) from notification_mail where last_error is not null"
                + " and state in ('WAITING', 'GIVEN_UP')))";
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, now().minusDays(30));
                try (ResultSet row = read.executeQuery()) {
                    row.next();
                    OffsetDateTime last = row.getObject(1, OffsetDateTime.class);
                    return new Figures(
                            last == null ? null : last.toInstant(), row.getInt(2), row.getInt(3), row.getString(4));
                }
            }
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
