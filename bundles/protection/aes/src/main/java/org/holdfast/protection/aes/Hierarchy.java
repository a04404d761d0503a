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
import org.holdfast.api.protection.CipherSuite;
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
    private static final HexFormat HEX = HexFormat.of();

    private volatile Roots roots;
    private final FieldSealer sealer;
    private final Suites suites;
    private final KeyCache persons;
    private final KeyCache subsidiaries;
    private final SecureRandom random = new SecureRandom();

    Hierarchy(RootKey root, FieldSealer sealer, Suites suites, int cachedPersons) {
        this.roots = new Roots(List.of(OpenRoot.of(root)));
        this.sealer = sealer;
        this.suites = suites;
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
        // Asked at each call, so without a stream.
        for (OpenRoot root : roots.open()) {
            if (root.sealing().lost()) {
                return true;
            }
        }
        return false;
    }

    Optional<String> rootOf(WrappedKey subsidiaryKey) {
        return roots.of(subsidiaryKey).map(OpenRoot::identity);
    }

    WrappedKey rewrapSubsidiaryKey(WrappedKey key) {
        UnwrappedKey unwrapped = subsidiary(key);
        SealingKey root = roots.newest().sealing();
        byte[] anew = unwrapped.sealedBy(sealer, root, bound(root, KeyLevel.SUBSIDIARY, key, unwrapped.suite()));
        return WrappedKey.ofSuite(key.id(), key.ownerId(), unwrapped.suite().name(), anew);
    }

    WrappedKey rewrapPersonKey(WrappedKey from, WrappedKey to, WrappedKey key) {
        UnwrappedKey parent = subsidiary(from);
        UnwrappedKey next = subsidiary(to);
        if (parent.suite() != next.suite()) {
            throw new IllegalArgumentException("A person's key stays with its cipher suite");
        }
        // Not remembered: a rotation goes over everybody, and would drive out the keys that are in use.
        UnwrappedKey person = unwrap(new Above(parent), KeyLevel.PERSON, key, parent.suite());
        byte[] associated = bound(next.sealing(), KeyLevel.PERSON, key, next.suite());
        return new WrappedKey(key.id(), key.ownerId(), person.sealedBy(sealer, next.sealing(), associated));
    }

    WrappedKey newSubsidiaryKey(String subsidiaryId, String suiteName) {
        // Looked up before the key is made: one that nobody could use must not be stored.
        Suite suite = suites.named(suiteName);
        WrappedKey fresh = wrapNew(roots.newest().sealing(), KeyLevel.SUBSIDIARY, subsidiaryId, suite);
        return WrappedKey.ofSuite(fresh.id(), fresh.ownerId(), suiteName, fresh.bytes());
    }

    WrappedKey newPersonKey(WrappedKey subsidiaryKey, String personId) {
        UnwrappedKey above = subsidiary(subsidiaryKey);
        return wrapNew(above.sealing(), KeyLevel.PERSON, personId, above.suite());
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
        UnwrappedKey cached = cached(persons, personKey, subsidiary.id(), subsidiary.suite());
        if (cached == null) {
            cached = unwrap(new Above(subsidiary), KeyLevel.PERSON, personKey, subsidiary.suite());
            persons.put(cached);
        }
        return cached.sealing();
    }

    UnwrappedKey subsidiary(WrappedKey subsidiaryKey) {
        Roots now = roots;
        Suite suite = suites.named(subsidiaryKey.suite());
        // What none of the roots has wrapped is tried with the newest, which refuses it as it refuses what was altered.
        OpenRoot root = now.of(subsidiaryKey).orElse(now.newest());
        UnwrappedKey cached = cached(subsidiaries, subsidiaryKey, root.identity(), suite);
        if (cached == null) {
            Above above = new Above(root.sealing(), root.identity());
            cached = unwrap(above, KeyLevel.SUBSIDIARY, subsidiaryKey, suite);
            subsidiaries.put(cached);
        }
        return cached;
    }

    private static @Nullable UnwrappedKey cached(KeyCache cache, WrappedKey wrapped, String parentId, Suite suite) {
        UnwrappedKey cached = cache.get(wrapped.id());
        return cached != null && cached.isOf(wrapped, parentId, suite) ? cached : null;
    }

    /** A key that wraps others, with its identity. */
    private record Above(SealingKey sealing, String id) {
        Above(UnwrappedKey subsidiary) {
            this(subsidiary.sealing(), subsidiary.id());
        }
    }

    private WrappedKey wrapNew(SealingKey parent, KeyLevel level, String ownerId, Suite suite) {
        byte[] material = new byte[KEY_BYTES];
        byte[] id = new byte[16];
        random.nextBytes(material);
        random.nextBytes(id);
        WrappedKey named = new WrappedKey(HEX.formatHex(id), ownerId, new byte[0]);
        byte[] wrapped = sealer.seal(parent, bound(parent, level, named, suite), material);
        Arrays.fill(material, (byte) 0);
        return new WrappedKey(named.id(), ownerId, wrapped);
    }

    /** A subsidiary's key is bound to its suite, too, where that is not the one of before there were others. */
    private static byte[] bound(SealingKey parent, KeyLevel level, WrappedKey key, Suite suite) {
        List<String> words = new ArrayList<>(List.of(level.word(), key.id(), key.ownerId()));
        if (level == KeyLevel.SUBSIDIARY && !suite.name().equals(CipherSuite.STANDARD)) {
            words.add(suite.name());
        }
        return AssociatedData.ofKey(parent.suite(), words);
    }

    private UnwrappedKey unwrap(Above above, KeyLevel level, WrappedKey wrapped, Suite suite) {
        try {
            byte[] associated = bound(above.sealing(), level, wrapped, suite);
            byte[] bytes = level == KeyLevel.SUBSIDIARY ? wrapped.wrapped() : wrapped.bytes();
            byte[] material = sealer.open(above.sealing(), associated, bytes);
            SealingKey sealing = suite.sealingKey(shortId(wrapped.id()), material, level.word());
            return new UnwrappedKey(wrapped, above.id(), material, suite, sealing);
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
    private record OpenRoot(String identity, RootKind kind, AesSealingKey sealing) {
        static OpenRoot of(RootKey root) {
            return new OpenRoot(root.identity(), root.kind(), new AesSealingKey(shortId(root.identity()), root));
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
            byte[] wrapped = key.wrapped();
            for (OpenRoot root : open) {
                if (FieldSealer.isFor(root.sealing(), wrapped)) {
                    return Optional.of(root);
                }
            }
            return Optional.empty();
        }
    }
}
