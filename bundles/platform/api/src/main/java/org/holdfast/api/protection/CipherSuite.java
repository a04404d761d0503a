package org.holdfast.api.protection;

import org.holdfast.api.CalledDirectly;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A cipher suite that a key ring uses for everything below the keys of some subsidiaries: it wraps keys of people, seals
 * records and makes fingerprints. The ring draws keys and nonces, counts seals, and writes the sealed record; the suite
 * only computes.
 *
 * <p>A bundle offers it as a service, with the name as code of its capability {@code protection}. Data sealed by it stays
 * for years: name, code and results must not change between versions. Safe for use from many threads.
 */
@ConsumerType
@CalledDirectly
public interface CipherSuite {
    /** The suite that every key ring has by itself. A key that names no suite is of this one. */
    String STANDARD = "AES-256-GCM";

    /**
     * Returns the name, by which settings and keys name the suite.
     *
     * @return 1 to 32 capital letters, digits and hyphens, such as {@code SM4-GCM}
     */
    String name();

    /**
     * Returns the byte that stands for the suite in each record it has sealed.
     *
     * @return 1 is {@link #STANDARD}, 2 is SM4-GCM; below 0 for suites of vendors
     */
    byte code();

    /**
     * Returns the length of a key.
     *
     * @return bytes, 16 to 32
     */
    int keyBytes();

    /**
     * Makes a key ready for use.
     *
     * @param secret as many bytes as {@link #keyBytes} says; belongs to the suite afterwards
     * @return the key
     */
    SuiteKey key(byte[] secret);

    /**
     * Returns the keyed hash by which keys are derived and fingerprints made: HMAC (RFC 2104) over the suite's hash.
     *
     * @param key 32 bytes
     * @param message any bytes
     * @return 32 bytes
     */
    byte[] authenticate(byte[] key, byte[] message);
}
