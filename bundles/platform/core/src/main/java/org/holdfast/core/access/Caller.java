package org.holdfast.core.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who has proved who they are.
 *
 * @param id stable id for audit and idempotency: the account's or token's id, or {@code local}
 * @param name user name or token name
 * @param roles the roles
 * @param subsidiaryIds the subsidiaries the account or token names; empty for none named
 * @param employeeId the employee who the caller is
 * @param mustChangePassword whether a one-time password has to be changed first
 * @param scope the permissions a token is limited to; empty for all of its role
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
public record Caller(
        String id,
        String name,
        Set<Role> roles,
        Set<UUID> subsidiaryIds,
        Optional<UUID> employeeId,
        boolean mustChangePassword,
        Set<String> scope) {

    /** Copies the sets. */
    public Caller {
        roles = Set.copyOf(roles);
        subsidiaryIds = Set.copyOf(subsidiaryIds);
        scope = Set.copyOf(scope);
    }

    /**
     * Returns the command line on the server's own machine.
     *
     * @return a caller with the role {@link Role#LOCAL}
     */
    static Caller local() {
        return new Caller("local", "local", Set.of(Role.LOCAL), Set.of(), Optional.empty(), false, Set.of());
    }
}
