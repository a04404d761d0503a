package org.holdfast.core.protection;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.api.protection.RecordIdentity;
import org.holdfast.api.protection.WrappedKey;
import org.holdfast.launcher.registry.CapabilityGoneException;
import org.holdfast.launcher.shred.ShredLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vault over a key ring and the store of wrapped keys. Wrapped keys are kept in memory; plain keys never are. */
public final class SealedVault implements Vault {
    private static final Logger LOG = LoggerFactory.getLogger(SealedVault.class);

    private final CurrentKeyRing keyRing;
    private final WrappedKeys store;
    private final ShredLedger ledger;
    private final ConcurrentMap<UUID, ConcurrentMap<UUID, WrappedKey>> keys = new ConcurrentHashMap<>();

    SealedVault(CurrentKeyRing keyRing, WrappedKeys store, ShredLedger ledger) {
        this.keyRing = keyRing;
        this.store = store;
        this.ledger = ledger;
    }

    @Override
    public void prepare(UUID subsidiaryId, Collection<UUID> personIds) {
        ConcurrentMap<UUID, WrappedKey> known = of(subsidiaryId);
        // One at a time per subsidiary: two imports must not make two keys for one person.
        synchronized (known) {
            List<WrappedKey> fresh = new ArrayList<>();
            WrappedKey subsidiaryKey = known.get(subsidiaryId);
            if (subsidiaryKey == null) {
                subsidiaryKey = ask(ring -> ring.newSubsidiaryKey(subsidiaryId.toString()));
                fresh.add(subsidiaryKey);
            }
            WrappedKey above = subsidiaryKey;
            for (UUID person : new LinkedHashSet<>(personIds)) {
                refuseErased(person);
                if (!known.containsKey(person)) {
                    fresh.add(ask(ring -> ring.newPersonKey(above, person.toString())));
                }
            }
            if (!fresh.isEmpty()) {
                store.add(subsidiaryId, fresh);
                fresh.forEach(key -> known.put(UUID.fromString(key.ownerId()), key));
            }
        }
    }

    @Override
    public void destroy(Subject person) {
        UUID id = person.personId().orElseThrow();
        if (!erased(id)) {
            throw new IllegalStateException("The ledger comes first: without it a backup brings the person back");
        }
        ConcurrentMap<UUID, WrappedKey> known = of(person.subsidiaryId());
        synchronized (known) {
            store.remove(id);
            WrappedKey key = known.remove(id);
            if (key != null) {
                forget(key);
            }
        }
    }

    /** A ring that is closed has forgotten all keys. */
    private void forget(WrappedKey key) {
        try {
            ask(ring -> {
                ring.forget(key);
                return key;
            });
        } catch (KeyRingSealedException e) {
            LOG.debug("The key ring closed before it could forget a key", e);
        }
    }

    @Override
    public boolean erased(UUID personId) {
        return ledger.find(personId).isPresent();
    }

    private void refuseErased(UUID personId) {
        if (erased(personId)) {
            throw new PersonErasedException();
        }
    }

    @Override
    public byte[] seal(Subject subject, Cell cell, byte[] plaintext) {
        return withKeys(subject, (ring, path) -> ring.seal(path, identity(subject, cell), plaintext));
    }

    @Override
    public byte[] open(Subject subject, Cell cell, byte[] sealed) {
        return withKeys(subject, (ring, path) -> ring.open(path, identity(subject, cell), sealed));
    }

    @Override
    public String blindIndex(UUID subsidiaryId, String column, String value) {
        String normal = Normalizer.normalize(value.strip(), Normalizer.Form.NFKC);
        return ask(ring -> ring.blindIndex(subsidiaryKey(subsidiaryId), column, normal));
    }

    /** Whoever was at work when the person was erased may have made the ring unwrap the key once more. */
    private byte[] withKeys(Subject subject, BiFunction<KeyRing, KeyPath, byte[]> work) {
        KeyPath path = path(subject);
        try {
            return ask(ring -> work.apply(ring, path));
        } finally {
            if (subject.personId().filter(this::erased).isPresent()) {
                path.personKey().ifPresent(this::forget);
            }
        }
    }

    /** A ring whose bundle goes while it is asked is as closed as one that is not there. */
    private <T> T ask(Function<KeyRing, T> question) {
        try {
            return question.apply(keyRing.ring());
        } catch (CapabilityGoneException e) {
            KeyRingSealedException closed = new KeyRingSealedException(String.valueOf(e.getMessage()));
            closed.initCause(e);
            throw closed;
        }
    }

    private KeyPath path(Subject subject) {
        WrappedKey subsidiaryKey = subsidiaryKey(subject.subsidiaryId());
        if (subject.personId().isEmpty()) {
            return KeyPath.ofSubsidiary(subsidiaryKey);
        }
        UUID person = subject.personId().get();
        refuseErased(person);
        return KeyPath.ofPerson(subsidiaryKey, key(subject.subsidiaryId(), person));
    }

    private WrappedKey subsidiaryKey(UUID subsidiaryId) {
        return key(subsidiaryId, subsidiaryId);
    }

    private WrappedKey key(UUID subsidiaryId, UUID ownerId) {
        WrappedKey key = of(subsidiaryId).get(ownerId);
        if (key == null) {
            throw new HoldfastException(
                    VaultError.KEY_ABSENT, "There is no key for " + ownerId + ": it was never made.");
        }
        return key;
    }

    private ConcurrentMap<UUID, WrappedKey> of(UUID subsidiaryId) {
        return keys.computeIfAbsent(subsidiaryId, id -> {
            Map<UUID, WrappedKey> stored = store.of(id);
            return new ConcurrentHashMap<>(stored);
        });
    }

    private static RecordIdentity identity(Subject subject, Cell cell) {
        return new RecordIdentity(cell.table(), cell.column(), cell.rowId(), subject.id(), cell.schemaVersion());
    }
}
