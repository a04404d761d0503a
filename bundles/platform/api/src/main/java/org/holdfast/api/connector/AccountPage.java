package org.holdfast.api.connector;

import java.util.List;
import java.util.Objects;

/**
 * A part of a system's accounts.
 *
 * @param accounts at most {@value AccountSystem#LARGEST_PAGE}
 * @param next where the next page begins, empty where this is the last one
 * @since 1.1.0
 */
public record AccountPage(List<SystemAccount> accounts, String next) {

    /** Copies the list. */
    public AccountPage {
        accounts = List.copyOf(accounts);
        Objects.requireNonNull(next, "next");
    }
}
