package org.holdfast.core.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * A user as the API shows one.
 *
 * @param id the account's or token's id
 * @param username what they log in with
 * @param displayName their name for people; the user name where there is none or the key ring is sealed
 * @param roles codes of the roles
 * @param subsidiaryIds the subsidiaries they are limited to; empty for none named
 * @param employeeId the employee who they are
 * @param language tag of the language
 * @param permissions what they may do
 * @param mustChangePassword whether a one-time password has to be changed first
 * @param active whether they may log in
 * @param secondFactor whether they have a second factor
 * @param signsOnWith who knows the password: {@code local}, {@code directory} or {@code provider}
 */
@TellsNothing
public record UserView(
        String id,
        String username,
        String displayName,
        List<String> roles,
        List<UUID> subsidiaryIds,
        @Nullable UUID employeeId,
        String language,
        Set<String> permissions,
        boolean mustChangePassword,
        boolean active,
        boolean secondFactor,
        String signsOnWith) {

    static UserView of(Account account, Set<String> permissions, boolean secondFactor) {
        return new UserView(
                account.id().toString(),
                account.username(),
                account.displayName().isEmpty() ? account.username() : account.displayName(),
                codes(account.roles()),
                account.subsidiaryIds().stream().sorted().toList(),
                account.employeeId().orElse(null),
                account.language(),
                permissions,
                account.mustChangePassword(),
                account.active(),
                secondFactor,
                account.passwordIsHere()
                        ? Origin.Kind.LOCAL.code()
                        : account.origin().kind().code());
    }

    static UserView of(Caller caller, Set<String> permissions) {
        return new UserView(
                caller.id(),
                caller.name(),
                caller.name(),
                codes(caller.roles()),
                caller.subsidiaryIds().stream().sorted().toList(),
                caller.employeeId().orElse(null),
                "en",
                permissions,
                caller.mustChangePassword(),
                true,
                false,
                Origin.Kind.LOCAL.code());
    }

    private static List<String> codes(Set<Role> roles) {
        return roles.stream().map(Role::code).sorted().toList();
    }
}
