package org.holdfast.core.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the request filter and the resources ask: whose session or token it is, what they may do, what they see. */
public final class Gate {
    private final Doorkeeper doorkeeper;
    private final AccountStore accounts;
    private final Sessions sessions;
    private final RoleTable table;
    private final ReportingLine line;

    Gate(Doorkeeper doorkeeper, AccountStore accounts, Sessions sessions, RoleTable table, ReportingLine line) {
        this.doorkeeper = doorkeeper;
        this.accounts = accounts;
        this.sessions = sessions;
        this.table = table;
        this.line = line;
    }

    Optional<Session> session(String id) {
        return sessions.find(id);
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
        return !caller.scope().isEmpty() && table.permissions(caller.roles()).contains(permission);
    }

    boolean permitted(Caller caller, String permission) {
        return doorkeeper.permitted(caller, permission);
    }

    Set<String> permissions(Caller caller) {
        return table.permissions(caller);
    }

    Visibility sight(Caller caller, String... endpoint) {
        return new ScopedVisibility(caller, table, line, endpoint);
    }

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
