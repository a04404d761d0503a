package org.holdfast.testkit.connector;

import org.holdfast.api.connector.SystemSettings;

/** A stand-in for a system of accounts, on a real socket. The bundle's test writes it after that system's documents. */
public interface FarAccounts {

    /** What it does with the next call that concerns accounts; after that it does as it is asked again. */
    enum Behaviour {
        /** It does what it is asked. */
        OBEY,
        /** It takes none now, and asks for peace where its protocol can. */
        LIMIT,
        /** It fails, and says so. */
        FAIL,
        /** It does not take the user or token of the settings. */
        DENY,
        /** It says that it changed the account, and did not. */
        SAY_YES,
        /** It refuses the change for good. */
        REFUSE,
        /** It reads and never answers. */
        HANG
    }

    /**
     * Says what happens next.
     *
     * @param next what it does with the next search, change or reading
     */
    void next(Behaviour next);

    /**
     * Returns settings with which the system can be asked.
     *
     * @return the settings
     */
    SystemSettings settings();

    /**
     * Makes a living account.
     *
     * @param employeeNo the number it bears
     * @param email the mail address it bears
     * @param name what it is called
     */
    void account(String employeeNo, String email, String name);

    /**
     * Says whether one could sign in with an account.
     *
     * @param employeeNo the number it bears
     * @return whether it lives
     */
    boolean lives(String employeeNo);

    /**
     * Removes an account, past the connector.
     *
     * @param employeeNo the number it bears
     */
    void remove(String employeeNo);
}
