package org.holdfast.api.connector;

import java.util.List;
import java.util.UUID;
import org.holdfast.api.TimeLimit;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Finds, disables and reads the accounts of one kind of system: a directory, a cloud service.
 *
 * <p>A bundle offers it as a service and declares the capability {@code connector} with the same code. It keeps nothing between
 * calls: each call brings the settings of the system it is for. The host decides about whom and when, keeps what was found sealed,
 * and believes an account to be dead only when {@link #read} has said so some time after {@link #disable}; an answer to a change is
 * no proof.
 *
 * <p>The host calls {@link #disable} at least once per account and closing, with the same key, and never twice at once for the same
 * account. A copy of a call has to do no more than the first one did.
 *
 * <p>Methods that ask the system throw an {@link AccountSystemException}, of which each code says what administrators are told. Time
 * limits for the other side have to lie well below the 60 seconds of a call: one that takes longer quarantines the bundle.
 *
 * <p>Safe for use from many threads. Called outside any transaction. A bundle may log codes and times; secrets, names, addresses and
 * references belong in no log, no exception and no file.
 *
 * @since 1.1.0
 */
@ConsumerType
@TimeLimit(seconds = 60)
public interface AccountSystem {
    /** Most characters of an account's reference. */
    int LONGEST_REFERENCE = 1_000;

    /** Most accounts of a page. */
    int LARGEST_PAGE = 1_000;

    /**
     * Returns the code, by which systems of this kind are kept.
     *
     * @return a small letter, then at most 29 letters and digits, such as {@code scim}; the same as long as there is data
     */
    String code();

    /**
     * Returns what has to be known of a system before it can be asked.
     *
     * @return the settings in the order of a form, each name once; the same at each call
     */
    List<SystemSetting> settings();

    /**
     * Looks at settings by their form alone. Nothing is called for it.
     *
     * @param settings what was typed; what is required is there, choices are among those offered
     * @return the names of those that cannot be taken, such as an address that is none; empty where all can
     */
    List<String> refused(SystemSettings settings);

    /**
     * Asks the system whether it can be read with these settings. Changes nothing.
     *
     * @param settings the settings
     * @return how many accounts a first page showed; 0 is an answer, and a warning
     * @throws AccountSystemException where it cannot
     */
    int test(SystemSettings settings);

    /**
     * Finds the accounts of a person, whatever their state.
     *
     * @param settings the settings
     * @param owner who it is
     * @return the accounts, each once; empty where the system knows none
     * @throws AccountSystemException where the system does not say
     */
    List<SystemAccount> find(SystemSettings settings, AccountOwner owner);

    /**
     * Returns a page of all accounts. The host asks for one after the other.
     *
     * @param settings the settings
     * @param cursor where to begin, as the page before said; empty for the first one
     * @return the page
     * @throws AccountSystemException where the system does not say; the host asks for the same page again later
     */
    AccountPage page(SystemSettings settings, String cursor);

    /**
     * Disables an account, so that nobody can sign in with it. What is disabled or gone already counts as done.
     *
     * @param settings the settings
     * @param reference the account, as {@link SystemAccount#reference()} says
     * @param key the same at each attempt for the same account and closing; to be passed on where the system takes such keys
     * @return what the system said about this one account, not about the call as a whole
     * @throws AccountSystemException where it refused, or nobody knows whether it did it
     */
    DisableOutcome disable(SystemSettings settings, String reference, UUID key);

    /**
     * Reads an account anew, from the system itself and no cache.
     *
     * @param settings the settings
     * @param reference the account
     * @return whether it lives; {@link AccountStatus.Life#GONE} where the system says that there is no such account
     * @throws AccountSystemException where the system does not say
     */
    AccountStatus read(SystemSettings settings, String reference);
}
