package org.holdfast.core.offboarding.accounts;

import java.time.Instant;
import java.util.UUID;

/**
 * Closes the accounts of somebody who leaves, in every system of their subsidiary. A CDI bean.
 *
 * <p>Nothing is changed in any system before the due moment: until then accounts are only searched. From then on each account is
 * disabled, read at once, and read again some minutes later, since directories copy slowly; it counts as dead when the last of these
 * has found it dead, whatever the answer to the change was. What fails comes again, at growing distances, for as long as the closing
 * stands; after six tries or a day HR and the administrators of the systems are reminded.
 *
 * <p>{@link #schedule} and {@link #revoke} join the transaction of their caller: what they note stands, or is gone, with it. No system
 * is called within them. Safe for use from many threads and servers.
 */
public interface AccountClosing {

    /**
     * Has all accounts of a person end at a moment. Called again with another moment, what was not begun moves to that; what was called
     * off before begins anew; what is done stays done.
     *
     * @param offboardingId the offboarding case; a person has one closing at a time, and a second case of theirs takes it over
     * @param personId whose accounts
     * @param at when; where it has passed, within the minute
     * @throws org.holdfast.core.platform.rest.RestException with status 404 where there is no such person
     * @throws IllegalArgumentException where the case was scheduled for somebody else before
     */
    void schedule(UUID offboardingId, UUID personId, Instant at);

    /**
     * Calls off what is not done: before the due moment all of it. An account that was disabled by then stays as it is, and
     * {@link #progress} says so; nothing is enabled by itself. Nothing happens where nothing was scheduled.
     *
     * @param offboardingId the offboarding case
     */
    void revoke(UUID offboardingId);

    /**
     * Says how far it has come.
     *
     * @param offboardingId the offboarding case
     * @return the progress; {@link ClosingProgress#NONE} where nothing was scheduled
     */
    ClosingProgress progress(UUID offboardingId);
}
