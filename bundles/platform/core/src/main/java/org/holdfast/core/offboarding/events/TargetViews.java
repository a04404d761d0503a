package org.holdfast.core.offboarding.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/** Answers about targets of events, and about events as they go. They tell of nobody. */
public final class TargetViews {
    private TargetViews() {}

    /**
     * Targets.
     *
     * @param items by audience
     * @param audiences whose systems there can be
     * @param kinds the events there are
     */
    @TellsNothing
    public record TargetsView(List<TargetView> items, List<AudienceView> audiences, List<KindView> kinds) {

        /** Copies the lists. */
        public TargetsView {
            items = List.copyOf(items);
            audiences = List.copyOf(audiences);
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * An audience.
     *
     * @param code its code
     * @param fields codes of what its events say, by {@code config/events.csv}
     */
    @TellsNothing
    public record AudienceView(String code, List<String> fields) {

        /** Copies the list. */
        public AudienceView {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A kind of event.
     *
     * @param code its code
     * @param type its type, as an event has it
     */
    @TellsNothing
    public record KindView(String code, String type) {}

    /**
     * A target.
     *
     * @param id its id
     * @param subsidiaryId the subsidiary
     * @param name its name
     * @param url its address
     * @param audience whose system it is
     * @param kinds codes of the events it wants
     * @param active whether it is told anything now
     * @param version counts changes
     * @param oldSecretUntil until when the secret before the last is signed with, too; null for not
     * @param health how it goes
     */
    @TellsNothing
    public record TargetView(
            UUID id,
            UUID subsidiaryId,
            String name,
            String url,
            String audience,
            List<String> kinds,
            boolean active,
            int version,
            @Nullable Instant oldSecretUntil,
            HealthView health) {

        /** Copies the list. */
        public TargetView {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * How a target goes.
     *
     * @param deliveredAt when it took something last, null for never
     * @param waiting how many events wait for it
     * @param waitingSince since when the oldest of them does, null for none
     * @param parked how many were tried for days and given up
     * @param failingSince since when it does not answer as it should, null where it does
     * @param heldUntil until when it is left alone, null for not
     * @param error what went wrong last, in the reader's words; null where nothing did since it took something
     */
    @TellsNothing
    public record HealthView(
            @Nullable Instant deliveredAt,
            int waiting,
            @Nullable Instant waitingSince,
            int parked,
            @Nullable Instant failingSince,
            @Nullable Instant heldUntil,
            @Nullable String error) {}

    /**
     * A target that was made or changed.
     *
     * @param target the target
     * @param secret its secret where it was made just now: it is never told again; null otherwise
     */
    @TellsNothing
    public record MadeView(TargetView target, @Nullable String secret) {

        /** Says nothing of the secret. */
        @Override
        public String toString() {
            return "event target " + target.id();
        }
    }

    /**
     * What came of a ping.
     *
     * @param taken whether the target took it
     * @param status the status of HTTP, 0 where none came
     * @param error what went wrong, in the reader's words; null where nothing did
     */
    @TellsNothing
    public record PingView(
            boolean taken, int status, @Nullable String error) {}

    /**
     * Events on their way to a target.
     *
     * @param items the latest first, at most 200
     */
    @TellsNothing
    public record DeliveriesView(List<DeliveryView> items) {

        /** Copies the list. */
        public DeliveriesView {
            items = List.copyOf(items);
        }
    }

    /**
     * An event on its way. It says nothing of whom it is about.
     *
     * @param id id of the delivery
     * @param eventId id of the event, as the target sees it
     * @param kind code of the kind
     * @param at when it happened
     * @param tries failures since it was last begun
     * @param triedAt when it was tried last, null for never
     * @param nextAt when it is tried next, null where it is not waiting
     * @param error why it was not taken, in the reader's words; null where it was, or was not tried
     */
    @TellsNothing
    public record DeliveryView(
            UUID id,
            UUID eventId,
            String kind,
            Instant at,
            int tries,
            @Nullable Instant triedAt,
            @Nullable Instant nextAt,
            @Nullable String error) {}

    /**
     * How many are sent again.
     *
     * @param events how many
     */
    @TellsNothing
    public record AgainView(int events) {}
}
