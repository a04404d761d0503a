package org.holdfast.api.channel;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What became of an attempt to deliver a message; the actions are those of delivery status notifications (RFC 3464).
 *
 * @param action what became of it
 * @param reason why it was not taken, as a code that administrators are told: a small letter, then at most 39 small letters,
 *     digits and hyphens, such as {@code rate-limit}; nothing personal; empty for a delivered one
 * @param retryAfter how long the other side wants to be left alone, with all messages of the channel; zero where it named no
 *     time: the host chooses, then
 */
public record DeliveryStatus(Action action, String reason, Duration retryAfter) {
    private static final Pattern REASON = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** What became of an attempt. */
    public enum Action {
        /** The other side has it. */
        DELIVERED,
        /** It was not taken now, and may be later. */
        DELAYED,
        /** It will not be taken, however often it is tried: an unknown address, a text that is refused. */
        FAILED
    }

    /** Checks that the parts fit together. */
    public DeliveryStatus {
        Objects.requireNonNull(action, "action");
        if (action == Action.DELIVERED
                ? !reason.isEmpty()
                : !REASON.matcher(reason).matches()) {
            throw new IllegalArgumentException(
                    "A reason is a code in small letters, and stands where nothing was delivered");
        }
        if (retryAfter.isNegative() || (action != Action.DELAYED && !retryAfter.isZero())) {
            throw new IllegalArgumentException("Only what is delayed is tried again, and not before now");
        }
    }

    /**
     * Says that the other side has the message.
     *
     * @return the status
     */
    public static DeliveryStatus delivered() {
        return new DeliveryStatus(Action.DELIVERED, "", Duration.ZERO);
    }

    /**
     * Says that the message was not taken now.
     *
     * @param reason why, as a code
     * @param retryAfter how long the other side wants to be left alone; zero where it named no time
     * @return the status
     */
    public static DeliveryStatus delayed(String reason, Duration retryAfter) {
        return new DeliveryStatus(Action.DELAYED, reason, retryAfter);
    }

    /**
     * Says that the message will never be taken.
     *
     * @param reason why, as a code
     * @return the status
     */
    public static DeliveryStatus failed(String reason) {
        return new DeliveryStatus(Action.FAILED, reason, Duration.ZERO);
    }
}
