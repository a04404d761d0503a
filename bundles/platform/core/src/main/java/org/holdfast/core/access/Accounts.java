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
    private final NewPasswords passwords;
    private final Sessions sessions;
    private final Doorkeeper doorkeeper;
    private final FirstPassword firstPassword;

    Accounts(
            AccountStore store,
            NewPasswords passwords,
            Sessions sessions,
            Doorkeeper doorkeeper,
            FirstPassword firstPassword) {
        this.store = store;
        this.passwords = passwords;
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
        String hash = password.map(given -> passwords.accept("password", normal, given))
                .orElseGet(() -> passwords.random(Secrets.next()));
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
                Origin.LOCAL,
                1);
        store.add(account);
        return find(account.id());
    }

    /**
     * Says who vouches for an account from now on. Its sessions end, and so does its password here.
     *
     * @param by id of who does it: nobody does so for themselves, who could be locked out by it
     */
    Account vouchedBy(UUID id, Origin origin, String by) {
        Account before = find(id);
        if (by.equals(id.toString()) || doorkeeper.isLastSecurityAdministrator(before)) {
            throw RestException.of(
                    AccessError.LAST_SECURITY_ADMINISTRATOR,
                    "Neither the own account nor that of the last security administrator is given away.");
        }
        Account after = new Account(
                before.id(),
                before.username(),
                before.displayName(),
                "",
                before.roles(),
                before.subsidiaryIds(),
                before.employeeId(),
                before.language(),
                false,
                before.active(),
                origin,
                before.version());
        if (!store.change(after)) {
            throw RestException.of(RestError.CHANGED_MEANWHILE, "It was changed since you read it: read it again.");
        }
        sessions.closeAll(id);
        return find(id);
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
                before.origin(),
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
        store.changePassword(account.withPassword(passwords.random(password), true));
        sessions.closeAll(id);
        doorkeeper.unlock(account.username());
        return password;
    }

    /** Changes the own password and ends all sessions of the account. */
    void changePassword(UUID id, String current, String next, String address) {
        if (!find(id).passwordIsHere()) {
            throw RestException.of(
                    AccessError.PASSWORD_ELSEWHERE, "Your password is kept by the firm's sign-on: change it there.");
        }
        Account account = doorkeeper.checkPassword(find(id).username(), current.toCharArray(), address);
        if (current.equals(next)) {
            throw RestException.invalid("newPassword", "passwordUnchanged");
        }
        String hash = passwords.accept("newPassword", account.username(), next);
        store.changePassword(account.withPassword(hash, false));
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
