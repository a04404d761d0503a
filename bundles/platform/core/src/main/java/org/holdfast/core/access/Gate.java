package org.holdfast.core.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.launcher.config.FieldTable;

/** What the request filter and the resources ask: whose session or token it is, what they may do, what they see. */
public final class Gate {
    private final Doorkeeper doorkeeper;
    private final AccountStore accounts;
    private final Sessions sessions;
    private final Tables tables;
    private final Known people;

    Gate(Doorkeeper doorkeeper, AccountStore accounts, Sessions sessions, Tables tables, Known people) {
        this.doorkeeper = doorkeeper;
        this.accounts = accounts;
        this.sessions = sessions;
        this.tables = tables;
        this.people = people;
    }

    Optional<Session> session(String id) {
        return sessions.find(id);
    }

    /** Finds the account of a session that was ended, so that the audit log tells whose is shown again. */
    Optional<Caller> formerSession(String id) {
        return sessions.former(id)
                .flatMap(former -> accounts.find(former.accountId()))
                .map(Account::caller);
    }

    /** Reads the account anew, so that a change of its roles counts at once. */
    Optional<Caller> account(Session session) {
        return accounts.find(session.accountId()).filter(Account::active).map(Account::caller);
    }

    Optional<Caller> token(String token, String address) {
        return doorkeeper.byToken(token, address);
    }

    /** Finds a token that is not taken any more, so that the audit log tells whose it was. */
    Optional<ApiToken> formerToken(String token) {
        return doorkeeper.formerToken(token);
    }

    /** Tells whether it is a token's scope alone that keeps a caller from a permission. */
    boolean outOfScope(Caller caller, String permission) {
        return !caller.scope().isEmpty()
                && tables.roles().permissions(caller.roles()).contains(permission);
    }

    boolean permitted(Caller caller, String permission) {
        return doorkeeper.permitted(caller, permission);
    }

    Set<String> permissions(Caller caller) {
        return tables.roles().permissions(caller);
    }

    /** Returns what a caller sees at an endpoint, of what is allowed for the purpose. */
    Visibility sight(Caller caller, Predicate<String> allowed, String... endpoint) {
        return new ScopedVisibility(caller, tables, people, allowed, endpoint);
    }

    /**
     * What the files in {@code config} say.
     *
     * @param roles what each role may do
     * @param fields what each role is told
     */
    record Tables(RoleTable roles, FieldTable fields) {}

    /**
     * Who people are to each other.
     *
     * @param line who leads whom
     * @param names who belongs to which subsidiary
     */
    record Known(ReportingLine line, PersonNames names) {}

    Session renew(Session before) {
        return sessions.renew(before);
    }

    List<Sessions.Open> sessions(UUID accountId) {
        return sessions.of(accountId);
    }

    boolean end(UUID accountId, UUID handle) {
        return sessions.close(accountId, handle);
    }

    void endOthers(Session present) {
        sessions.closeOthers(present.accountId(), present.handle());
    }

    void endAll(UUID accountId) {
        sessions.closeAll(accountId);
    }

    void logOut(String sessionId) {
        sessions.close(sessionId);
    }
}
