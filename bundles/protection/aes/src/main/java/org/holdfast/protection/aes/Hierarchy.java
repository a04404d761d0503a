package org.holdfast.protection.aes;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.TamperedRecordException;
import org.holdfast.api.protection.WrappedKey;
import org.jspecify.annotations.Nullable;

/**
 * Wraps and unwraps the keys below one root key, and remembers those in use. Safe for use from many threads.
 *
 * <p>A wrapped key is 256 random bits, sealed by the key above it and bound to its level, its id and its owner. The
 * keys that seal and that make fingerprints are derived from these bits, so that no key serves two purposes.
 */
final class Hierarchy {
    static final int KEY_BYTES = 32;
    private static final byte DERIVATION = 3;
    private static final HexFormat HEX = HexFormat.of();

    private final RootKey root;
    private final SealingKey rootSealing;
    private final FieldSealer sealer;
    private final KeyDerivation derivation;
    private final KeyCache persons;
    private final KeyCache subsidiaries;
    private final SecureRandom random = new SecureRandom();

    Hierarchy(RootKey root, FieldSealer sealer, KeyDerivation derivation, int cachedPersons) {
        this.root = root;
        this.rootSealing = new SealingKey(shortId(root.identity()), root.secret());
        this.sealer = sealer;
        this.derivation = derivation;
        this.persons = new KeyCache(cachedPersons);
        this.subsidiaries = new KeyCache(Math.max(1_000, cachedPersons / 10));
    }

    WrappedKey newSubsidiaryKey(String subsidiaryId) {
        return wrapNew(rootSealing, KeyLevel.SUBSIDIARY, subsidiaryId);
    }

    WrappedKey newPersonKey(WrappedKey subsidiaryKey, String personId) {
        return wrapNew(subsidiary(subsidiaryKey).sealing(), KeyLevel.PERSON, personId);
    }

    void forget(WrappedKey personKey) {
        persons.remove(personKey.id());
    }

    SealingKey sealingKey(KeyPath path) {
        WrappedKey subsidiaryKey = path.subsidiaryKey();
        if (path.personKey().isEmpty()) {
            return subsidiary(subsidiaryKey).sealing();
        }
        WrappedKey personKey = path.personKey().get();
        UnwrappedKey subsidiary = subsidiary(subsidiaryKey);
        UnwrappedKey cached = cached(persons, personKey, subsidiary.id());
        if (cached == null) {
            cached = unwrap(subsidiary.sealing(), subsidiary.id(), KeyLevel.PERSON, personKey);
            persons.put(cached);
        }
        return cached.sealing();
    }

    UnwrappedKey subsidiary(WrappedKey subsidiaryKey) {
        UnwrappedKey cached = cached(subsidiaries, subsidiaryKey, root.identity());
        if (cached == null) {
            cached = unwrap(rootSealing, root.identity(), KeyLevel.SUBSIDIARY, subsidiaryKey);
            subsidiaries.put(cached);
        }
        return cached;
    }

    static byte[] derivationInfo(String purpose, String detail) {
        return AssociatedData.encode(DERIVATION, 0, "holdfast", purpose, detail);
    }

    private static @Nullable UnwrappedKey cached(KeyCache cache, WrappedKey wrapped, String parentId) {
        UnwrappedKey cached = cache.get(wrapped.id());
        return cached != null && cached.isOf(wrapped, parentId) ? cached : null;
    }

    private WrappedKey wrapNew(SealingKey parent, KeyLevel level, String ownerId) {
        byte[] material = new byte[KEY_BYTES];
        byte[] id = new byte[16];
        random.nextBytes(material);
        random.nextBytes(id);
        String keyId = HEX.formatHex(id);
        byte[] wrapped = sealer.seal(parent, AssociatedData.ofKey(level, keyId, ownerId), material);
        Arrays.fill(material, (byte) 0);
        return new WrappedKey(keyId, ownerId, wrapped);
    }

    private UnwrappedKey unwrap(SealingKey parent, String parentId, KeyLevel level, WrappedKey wrapped) {
        try {
            byte[] associated = AssociatedData.ofKey(level, wrapped.id(), wrapped.ownerId());
            byte[] material = sealer.open(parent, associated, wrapped.bytes());
            byte[] secret = derivation.expand(material, derivationInfo("seal", level.word()));
            SealingKey sealing = new SealingKey(shortId(wrapped.id()), new SecretKeySpec(secret, "AES"));
            return new UnwrappedKey(wrapped, parentId, material, sealing);
        } catch (AEADBadTagException e) {
            TamperedRecordException refused = new TamperedRecordException("The wrapped key " + wrapped.id() + " of a "
                    + level.word() + " does not open: it was altered, or belongs to another root key or subsidiary. "
                    + "Restore the key store that belongs to this root key.");
            refused.initCause(e);
            throw refused;
        }
    }

    /** The first half of a key's id, which stands in each record it sealed. */
    private static long shortId(String id) {
        try {
            return ByteBuffer.wrap(HEX.parseHex(id)).getLong();
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
            throw new IllegalStateException("A key's id is not 32 hexadecimal digits", e);
        }
    }
}
