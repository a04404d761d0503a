package org.holdfast.core.access;

import java.util.Set;
import org.holdfast.core.platform.rest.Fingerprints;

/**
 * Somebody as the firm's directory or identity provider has just vouched for them.
 *
 * @param kind who vouches
 * @param lastingId what stays the same when names change, unique with all who vouch; never an e-mail address
 * @param username what they are to be called here
 * @param displayName their name for people, empty for none
 * @param groups names of their groups
 */
record Outsider(Origin.Kind kind, String lastingId, String username, String displayName, Set<String> groups) {

    /** Copies the set. */
    Outsider {
        groups = Set.copyOf(groups);
    }

    /** Returns what is kept of the lasting id, which the database need not tell. */
    String externalId() {
        return Fingerprints.sha256(kind.code() + ' ' + lastingId);
    }
}
