package org.holdfast.core.access;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a device signed, as it came with a call.
 *
 * @param signed what the browser sent
 * @param holder the secret of the browser that asked for the challenge
 * @param called the address it has called
 */
record PasskeyAnswer(PasskeyResource.Signed signed, String holder, URI called) {
    /** A key of RSA with 4,096 bits fits in twice. */
    private static final int LONGEST = 4_000;

    /** Reads base64url; what is missing, too long or something else is nobody's passkey. */
    static byte[] bytes(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            throw Passkeys.wrong();
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw Passkeys.wrong();
        }
    }

    /** Tells whether the device says that it is an account's; one that says nothing is taken at its key. */
    boolean mayBeOf(UUID accountId) {
        return Optional.ofNullable(signed.userHandle())
                .filter(text -> !text.isEmpty())
                .map(text -> text.equals(handle(accountId)))
                .orElse(true);
    }

    /** Returns what a device knows an account by: its random id, nothing about the person (WebAuthn Level 3, 14.6.1). */
    static String handle(UUID accountId) {
        byte[] bytes = accountId.toString().getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
