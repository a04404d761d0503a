package org.holdfast.core.notification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.channel.DeliveryStatus;
import org.holdfast.core.access.Recipients.Recipient;

/** A way by which reminders leave the house. Safe for use from many threads. */
interface Carrier {

    /** Returns the code of its channel. */
    String channel();

    /** Says whether it may carry what is about a subsidiary. */
    boolean carries(UUID subsidiaryId);

    /** Returns where it reaches somebody; empty where no address was given, or the key ring is sealed. */
    Optional<String> address(Recipient reader);

    /** Tries a delivery once. */
    Tried send(Delivery delivery, Recipient reader, String address, List<Notification> notices);

    /**
     * How an attempt went.
     *
     * @param status what became of it
     * @param worthwhile whether the next delivery may fare better
     */
    record Tried(DeliveryStatus status, boolean worthwhile) {}
}
