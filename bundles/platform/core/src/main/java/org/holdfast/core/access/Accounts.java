package org.holdfast.core.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;

/** Makes and changes accounts, and keeps the server from losing its last security administrator. */
final class Accounts {
    private final AccountStore store;
    private final PasswordHashes hashes;
    private final Sessions sessions;
    private final Doorkeeper doorkeeper;
    private final FirstPassword firstPassword;

    Accounts(
            AccountStore store,
            PasswordHashes hashes,
            Sessions sessions,
            Doorkeeper doorkeeper,
            FirstPassword firstPassword) {
        this.store = store;
        this.hashes = hashes;
        this.sessions = sessions;
        this.doorkeeper = doorkeeper;
        this.firstPassword = firstPassword;
    }

    List<Account> all() {
        return store.all();
    }

    Account find(UUID id) {
        return store.find(id).orElseThrow(RestException::notFound);
    }

    /** Adds an account; without a password nobody can log in until a one-time password is made. */
    Account create(String username, Optional<String> password, Profile profile, boolean mustChange) {
        String normal = Account.normal(username);
        password.ifPresent(given -> PasswordRules.check("password", normal, given));
        String hash = hashes.hash(password.orElseGet(Secrets::next).toCharArray());
        Account account = new Account(
                UUID.randomUUID(),
                normal,
                profile.displayName(),
                hash,
                profile.roles(),
                profile.subsidiaryIds(),
                profile.employeeId(),
                profile.language(),
                mustChange,
                true,
                1);
        store.add(account);
        return find(account.id());
    }

    /**
     * Changes what an account may do.
     *
     * @param by id of who changes it: nobody changes their own roles
     */
    Account change(Account before, Profile profile, boolean active, String by) {
        if (by.equals(before.id().toString()) && !before.roles().equals(profile.roles())) {
            throw RestException.of(AccessError.OWN_ROLES, "Nobody changes their own roles: ask a colleague.");
        }
        boolean stays = active && profile.roles().contains(Role.SECURITY_ADMIN);
        if (!stays && doorkeeper.isLastSecurityAdministrator(before)) {
            throw RestException.of(
                    AccessError.LAST_SECURITY_ADMINISTRATOR,
                    "It is the last security administrator: give another account that role first.");
        }
        Account after = new Account(
                before.id(),
                before.username(),
                profile.displayName(),
                before.passwordHash(),
                profile.roles(),
                profile.subsidiaryIds(),
                profile.employeeId(),
                profile.language(),
                before.mustChangePassword(),
                active,
                before.version());
        if (!store.change(after)) {
            throw RestException.of(RestError.CHANGED_MEANWHILE, "It was changed since you read it: read it again.");
        }
        if (!active || !before.roles().equals(profile.roles())) {
            sessions.closeAll(before.id());
        }
        return find(before.id());
    }

    /** Gives an account a one-time password and ends its sessions. */
    String resetPassword(UUID id) {
        Account account = find(id);
        String password = Secrets.next().substring(0, 20);
        store.changePassword(account.withPassword(hashes.hash(password.toCharArray()), true));
        sessions.closeAll(id);
        doorkeeper.unlock(account.username());
        return password;
    }

    /** Changes the own password and ends all sessions of the account. */
    void changePassword(UUID id, String current, String next, String address) {
        Account account = doorkeeper.checkPassword(find(id).username(), current.toCharArray(), address);
        if (current.equals(next)) {
            throw RestException.invalid("newPassword", "passwordUnchanged");
        }
        PasswordRules.check("newPassword", account.username(), next);
        store.changePassword(account.withPassword(hashes.hash(next.toCharArray()), false));
        sessions.closeAll(id);
        if (account.username().equals(FirstPassword.USERNAME)) {
            firstPassword.delete();
        }
    }

    void unlock(UUID id) {
        doorkeeper.unlock(find(id).username());
    }

    /** Makes the first administrator where there is no account at all. */
    void createFirst() {
        if (!store.all().isEmpty()) {
            return;
        }
        String password = Secrets.next().substring(0, 20);
        firstPassword.write(password);
        Profile profile =
                new Profile("", Set.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN), Set.of(), Optional.empty(), "en");
        create(FirstPassword.USERNAME, Optional.of(password), profile, true);
    }

    /**
     * What an account may do and is called.
     *
     * @param displayName the name for people, empty for none
     * @param roles the roles
     * @param subsidiaryIds the subsidiaries it is limited to
     * @param employeeId the employee who it is
     * @param language tag of the language
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
    record Profile(
            String displayName, Set<Role> roles, Set<UUID> subsidiaryIds, Optional<UUID> employeeId, String language) {}
}
