package org.holdfast.core.access;

import org.holdfast.core.platform.rest.StatusCode;

/** What can go wrong with accounts, sessions and tokens. The names are part of the API. */
public enum AccessError implements StatusCode {
    /** User name and password do not fit, or the account is switched off; which of these is not told. */
    WRONG_CREDENTIALS(401),
    /** Too many wrong passwords: wait. */
    SIGN_IN_DELAYED(429),
    /** The header with the session's token against forged requests is missing or wrong. */
    CSRF_TOKEN_WRONG(403),
    /** A one-time password has to be changed first. */
    PASSWORD_CHANGE_REQUIRED(403),
    /** The password is right, and the account has a second factor: send its code, too. */
    SECOND_FACTOR_REQUIRED(401),
    /** Administrators may not sign on from this address. */
    PLACE_NOT_ALLOWED(403),
    /** The password is right, and the account has passkeys only: sign with one of them, too. */
    PASSKEY_REQUIRED(401),
    /** The passkey is none of this account and server, or what it signed is malformed. */
    WRONG_PASSKEY(401),
    /** What the passkey signed was not asked for here, is over, or was used before. */
    PASSKEY_CHALLENGE(401),
    /** The passkey's counter has gone back, as that of a copy does. */
    PASSKEY_COPIED(401),
    /** A directory or provider vouches for the account: a passkey counts after it, not alone. */
    PASSKEY_NOT_ALONE(403),
    /** The console was opened under a number, to which no passkey belongs. */
    PASSKEY_ADDRESS(409),
    /** The account has as many passkeys as it may. */
    TOO_MANY_PASSKEYS(409),
    /** The code of the second factor is wrong, or was used before. */
    WRONG_CODE(401),
    /** The role must have a second factor: add one before anything else. */
    SECOND_FACTOR_MISSING(403),
    /** There is a second factor already, or none to be confirmed. */
    SECOND_FACTOR_EXISTS(409),
    /** Nobody resets their own second factor: its holder removes it with a code. */
    OWN_SECOND_FACTOR(409),
    /** Codes of an app cannot be checked while the key ring is sealed; recovery codes can. */
    SECOND_FACTOR_SEALED(503),
    /** There is an account of that name. */
    USERNAME_TAKEN(409),
    /** It would leave the server without a security administrator. */
    LAST_SECURITY_ADMINISTRATOR(409),
    /** Nobody changes their own roles. */
    OWN_ROLES(409),
    /** The token was right once, and its time is over. */
    TOKEN_EXPIRED(401),
    /** The token was right once, and somebody revoked it. */
    TOKEN_REVOKED(401),
    /** The token's role may, but its scope does not hold it. */
    TOKEN_SCOPE(403),
    /** It tells of scores, and the caller has said that it is not to keep people. */
    PURPOSE_NOT_ALLOWED(403),
    /** A token counts over a connection with a client certificate only. */
    CLIENT_CERTIFICATE_REQUIRED(403),
    /** The password is the directory's or provider's. */
    PASSWORD_ELSEWHERE(409),
    /** No server of the directory answers, or none as it should. */
    DIRECTORY_UNAVAILABLE(503),
    /** The directory has locked the account. */
    DIRECTORY_ACCOUNT_LOCKED(403),
    /** The directory has disabled the account, or its time is over. */
    DIRECTORY_ACCOUNT_DISABLED(403),
    /** The directory wants a new password first. */
    DIRECTORY_PASSWORD_EXPIRED(403),
    /** The directory does not let the account in now or from here. */
    DIRECTORY_NOT_NOW(403),
    /** The identity provider does not answer. */
    PROVIDER_UNAVAILABLE(503),
    /** The identity provider answers, and not as it must: another issuer, a token that is not its or not for us. */
    PROVIDER_WRONG(502),
    /** The identity provider did not let the person in, or does not take the code. */
    PROVIDER_REFUSED(401),
    /** The sign-on was not begun in this browser, is over, or was used before. */
    PROVIDER_STATE(401),
    /** The directory or provider knows them, and there is no account here. */
    NO_ACCOUNT(403),
    /** None of their groups has a role here. */
    NO_ROLE(403),
    /** The user name is another person's at the directory or provider by now. */
    ANOTHER_PERSON(403),
    /** The table of roles cannot be read. */
    ROLES_UNREADABLE(503);

    private final int status;

    AccessError(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Category category() {
        return this == ROLES_UNREADABLE ? Category.CONFIGURATION : Category.USER;
    }
}
