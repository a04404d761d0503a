package org.holdfast.core.notification;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.channel.DeliveryStatus;
import org.holdfast.core.notification.Delivery.State;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code notification_delivery}: mails and messages of all channels, how often each was tried, and what became
 * of it. Whoever tries one claims the attempt first, so that two servers never send the same. Safe for use from many threads.
 */
final class Outbox {
    private static final int AT_ONCE = 50;
    private static final int DAYS_KEPT = 365;
    /** Some twenty hours, by the times between them. */
    private static final int MOST_ATTEMPTS = 12;

    private static final Duration TRIED_FOR = Duration.ofHours(20);
    /** Why something is given up whose channel is not there. */
    static final String NO_CHANNEL = "channel-absent";

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
     * How a channel goes.
     *
     * @param lastDeliveredAt when something was taken last, null for never
     * @param waiting how many wait, or are tried again
     * @param givenUp how many were given up in the last 30 days
     * @param lastError what went wrong with the one that was tried last and not taken, null for nothing
     */
    record Figures(
            @Nullable Instant lastDeliveredAt,
            int waiting,
            int givenUp,
            @Nullable String lastError) {}

    /** Says whether an account has a delivery of a part of time, or of an urgent notice. */
    boolean has(UUID account, String channel, String part) {
        String sql = "select id from notification_delivery where account_id = ? and channel = ? and part = ?";
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, account);
                read.setString(2, channel);
                read.setString(3, part);
                try (ResultSet row = read.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** Adds a delivery of some notices; nothing where another server has done so meanwhile. */
    void add(UUID account, String channel, String part, List<Notification> notices) {
        UUID id = UUID.randomUUID();
        OffsetDateTime now = now();
        try {
            database.run(connection -> {
                Notifications.update(
                        connection,
                        "insert into notification_delivery"
                                + " (id, account_id, channel, part, state, attempts, created_at, next_at)"
                                + " values (?, ?, ?, ?, ?, 0, ?, ?)",
                        id,
                        account,
                        channel,
                        part,
                        State.WAITING.name(),
                        now,
                        now);
                notifications.putInto(connection, id, channel, notices);
            });
        } catch (DatabaseException e) {
            // Another server has the same part, or one of the notices, in a delivery of its own: this one is rolled
            // back.
            if (!e.isConstraintViolation()) {
                throw e;
            }
        }
    }

    /** Says whether the other side of a channel wants to be left alone now. */
    boolean held(String channel) {
        String sql = "select 1 from notification_delivery where channel = ? and state = ? and held_until > ?";
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setString(1, channel);
                read.setString(2, State.WAITING.name());
                read.setObject(3, now());
                try (ResultSet row = read.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** Returns a channel's deliveries whose time has come, the one that waits longest before the others. */
    List<Delivery> due(String channel) {
        String sql = "select id, account_id, channel, attempts, created_at from notification_delivery"
                + " where channel = ? and state = ? and next_at <= ? order by next_at limit " + AT_ONCE;
        return database.call(connection -> {
            List<Delivery> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setString(1, channel);
                read.setString(2, State.WAITING.name());
                read.setObject(3, now());
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(delivery(row));
                    }
                }
            }
            return found;
        });
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getInt(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }

    /**
     * Claims the next attempt of a delivery. It is there before anything is sent: whoever dies while sending leaves one that
     * comes again at the time noted here, which is later than any call of a channel may last.
     *
     * @return the delivery with this attempt counted, or empty where somebody else has claimed it
     */
    Optional<Delivery> claim(Delivery one) {
        int changed = database.call(connection -> Notifications.update(
                connection,
                "update notification_delivery set attempts = ?, next_at = ? where id = ? and attempts = ? and state = ?",
                one.attempts() + 1,
                now().plus(wait(one.attempts())),
                one.id(),
                one.attempts(),
                State.WAITING.name()));
        return changed == 1
                ? Optional.of(new Delivery(one.id(), one.account(), one.channel(), one.attempts() + 1, one.createdAt()))
                : Optional.empty();
    }

    private static Duration wait(int attempts) {
        Duration wait = SHORTEST_WAIT.multipliedBy(1L << Math.min(attempts, MOST_ATTEMPTS));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Ends a delivery. */
    void end(Delivery one, State state, @Nullable String error) {
        database.run(connection -> Notifications.update(
                connection,
                "update notification_delivery set state = ?, last_error = ?, ended_at = ? where id = ? and state = ?",
                state.name(),
                error,
                now(),
                one.id(),
                State.WAITING.name()));
    }

    /** Notes why it was not taken; it waits for its next attempt, not before the other side wants one, if it has one left. */
    void failed(Delivery one, DeliveryStatus status) {
        boolean longEnough = !one.createdAt().isAfter(clock.instant().minus(TRIED_FOR));
        if (one.attempts() >= MOST_ATTEMPTS && longEnough) {
            end(one, State.GIVEN_UP, status.reason());
            return;
        }
        Duration wanted = status.retryAfter().compareTo(LONGEST_WAIT) < 0 ? status.retryAfter() : LONGEST_WAIT;
        @Nullable OffsetDateTime held = wanted.isZero() ? null : now().plus(wanted);
        database.run(connection -> Notifications.update(
                connection,
                "update notification_delivery set last_error = ?, held_until = ?,"
                        + " next_at = case when next_at < ? then ? else next_at end where id = ?",
                status.reason(),
                held,
                now().plus(wanted),
                now().plus(wanted),
                one.id()));
    }

    /** Gives up what has waited for a day for a channel that is not there: its bundle was removed, its mail server unnamed. */
    void giveUpAllBut(List<String> channels) {
        String others = channels.isEmpty()
                ? ""
                : " and channel not in (" + String.join(", ", Collections.nCopies(channels.size(), "?")) + ")";
        List<@Nullable Object> values = new ArrayList<>(
                List.of(State.GIVEN_UP.name(), NO_CHANNEL, now(), State.WAITING.name(), now().minusDays(1)));
        values.addAll(channels);
        database.run(connection -> Notifications.update(
                connection,
                "update notification_delivery set state = ?, last_error = ?, ended_at = ? where state = ? and created_at < ?"
                        + others,
                values.toArray()));
    }

    /** Forgets what has been over for a year: what was sent when is evidence until then. */
    void forgetOld() {
        OffsetDateTime before = now().minusDays(DAYS_KEPT);
        database.run(connection -> {
            Notifications.update(connection, "delete from notification where over_at < ?", before);
            Notifications.update(
                    connection,
                    "delete from notification_delivery where ended_at < ? and not exists"
                            + " (select 1 from notification_told where delivery_id = notification_delivery.id)",
                    before);
        });
    }

    /** Returns how a channel goes. */
    Figures figures(String channel) {
        String sql =
                "select (select max(ended_at) from notification_delivery where channel = ? and state = 'DELIVERED'),"
                        + " (select count(*) from notification_delivery where channel = ? and state = 'WAITING'),"
                        + " (select count(*) from notification_delivery where channel = ? and state = 'GIVEN_UP' and ended_at > ?),"
                        + " (select max(last_error) from notification_delivery where channel = ?"
                        + " and state in ('WAITING', 'GIVEN_UP')"
                        + " and next_at = (select max(next_at) from notification_delivery where channel = ?"
                        + " and last_error is not null and state in ('WAITING', 'GIVEN_UP')))";
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                for (int place : new int[] {1, 2, 3, 5, 6}) {
                    read.setString(place, channel);
                }
                read.setObject(4, now().minusDays(30));
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
