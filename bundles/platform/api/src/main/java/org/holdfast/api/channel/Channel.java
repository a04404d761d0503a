package org.holdfast.api.channel;

import org.holdfast.api.TimeLimit;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Carries reminders to where people read them outside the console: a messenger, a telephone.
 *
 * <p>A bundle offers it as a service and declares the capability {@code channel} with the same code. It learns an address and a
 * text that names nobody, and needs no data category.
 *
 * <p>The host keeps each message until its fate is known. It calls {@link #send} at least once for each, the messages of a
 * channel one after another, and the same message never twice at once. What was delayed, or ended in an exception, comes again
 * under the same key for some twenty hours; then, or where it failed for good, it is given up, which administrators see.
 *
 * <p>Safe for use from many threads: {@link #accepts} is called while a message is sent. Called outside any transaction. A bundle
 * may log keys, reasons and times; addresses and texts belong in no log, no exception and no file.
 */
@ConsumerType
@TimeLimit(seconds = 30)
public interface Channel {
    /** Most characters of an address. */
    int LONGEST_ADDRESS = 200;

    /**
     * Returns the code, by which addresses and messages are kept.
     *
     * @return a small letter, then at most 29 letters and digits, such as {@code dingTalk}; the same as long as there is data;
     *     neither {@code mail} nor {@code console}
     */
    String code();

    /**
     * Says whether an address has the form of this channel. Nothing is called for it.
     *
     * @param address what was typed, without blanks around it; 1 to {@value #LONGEST_ADDRESS} characters, none of control
     * @return whether messages can be sent to it; whether it exists shows when one is
     */
    boolean accepts(String address);

    /**
     * Hands over a message. Its own time limits for the other side have to lie well below the 30 seconds of this call: a call
     * that takes longer quarantines the bundle.
     *
     * @param message the message; its key is the same at each attempt, so that a copy can be told
     * @return what became of it; delivered means that the other side has said that it took it
     * @throws org.holdfast.api.HoldfastException of the category {@code EXTERNAL} where nobody knows whether it was taken, or
     *     the other side cannot be reached; the name of its code is what administrators are told
     */
    DeliveryStatus send(ChannelMessage message);
}
