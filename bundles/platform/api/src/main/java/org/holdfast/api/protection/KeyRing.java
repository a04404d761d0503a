package org.holdfast.api.protection;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.holdfast.api.CalledDirectly;
import org.holdfast.api.HoldfastException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Seals personal data. Root key → key per subsidiary → key per person; destroying a person's wrapped key erases the
 * person.
 *
 * <p>The ring keeps no state but the root key and a cache of unwrapped keys: wrapped keys are handed out once, stored
 * by the host, and handed in again with each call. While the root key is replaced, the ring holds two: the former one still
 * opens what it has wrapped, the newest wraps. Safe for use from many threads. Every method but {@link #state},
 * {@link #create}, {@link #unlock(Path, char[])}, {@link #suites}, {@link #roots} and those that say so throws {@link KeyRingSealedException} while the ring is not open.
 */
@ConsumerType
@CalledDirectly
public interface KeyRing {
    /** What a ring answers that works with files alone. */
    KeyRingState NO_TOKENS =
            new KeyRingState(KeyRingState.Status.ABSENT, "This protection bundle cannot use PKCS#11 tokens.");

    /**
     * Returns the cipher suite that the ring has by itself.
     *
     * @return {@link CipherSuite#STANDARD}
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
     * Makes a subsidiary's key of a cipher suite, by which everything below it is wrapped and sealed from then on. The root
     * key wraps it as it wraps others.
     *
     * @param subsidiaryId the subsidiary
     * @param suite name of the suite
     * @return the key, wrapped by the root key; it names its suite
     * @throws KeyRingSealedException where no bundle offers the suite
     */
    default WrappedKey newSubsidiaryKey(String subsidiaryId, String suite) {
        if (suite.equals(suite())) {
            return newSubsidiaryKey(subsidiaryId);
        }
        throw new KeyRingSealedException("This protection bundle uses no other cipher suite than its own.");
    }

    /**
     * Says where the ring finds the cipher suites of other bundles. What is sealed by a suite that is not there neither opens
     * nor seals: such calls throw {@link KeyRingSealedException} until it is back.
     *
     * @param suites where; asked at each use, because bundles come and go. The last call counts
     */
    default void suites(CipherSuites suites) {
        // A ring that uses its own suite alone needs none.
    }

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

    /**
     * Returns which root keys are open.
     *
     * @return their identities, the one that wraps new keys last; empty while the ring is not open
     */
    List<String> roots();

    /**
     * Creates a further root key file, reads it back, and wraps new keys by it from now on. The former root key still
     * opens what it has wrapped.
     *
     * @param file where to write it; must not exist
     * @param passphrase protects the file; wiped by the ring after use
     * @return identity of the new root key
     */
    String createNext(Path file, char[] passphrase);

    /**
     * Opens a further root key file, made by {@link #createNext}, and wraps new keys by it from now on. A file that does
     * not open leaves the ring as it was.
     *
     * @param file the root key file
     * @param passphrase what the file was created with; wiped by the ring after use
     * @return {@code OPEN}, or what is the matter with the file; never throws for a bad file or passphrase
     */
    KeyRingState unlockNext(Path file, char[] passphrase);

    /** Forgets every root key but the newest: what a former one has wrapped does not open any more. */
    void forgetFormer();

    /**
     * Tells which root key has wrapped a subsidiary's key.
     *
     * @param subsidiaryKey key of a subsidiary
     * @return identity of the root key, or empty where it is not one of those that are open
     */
    Optional<String> rootOf(WrappedKey subsidiaryKey);

    /**
     * Wraps a subsidiary's key anew, by the newest root key. It stays the same key under the same id: what it has sealed
     * and wrapped opens with either form, as long as the former root key is open.
     *
     * @param subsidiaryKey key of a subsidiary
     * @return the same key, wrapped by the newest root key
     * @throws TamperedRecordException where the key does not open
     */
    WrappedKey rewrapSubsidiaryKey(WrappedKey subsidiaryKey);

    /**
     * Wraps a person's key anew, by another key of the subsidiary. It stays the same key under the same id: what it has
     * sealed opens with either form, each with the key it was wrapped by.
     *
     * @param from the key of the subsidiary that the person's key is wrapped by
     * @param to the key of the same subsidiary to wrap it by
     * @param personKey key of the person
     * @return the same key, wrapped by the other one
     * @throws TamperedRecordException where a key does not open
     * @throws IllegalArgumentException where the two keys are of two cipher suites: what the person's key has sealed would not
     *     open any more
     */
    WrappedKey rewrapPersonKey(WrappedKey from, WrappedKey to, WrappedKey personKey);

    /**
     * Tells what a root key that is open is kept in.
     *
     * @param root identity of the root key
     * @return its kind, or empty where it is not one of those that are open
     */
    default Optional<RootKind> kindOf(String root) {
        return Optional.empty();
    }

    /**
     * Looks which root keys a token holds, and changes nothing. Works while the ring is not open.
     *
     * @param token the token
     * @param pin opens it; wiped by the ring after use. Tokens lock themselves after some wrong ones
     * @return what it holds; never throws for a bad token or PIN
     */
    default TokenContent look(RootToken token, char[] pin) {
        Arrays.fill(pin, '\0');
        return new TokenContent(NO_TOKENS, List.of());
    }

    /**
     * Makes a root key in a token, which it never leaves. Works while the ring is not open, and does not open it.
     *
     * @param token the token
     * @param pin opens it; wiped by the ring after use
     * @return identity of the root key
     * @throws HoldfastException with {@link ProtectionError#TOKEN_KEY_NOT_CREATED} where it cannot be made
     */
    default String createIn(RootToken token, char[] pin) {
        Arrays.fill(pin, '\0');
        throw new HoldfastException(ProtectionError.TOKEN_KEY_NOT_CREATED, NO_TOKENS.reason());
    }

    /**
     * Opens the ring with a root key in a token.
     *
     * @param token the token
     * @param root identity of the root key
     * @param pin opens the token; wiped by the ring after use
     * @return the state afterwards; never throws for a bad token or PIN
     */
    default KeyRingState unlock(RootToken token, String root, char[] pin) {
        Arrays.fill(pin, '\0');
        return NO_TOKENS;
    }

    /**
     * Opens a further root key, which lies in a token, and wraps new keys by it from now on. One that cannot be had leaves
     * the ring as it was.
     *
     * @param token the token
     * @param root identity of the root key
     * @param pin opens the token; wiped by the ring after use
     * @return {@code OPEN}, or what is the matter; never throws for a bad token or PIN
     */
    default KeyRingState unlockNext(RootToken token, String root, char[] pin) {
        Arrays.fill(pin, '\0');
        return NO_TOKENS;
    }
}
