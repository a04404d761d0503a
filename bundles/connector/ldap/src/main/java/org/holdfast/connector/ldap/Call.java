package org.holdfast.connector.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.util.Set;
import org.holdfast.api.connector.AccountSystemError;
import org.holdfast.api.connector.AccountSystemException;

/**
 * One call of a directory: a connection of its own, over TLS alone, bound as the user of the settings. It reads answers on the calling
 * thread and keeps none of its own.
 */
final class Call {
    private static final int MILLIS = 4_000;
    private static final Set<ResultCode> CREDENTIALS = Set.of(
            ResultCode.INVALID_CREDENTIALS,
            ResultCode.INAPPROPRIATE_AUTHENTICATION,
            ResultCode.STRONG_AUTH_REQUIRED,
            ResultCode.AUTH_METHOD_NOT_SUPPORTED);
    private static final Set<ResultCode> LIMITS = Set.of(ResultCode.BUSY, ResultCode.ADMIN_LIMIT_EXCEEDED);
    private static final Set<ResultCode> NOWHERE = Set.of(ResultCode.NO_SUCH_OBJECT, ResultCode.REFERRAL);
    private static final Set<ResultCode> REFUSALS = Set.of(
            ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
            ResultCode.UNWILLING_TO_PERFORM,
            ResultCode.CONSTRAINT_VIOLATION,
            ResultCode.OBJECT_CLASS_VIOLATION,
            ResultCode.NO_SUCH_ATTRIBUTE,
            ResultCode.UNDEFINED_ATTRIBUTE_TYPE,
            ResultCode.INVALID_ATTRIBUTE_SYNTAX,
            ResultCode.ATTRIBUTE_OR_VALUE_EXISTS,
            ResultCode.AUTHORIZATION_DENIED,
            ResultCode.INAPPROPRIATE_MATCHING);
    private static final Set<ResultCode> NONSENSE =
            Set.of(ResultCode.DECODING_ERROR, ResultCode.PROTOCOL_ERROR, ResultCode.SIZE_LIMIT_EXCEEDED);

    private Call() {}

    /** What is asked. */
    @FunctionalInterface
    interface Question<T> {
        T ask(LDAPConnection connection) throws LDAPException;
    }

    /** Asks; a directory's own words may name people, so that the code of its answer alone goes on. */
    static <T> T of(Directory directory, Question<T> question) {
        try (LDAPConnection connection = connect(directory)) {
            connection.bind(
                    directory.settings().value(Directory.USER),
                    directory.settings().value(Directory.PASSWORD));
            return question.ask(connection);
        } catch (LDAPException e) {
            throw new AccountSystemException(error(e.getResultCode()));
        }
    }

    private static LDAPConnection connect(Directory directory) throws LDAPException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(MILLIS);
        options.setResponseTimeoutMillis(MILLIS);
        // Whoever is referred to may be anybody, and would be sent the password.
        options.setFollowReferrals(false);
        options.setUseSynchronousMode(true);
        String host = directory
                .address()
                .orElseThrow(() -> new AccountSystemException(AccountSystemError.NOT_FOUND))
                .getHost();
        ImpatientSockets sockets = new ImpatientSockets(directory.settings().tls(), MILLIS);
        if (directory.tlsFromTheStart()) {
            return new LDAPConnection(sockets, options, host, directory.port());
        }
        LDAPConnection connection = new LDAPConnection(options, host, directory.port());
        boolean safe = false;
        try {
            connection.processExtendedOperation(new StartTLSExtendedRequest(sockets));
            safe = true;
        } finally {
            if (!safe) {
                connection.close();
            }
        }
        return connection;
    }

    private static AccountSystemError error(ResultCode code) {
        if (CREDENTIALS.contains(code)) {
            return AccountSystemError.CREDENTIALS_REFUSED;
        }
        if (LIMITS.contains(code)) {
            return AccountSystemError.THROTTLED;
        }
        if (NOWHERE.contains(code)) {
            return AccountSystemError.NOT_FOUND;
        }
        if (REFUSALS.contains(code)) {
            return AccountSystemError.REFUSED;
        }
        return NONSENSE.contains(code) ? AccountSystemError.MALFORMED_ANSWER : AccountSystemError.UNREACHABLE;
    }
}
