package org.holdfast.core.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who may log in.
 *
 * @param id random id
 * @param username what they log in with, normalised; unique
 * @param displayName their name for people; empty where none was given or the key ring is not open
 * @param passwordHash the hash of their password
 * @param roles their roles
 * @param subsidiaryIds the subsidiaries they are limited to; empty for none named
 * @param employeeId the employee they are
 * @param language tag of their language
 * @param mustChangePassword whether the password is a one-time password
 * @param active whether they may log in
 * @param origin who vouches for them
 * @param version counts changes
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
record Account(
        UUID id,
        String username,
        String displayName,
        String passwordHash,
        Set<Role> roles,
        Set<UUID> subsidiaryIds,
        Optional<UUID> employeeId,
        String language,
        boolean mustChangePassword,
        boolean active,
        Origin origin,
        long version) {

    /** Copies the sets. */
    Account {
        roles = Set.copyOf(roles);
        subsidiaryIds = Set.copyOf(subsidiaryIds);
    }

    static String normal(String username) {
        return Normalizer.normalize(username, Normalizer.Form.NFKC).trim().toLowerCase(Locale.ROOT);
    }

    Caller caller() {
        return new Caller(id.toString(), username, roles, subsidiaryIds, employeeId, mustChangePassword, Set.of());
    }

    boolean runsSecurity() {
        return active && roles.contains(Role.SECURITY_ADMIN);
    }

    /** A password given here makes a local account of any. */
    Account withPassword(String hash, boolean mustChange) {
        return new Account(
                id,
                username,
                displayName,
                hash,
                roles,
                subsidiaryIds,
                employeeId,
                language,
                mustChange,
                active,
                Origin.LOCAL,
                version);
    }

    /** Tells whether the password is checked here: a one-time password counts here for everybody. */
    boolean passwordIsHere() {
        return origin.kind() == Origin.Kind.LOCAL || mustChangePassword;
    }
}
