package org.holdfast.core.access;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a directory means by a refused bind. Active Directory says it in its message, as a Win32 error in hexadecimal after
 * {@code data} (Microsoft, MS-ERREF 2.2): 52e wrong password, 525 no such person and so on.
 */
final class LdapRefusals {
    private static final Pattern ACTIVE_DIRECTORY =
            Pattern.compile("AcceptSecurityContext error, data ([0-9a-f]{3,8})\\b");
    private static final Map<String, AccessError> REASONS = Map.of(
            "530", AccessError.DIRECTORY_NOT_NOW,
            "531", AccessError.DIRECTORY_NOT_NOW,
            "532", AccessError.DIRECTORY_PASSWORD_EXPIRED,
            "773", AccessError.DIRECTORY_PASSWORD_EXPIRED,
            "533", AccessError.DIRECTORY_ACCOUNT_DISABLED,
            "701", AccessError.DIRECTORY_ACCOUNT_DISABLED,
            "775", AccessError.DIRECTORY_ACCOUNT_LOCKED);

    private LdapRefusals() {}

    /** Returns what keeps the person out beside a wrong password; empty for that and for what is no answer. */
    static Optional<AccessError> reason(LDAPException refused) {
        String message = refused.getDiagnosticMessage();
        if (!refused.getResultCode().equals(ResultCode.INVALID_CREDENTIALS) || message == null) {
            return Optional.empty();
        }
        Matcher code = ACTIVE_DIRECTORY.matcher(message);
        return code.find() ? Optional.ofNullable(REASONS.get(code.group(1))) : Optional.empty();
    }
}
