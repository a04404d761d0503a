package org.holdfast.core.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A passkey of an account: a WebAuthn credential whose private key never leaves its holder's device.
 *
 * @param id random id, by which the API calls it
 * @param accountId whose it is
 * @param name what its holder calls it; empty while the key ring is not open
 * @param credential what the device said of it
 * @param signCount the device's counter at its last use; 0 where the device counts nothing
 * @param createdAt when it was added
 * @param lastUsedAt when it was last used; empty for never
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
record Passkey(
        UUID id,
        UUID accountId,
        Optional<String> name,
        Credential credential,
        long signCount,
        Instant createdAt,
        Optional<Instant> lastUsedAt) {

    /**
     * What does not change as long as the passkey is there.
     *
     * @param fingerprint SHA-256 of the credential's id
     * @param data attested credential data of WebAuthn (Level 3, 6.5.1) in base64url: model, credential's id, public key
     * @param rpId the host it was made for
     * @param backupEligible whether its maker may copy it to other devices
     */
    record Credential(String fingerprint, String data, String rpId, boolean backupEligible) {}
}
