package org.holdfast.core.access;

/** Shows sessions to the API. Safe for use from many threads. */
final class SessionViews {
    private final Gate gate;
    private final SignOn signOn;

    SessionViews(Gate gate, SignOn signOn) {
        this.gate = gate;
        this.signOn = signOn;
    }

    SessionResource.SessionView of(Session session, Account account) {
        Caller caller = account.caller();
        return new SessionResource.SessionView(
                session.csrfToken(),
                UserView.of(account, gate.permissions(caller), signOn.hasFactor(session)),
                signOn.lacksFactor(session, caller));
    }
}
