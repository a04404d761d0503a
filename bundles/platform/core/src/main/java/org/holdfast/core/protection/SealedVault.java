package org.holdfast.core.protection;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.api.protection.RecordIdentity;
import org.holdfast.api.protection.TamperedRecordException;
import org.holdfast.api.protection.WrappedKey;
import org.holdfast.launcher.registry.CapabilityGoneException;
import org.holdfast.launcher.shred.ShredLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vault over a key ring and the store of wrapped keys. Wrapped keys are kept in memory; plain keys never are. A
 * rotation changes how keys are wrapped while they are in use: see {@link #whileNoKeyIsMade} and the methods after it.
 */
public final class SealedVault implements Vault {
    private static final Logger LOG = LoggerFactory.getLogger(SealedVault.class);

    private final CurrentKeyRing keyRing;
    private final WrappedKeys store;
    private final ShredLedger ledger;
    private final Consumer<RecordTampered> alarm;
    private final Function<UUID, String> suites;
    private final ConcurrentMap<UUID, SubsidiaryKeys> keys = new ConcurrentHashMap<>();
    /** Read while keys are made, written while a rotation changes what they are wrapped by. */
    private final ReadWriteLock making = new ReentrantReadWriteLock();

    /** Takes who hears of records that do not open, and of which cipher suite the first key of a subsidiary is to be. */
    SealedVault(
            CurrentKeyRing keyRing,
            WrappedKeys store,
            ShredLedger ledger,
            Consumer<RecordTampered> alarm,
            Function<UUID, String> suites) {
        this.keyRing = keyRing;
        this.store = store;
        this.ledger = ledger;
        this.alarm = alarm;
        this.suites = suites;
    }

    @Override
    public void prepare(UUID subsidiaryId, Collection<UUID> personIds) {
        making.readLock().lock();
        try {
            SubsidiaryKeys known = of(subsidiaryId);
            // One at a time per subsidiary: two imports must not make two keys for one person.
            synchronized (known) {
                if (known.own() == null) {
                    String suite = suites.apply(subsidiaryId);
                    WrappedKey own = ask(ring -> ring.newSubsidiaryKey(subsidiaryId.toString(), suite));
                    store.add(subsidiaryId, null, List.of(own));
                    known.own(own);
                }
                preparePersons(subsidiaryId, known, personIds);
            }
        } finally {
            making.readLock().unlock();
        }
    }

    private void preparePersons(UUID subsidiaryId, SubsidiaryKeys known, Collection<UUID> personIds) {
        WrappedKey own = Objects.requireNonNull(known.own());
        WrappedKey above = Objects.requireNonNull(known.wrapping());
        List<WrappedKey> fresh = new ArrayList<>();
        for (UUID person : new LinkedHashSet<>(personIds)) {
            refuseErased(person);
            if (known.of(person) == null) {
                fresh.add(ask(ring -> ring.newPersonKey(above, person.toString())));
            }
        }
        if (!fresh.isEmpty()) {
            store.add(subsidiaryId, above.id().equals(own.id()) ? null : above.id(), fresh);
            fresh.forEach(key -> known.person(above, key));
        }
    }

    @Override
    public void destroy(Subject person) {
        UUID id = person.personId().orElseThrow();
        if (!erased(id)) {
            throw new IllegalStateException("The ledger comes first: without it a backup brings the person back");
        }
        SubsidiaryKeys known = of(person.subsidiaryId());
        // A rotation is not waited for: it changes rows and paths that are there, and makes none.
        synchronized (known) {
            store.remove(id);
            known.remove(id).ifPresent(this::forget);
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
        try {
            return withKeys(subject, (ring, path) -> ring.open(path, identity(subject, cell), sealed));
        } catch (TamperedRecordException e) {
            alarm.accept(new RecordTampered(subject, cell.table() + "." + cell.column()));
            throw e;
        }
    }

    @Override
    public String blindIndex(UUID subsidiaryId, String column, String value) {
        String normal = Normalizer.normalize(value.strip(), Normalizer.Form.NFKC);
        return withKeys(
                Subject.subsidiary(subsidiaryId),
                (ring, path) -> ring.blindIndex(path.subsidiaryKey(), column, normal));
    }

    /**
     * Does something that no key may be made during, because it changes what new keys are wrapped by. What is sealed and
     * opened meanwhile does not wait.
     *
     * @param change what to do
     */
    void whileNoKeyIsMade(Runnable change) {
        making.writeLock().lock();
        try {
            change.run();
        } finally {
            making.writeLock().unlock();
        }
    }

    /** Wraps the keys of new people by another key of the subsidiary, which is stored already. */
    void wrapBy(UUID subsidiaryId, WrappedKey above) {
        change(subsidiaryId, held -> held.wrapBy(above));
    }

    /** Takes keys of people in the new wraps that were stored. */
    void rewrapped(UUID subsidiaryId, WrappedKey above, Collection<WrappedKey> persons) {
        change(subsidiaryId, held -> persons.forEach(key -> held.rewrapped(above, key)));
    }

    /** Takes a key of a subsidiary in the new wrap that was stored. */
    void rewrapped(UUID subsidiaryId, WrappedKey key) {
        change(subsidiaryId, held -> held.rewrapped(key));
    }

    /** What is just being loaded is waited for, so that nobody keeps what was read before the store changed. */
    private void change(UUID subsidiaryId, Consumer<SubsidiaryKeys> change) {
        keys.computeIfPresent(subsidiaryId, (id, held) -> {
            change.accept(held);
            return held;
        });
    }

    /** A key that was wrapped anew between looking it up and using it is looked up once more. */
    private <T> T withKeys(Subject subject, BiFunction<KeyRing, KeyPath, T> work) {
        KeyPath path = path(subject);
        try {
            return ask(ring -> work.apply(ring, path));
        } catch (TamperedRecordException e) {
            KeyPath now = path(subject);
            if (now.equals(path)) {
                throw e;
            }
            return ask(ring -> work.apply(ring, now));
        } finally {
            forgetErased(subject, path);
        }
    }

    /** Whoever was at work when the person was erased may have made the ring unwrap the key once more. */
    private void forgetErased(Subject subject, KeyPath path) {
        if (subject.personId().filter(this::erased).isPresent()) {
            path.personKey().ifPresent(this::forget);
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
        UUID owner = subject.personId().orElse(subject.subsidiaryId());
        subject.personId().ifPresent(this::refuseErased);
        KeyPath path = of(subject.subsidiaryId()).of(owner);
        if (path == null) {
            throw new HoldfastException(VaultError.KEY_ABSENT, "There is no key for " + owner + ": it was never made.");
        }
        return path;
    }

    private SubsidiaryKeys of(UUID subsidiaryId) {
        return keys.computeIfAbsent(subsidiaryId, store::of);
    }

    private static RecordIdentity identity(Subject subject, Cell cell) {
        return new RecordIdentity(cell.table(), cell.column(), cell.rowId(), subject.id(), cell.schemaVersion());
    }
}
