package org.holdfast.core.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the account of somebody for whom the directory or provider has vouched, makes it where that is allowed, and gives it
 * the roles of their groups. Safe for use from many threads.
 */
final class OutsideAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideAccounts.class);
    private static final String USERNAME = "[a-z0-9][a-z0-9._@-]{1,63}";

    private final AccountStore store;
    private final Sessions sessions;
    private final GroupRoles groups;
    private final RoleTable table;
    private final Vouching vouching;

    OutsideAccounts(AccountStore store, Sessions sessions, GroupRoles groups, RoleTable table, Vouching vouching) {
        this.store = store;
        this.sessions = sessions;
        this.groups = groups;
        this.table = table;
        this.vouching = vouching;
    }

    /** Tells whether somebody of this kind can vouch: this server does by a one-time password. */
    boolean canVouch(Origin.Kind kind) {
        return switch (kind) {
            case LOCAL -> false;
            case DIRECTORY -> vouching.directory();
            case PROVIDER -> !vouching.issuer().isEmpty();
        };
    }

    /** Returns what is kept of the subject of the provider that vouches now. */
    String providerId(String subject) {
        return new Outsider(Origin.Kind.PROVIDER, vouching.issuer() + ' ' + subject, "", "", Set.of()).externalId();
    }

    /** Tells whether an account can have a name. */
    static boolean isUsername(String name) {
        return name.matches(USERNAME);
    }

    /** Returns a new account, which no password opens. */
    private static Account fresh(String username, Origin origin, Accounts.Profile profile) {
        return new Account(
                UUID.randomUUID(),
                Account.normal(username),
                profile.displayName(),
                "",
                profile.roles(),
                profile.subsidiaryIds(),
                profile.employeeId(),
                profile.language(),
                false,
                true,
                origin,
                1);
    }

    /**
     * Finds somebody's account.
     *
     * @throws RestException with status 403 where there is none and none is made, no group has a role, or the name was
     *     another person's
     */
    Account of(Outsider who) {
        GroupRoles.Given given = groups.of(who.groups(), table);
        if (groups.decide() && given.roles().isEmpty()) {
            store.findByExternalId(who.externalId()).ifPresent(account -> sessions.closeAll(account.id()));
            throw RestException.of(AccessError.NO_ROLE, "None of your groups has a role here.");
        }
        Account account =
                store.findByExternalId(who.externalId()).or(() -> waiting(who)).orElseGet(() -> made(who, given));
        return groups.decide() ? withRoles(account, given) : account;
    }

    /** Somebody who signs on first takes over the account that was made for their name, and nobody else's. */
    private Optional<Account> waiting(Outsider who) {
        Optional<Account> named = store.findByName(who.username());
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Origin origin = named.get().origin();
        boolean free = origin.kind() == Origin.Kind.DIRECTORY
                && who.kind() == Origin.Kind.DIRECTORY
                && origin.externalId().isEmpty();
        if (!free) {
            throw RestException.of(
                    AccessError.ANOTHER_PERSON, "The user name belongs to another person's account here.");
        }
        return Optional.of(changed(named.get(), new Origin(who.kind(), Optional.of(who.externalId())), null));
    }

    private Account made(Outsider who, GroupRoles.Given given) {
        if (!groups.makeAccounts() || !isUsername(Account.normal(who.username()))) {
            throw RestException.of(AccessError.NO_ACCOUNT, "There is no account for you here.");
        }
        Accounts.Profile profile =
                new Accounts.Profile(who.displayName(), given.roles(), given.subsidiaryIds(), Optional.empty(), "en");
        Account account = fresh(who.username(), new Origin(who.kind(), Optional.of(who.externalId())), profile);
        store.add(account);
        LOG.info("Made the account {} at its first sign-on", account.id());
        return store.find(account.id()).orElseThrow(RestException::notFound);
    }

    private Account withRoles(Account account, GroupRoles.Given given) {
        Set<UUID> subsidiaries = given.subsidiaryIds();
        if (account.roles().equals(given.roles()) && account.subsidiaryIds().equals(subsidiaries)) {
            return account;
        }
        if (!given.roles().contains(Role.SECURITY_ADMIN) && store.isLastSecurityAdministrator(account)) {
            LOG.warn(
                    "The account {} keeps its roles although its groups changed: it is the last security administrator",
                    account.id());
            return account;
        }
        return changed(account, account.origin(), given);
    }

    private Account changed(Account before, Origin origin, GroupRoles.@Nullable Given given) {
        Account after = new Account(
                before.id(),
                before.username(),
                before.displayName(),
                before.passwordHash(),
                given == null ? before.roles() : given.roles(),
                given == null ? before.subsidiaryIds() : given.subsidiaryIds(),
                before.employeeId(),
                before.language(),
                before.mustChangePassword(),
                before.active(),
                origin,
                before.version());
        if (!store.change(after)) {
            throw RestException.of(RestError.CHANGED_MEANWHILE, "The account was changed meanwhile: sign in again.");
        }
        if (!before.roles().equals(after.roles())) {
            sessions.closeAll(before.id());
        }
        return store.find(before.id()).orElseThrow(RestException::notFound);
    }

    /**
     * Who can vouch.
     *
     * @param directory whether there is a directory
     * @param issuer the identity provider, empty where there is none
     */
    record Vouching(boolean directory, String issuer) {}
}
