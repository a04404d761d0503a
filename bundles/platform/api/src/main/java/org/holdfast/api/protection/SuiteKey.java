package org.holdfast.api.protection;

import org.holdfast.api.CalledDirectly;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A key of a {@link CipherSuite}, ready for authenticated encryption with associated data (RFC 5116). Safe for use from
 * many threads.
 */
@ConsumerType
@CalledDirectly
public interface SuiteKey {
    /** Length of a nonce. */
    int NONCE_BYTES = 12;

    /** Length of the tag at the end of what is sealed. */
    int TAG_BYTES = 16;

    /**
     * Seals.
     *
     * @param nonce {@link #NONCE_BYTES} bytes, never the same twice: the caller sees to that
     * @param associated what the seal is bound to
     * @param plaintext what to seal
     * @return ciphertext as long as the plaintext, and tag
     */
    byte[] seal(byte[] nonce, byte[] associated, byte[] plaintext);

    /**
     * Opens.
     *
     * @param nonce the nonce it was sealed with
     * @param associated what it was bound to
     * @param sealed ciphertext and tag
     * @return the plaintext
     * @throws TamperedRecordException where it was not sealed by this key with this nonce and these associated bytes
     */
    byte[] open(byte[] nonce, byte[] associated, byte[] sealed);
}
