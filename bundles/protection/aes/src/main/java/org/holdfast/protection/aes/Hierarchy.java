package org.holdfast.protection.aes;

import java.nio.ByteBuffer;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.RootKind;
import org.holdfast.api.protection.TamperedRecordException;
import org.holdfast.api.protection.WrappedKey;
import org.jspecify.annotations.Nullable;

/**
 * Wraps and unwraps the keys below the root key, or below two while one replaces the other, and remembers those in use.
 * Safe for use from many threads.
 *
 * <p>A wrapped key is 256 random bits, sealed by the key above it and bound to its level, its id and its owner. The
 * keys that seal and that make fingerprints are derived from these bits, so that no key serves two purposes.
 */
final class Hierarchy {
    static final int KEY_BYTES = 32;
    static final String TOKEN_LOST = "The token with the root key does not answer any more. Put it back.";
    private static final byte DERIVATION = 3;
    private static final HexFormat HEX = HexFormat.of();

    private volatile Roots roots;
    private final FieldSealer sealer;
    private final KeyDerivation derivation;
    private final KeyCache persons;
    private final KeyCache subsidiaries;
    private final SecureRandom random = new SecureRandom();

    Hierarchy(RootKey root, FieldSealer sealer, KeyDerivation derivation, int cachedPersons) {
        this.roots = new Roots(List.of(OpenRoot.of(root)));
        this.sealer = sealer;
        this.derivation = derivation;
        this.persons = new KeyCache(cachedPersons);
        this.subsidiaries = new KeyCache(Math.max(1_000, cachedPersons / 10));
    }

    /** Wraps by another root key from now on, and still opens what the former ones have wrapped. */
    synchronized void add(RootKey next) {
        roots = roots.with(OpenRoot.of(next));
    }

    /** Forgets every root key but the newest. */
    synchronized void forgetFormer() {
        Roots before = roots;
        roots = new Roots(List.of(before.newest()));
        if (!usesToken()) {
            before.leaveTokens();
        }
    }

    /** Tells whether a root key is in a token. */
    boolean usesToken() {
        return roots.open().stream().anyMatch(root -> root.sealing().token() != null);
    }

    void leaveTokens() {
        roots.leaveTokens();
    }

    /** Returns the identities of the root keys, the newest last. */
    List<String> roots() {
        return roots.open().stream().map(OpenRoot::identity).toList();
    }

    Optional<RootKind> kindOf(String root) {
        return roots.open().stream()
                .filter(open -> open.identity().equals(root))
                .map(OpenRoot::kind)
                .findFirst();
    }

    /** Tells whether a token with a root key has gone. */
    boolean lost() {
        return roots.open().stream().anyMatch(root -> root.sealing().lost());
    }

    Optional<String> rootOf(WrappedKey subsidiaryKey) {
        return roots.of(subsidiaryKey).map(OpenRoot::identity);
    }

    WrappedKey rewrapSubsidiaryKey(WrappedKey key) {
        return rewrap(subsidiary(key), roots.newest().sealing(), KeyLevel.SUBSIDIARY, key);
    }

    WrappedKey rewrapPersonKey(WrappedKey from, WrappedKey to, WrappedKey key) {
        UnwrappedKey parent = subsidiary(from);
        // Not remembered: a rotation goes over everybody, and would drive out the keys that are in use.
        UnwrappedKey person = unwrap(parent.sealing(), parent.id(), KeyLevel.PERSON, key);
        return rewrap(person, subsidiary(to).sealing(), KeyLevel.PERSON, key);
    }

    WrappedKey newSubsidiaryKey(String subsidiaryId) {
        return wrapNew(roots.newest().sealing(), KeyLevel.SUBSIDIARY, subsidiaryId);
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
        Roots now = roots;
        // What none of the roots has wrapped is tried with the newest, which refuses it as it refuses what was altered.
        OpenRoot root = now.of(subsidiaryKey).orElse(now.newest());
        UnwrappedKey cached = cached(subsidiaries, subsidiaryKey, root.identity());
        if (cached == null) {
            cached = unwrap(root.sealing(), root.identity(), KeyLevel.SUBSIDIARY, subsidiaryKey);
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

    private WrappedKey rewrap(UnwrappedKey key, SealingKey parent, KeyLevel level, WrappedKey former) {
        byte[] associated = AssociatedData.ofKey(level, former.id(), former.ownerId());
        return new WrappedKey(former.id(), former.ownerId(), key.sealedBy(sealer, parent, associated));
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

    /** A root key with what it seals with. */
    private record OpenRoot(String identity, RootKind kind, SealingKey sealing) {
        static OpenRoot of(RootKey root) {
            return new OpenRoot(root.identity(), root.kind(), new SealingKey(shortId(root.identity()), root));
        }
    }

    /** The root keys that are open, the newest last. */
    private record Roots(List<OpenRoot> open) {
        OpenRoot newest() {
            return open.get(open.size() - 1);
        }

        void leaveTokens() {
            for (OpenRoot root : open) {
                Provider token = root.sealing().token();
                if (token != null) {
                    Pkcs11Token.leave(token);
                }
            }
        }

        Roots with(OpenRoot next) {
            List<OpenRoot> all = new ArrayList<>(open);
            all.removeIf(root -> root.identity().equals(next.identity()));
            all.add(next);
            return new Roots(List.copyOf(all));
        }

        Optional<OpenRoot> of(WrappedKey key) {
            return open.stream()
                    .filter(root -> FieldSealer.isFor(root.sealing(), key.bytes()))
                    .findFirst();
        }
    }
}
