package org.holdfast.testkit.channel;

import java.util.List;
import java.util.UUID;

/** A stand-in for the system a channel sends to, on a real socket. The vendor's test writes it after that system's documents. */
public interface FarSide {

    /** What it does with the next message; after that it takes all again. */
    enum Behaviour {
        /** It takes the message and says so. */
        TAKE,
        /** It takes none now and asks for 120 seconds of peace. */
        LIMIT,
        /** It fails, and says so. */
        FAIL,
        /** It does not know the address, and never will. */
        REFUSE,
        /** It takes the message and ends the connection without an answer. */
        CUT_AFTER_TAKING,
        /** It reads and never answers. */
        HANG
    }

    /**
     * Says what happens next.
     *
     * @param next what it does with the next message
     */
    void next(Behaviour next);

    /**
     * Returns the keys under which messages were taken, in order. A system that drops a known key shows it once.
     *
     * @return the keys
     */
    List<UUID> taken();
}
