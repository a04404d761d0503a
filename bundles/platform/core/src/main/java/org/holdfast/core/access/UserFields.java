package org.holdfast.core.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** The fields of a user that can be edited, as they came in. */
record UserFields(
        @Nullable String displayName,
        @Nullable List<String> roles,
        @Nullable List<UUID> subsidiaryIds,
        @Nullable UUID employeeId,
        @Nullable String language) {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_SUBSIDIARIES = 200;

    /**
     * Checks the fields.
     *
     * @param errors what was found wrong before
     * @throws RestException with status 400 where anything is wrong
     */
    Accounts.Profile check(RoleTable table, List<FieldError> errors) {
        Set<Role> known = knownRoles(errors);
        Set<UUID> subsidiaries = subsidiaryIds == null ? Set.of() : Set.copyOf(subsidiaryIds);
        if (subsidiaries.size() > MOST_SUBSIDIARIES) {
            errors.add(FieldError.of("subsidiaryIds", "tooMany"));
        }
        boolean needsSubsidiary =
                known.stream().anyMatch(role -> table.grant(role).ownOnly());
        if (needsSubsidiary && subsidiaries.isEmpty()) {
            errors.add(FieldError.of("subsidiaryIds", "missing"));
        }
        String name = displayName == null ? "" : displayName.trim();
        if (name.length() > LONGEST_NAME) {
            errors.add(FieldError.of("displayName", "tooLong"));
        }
        String tag = language == null ? "en" : language;
        if (!tag.matches("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}")) {
            errors.add(FieldError.of("language", "language"));
        }
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        return new Accounts.Profile(name, known, subsidiaries, Optional.ofNullable(employeeId), tag);
    }

    private Set<Role> knownRoles(List<FieldError> errors) {
        Set<Role> known = EnumSet.noneOf(Role.class);
        if (roles == null || roles.isEmpty()) {
            errors.add(FieldError.of("roles", "missing"));
            return known;
        }
        for (int i = 0; i < roles.size(); i++) {
            Optional<Role> role = Role.of(String.valueOf(roles.get(i))).filter(Role.ofAccounts()::contains);
            if (role.isEmpty()) {
                errors.add(FieldError.of("roles[" + i + "]", "unknownRole"));
            }
            role.ifPresent(known::add);
        }
        return known;
    }
}
