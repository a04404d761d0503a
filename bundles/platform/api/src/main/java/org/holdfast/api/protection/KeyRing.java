package org.holdfast.api.protection;

import java.nio.file.Path;
import org.holdfast.api.CalledDirectly;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Seals personal data. Root key → key per subsidiary → key per person; destroying a person's wrapped key erases the
 * person.
 *
 * <p>The ring keeps no state but the root key and a cache of unwrapped keys: wrapped keys are handed out once, stored
 * by the host, and handed in again with each call. Safe for use from many threads. Every method but {@link #state},
 * {@link #create} and {@link #unlock} throws {@link KeyRingSealedException} while the ring is not open.
 */
@ConsumerType
@CalledDirectly
public interface KeyRing {

    /**
     * Returns the cipher suite.
     *
     * @return for example {@code AES-256-GCM}
     */
    String suite();

    /**
     * Returns whether the ring can seal and open.
     *
     * @return the state, with its reason
     */
    KeyRingState state();

    /**
     * Creates a new root key file, readable by its owner only, and opens the ring with it.
     *
     * @param file where to write it; must not exist
     * @param passphrase protects the file; wiped by the ring after use
     * @return identity of the root key, to be kept with the data: not secret
     */
    String create(Path file, char[] passphrase);

    /**
     * Opens the ring with an existing root key file.
     *
     * @param file the root key file
     * @param passphrase what the file was created with; wiped by the ring after use
     * @return the state afterwards; never throws for a bad file or passphrase
     */
    KeyRingState unlock(Path file, char[] passphrase);

    /** Forgets the root key and all cached keys. */
    void lock();

    /**
     * Makes a subsidiary's key.
     *
     * @param subsidiaryId the subsidiary
     * @return the key, wrapped by the root key
     */
    WrappedKey newSubsidiaryKey(String subsidiaryId);

    /**
     * Makes a person's key.
     *
     * @param subsidiaryKey key of the person's subsidiary
     * @param personId the person
     * @return the key, wrapped by the subsidiary's key
     */
    WrappedKey newPersonKey(WrappedKey subsidiaryKey, String personId);

    /**
     * Forgets a key of a person, because it has been destroyed: what was unwrapped of it leaves memory.
     *
     * @param personKey the key; nothing happens where it is not in memory
     */
    void forget(WrappedKey personKey);

    /**
     * Seals a record.
     *
     * @param keys the keys of the person, or of the subsidiary for what belongs to no one person
     * @param identity which record this is; a sealed record opens only under the same identity
     * @param plaintext what to seal
     * @return the sealed record
     */
    byte[] seal(KeyPath keys, RecordIdentity identity, byte[] plaintext);

    /**
     * Opens a sealed record.
     *
     * @param keys the keys it was sealed under
     * @param identity the identity it was sealed under
     * @param sealed the sealed record
     * @return the plain record
     * @throws TamperedRecordException where it was altered, cut, moved from another record, or sealed by another key
     */
    byte[] open(KeyPath keys, RecordIdentity identity, byte[] sealed);

    /**
     * Returns a keyed fingerprint for equality look-up: the same value gives the same fingerprint within a subsidiary
     * and column, and tells nothing without the key.
     *
     * @param subsidiaryKey key of the subsidiary
     * @param column name of the column, so that equal values in two columns differ
     * @param value the value, normalised by the caller
     * @return 24 hexadecimal digits (96 bits)
     */
    String blindIndex(WrappedKey subsidiaryKey, String column, String value);
}
