package org.holdfast.protection.aes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.api.protection.KeyRingState;
import org.holdfast.api.protection.KeyRingState.Status;
import org.holdfast.api.protection.ProtectionError;
import org.holdfast.api.protection.RecordIdentity;
import org.holdfast.api.protection.TamperedRecordException;
import org.holdfast.api.protection.WrappedKey;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Seals records with AES-256-GCM under keys of persons, below keys of subsidiaries, below a root key in a PKCS#12 file.
 *
 * <p>Safe for use from many threads. A call that is under way while the ring is locked may still finish.
 */
@Component(service = KeyRing.class, immediate = true)
public final class AesKeyRing implements KeyRing {
    private static final int CACHED_PERSONS = 100_000;
    private static final int FINGERPRINT_BYTES = 12;

    private final FieldSealer sealer = new FieldSealer();
    private final KeyDerivation derivation = new KeyDerivation();
    private final RootKeyFile rootKeyFile = new RootKeyFile();
    private final int cachedPersons;
    private volatile Standing standing =
            new Standing(new KeyRingState(Status.ABSENT, "No root key file has been opened yet."), null);

    /** Creates a ring without a root key. */
    public AesKeyRing() {
        this(CACHED_PERSONS);
    }

    AesKeyRing(int cachedPersons) {
        this.cachedPersons = cachedPersons;
    }

    @Override
    public String suite() {
        return "AES-256-GCM";
    }

    @Override
    public KeyRingState state() {
        return standing.state;
    }

    @Override
    public synchronized String create(Path file, char[] passphrase) {
        RootKey root = written(file, passphrase);
        open(root);
        return root.identity();
    }

    @Override
    public synchronized String createNext(Path file, char[] passphrase) {
        // Asked first: a ring that is not open must not leave a key file behind.
        Hierarchy open = hierarchy();
        RootKey root = written(file, passphrase);
        open.add(root);
        return root.identity();
    }

    private RootKey written(Path file, char[] passphrase) {
        try {
            if (passphrase.length == 0) {
                throw new HoldfastException(
                        ProtectionError.KEY_FILE_NOT_CREATED,
                        "The root key file was not created: the passphrase is empty. Give one.");
            }
            return rootKeyFile.create(file, passphrase);
        } catch (FileAlreadyExistsException e) {
            throw new HoldfastException(
                    ProtectionError.KEY_FILE_NOT_CREATED,
                    "The root key file was not created: there is one already. Unlock it, or choose another place.",
                    e);
        } catch (IOException | GeneralSecurityException e) {
            throw new HoldfastException(
                    ProtectionError.KEY_FILE_NOT_CREATED,
                    "The root key file could not be written. Check the folder's owner, permissions and free space.",
                    e);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    @Override
    public synchronized KeyRingState unlock(Path file, char[] passphrase) {
        try {
            open(rootKeyFile.load(file, passphrase));
        } catch (RootKeyFile.UnreadableKeyFile e) {
            standing = new Standing(new KeyRingState(e.status(), e.reason()), null);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
        return standing.state;
    }

    @Override
    public synchronized KeyRingState unlockNext(Path file, char[] passphrase) {
        try {
            hierarchy().add(rootKeyFile.load(file, passphrase));
            return standing.state;
        } catch (RootKeyFile.UnreadableKeyFile e) {
            return new KeyRingState(e.status(), e.reason());
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    @Override
    public void forgetFormer() {
        hierarchy().forgetFormer();
    }

    @Override
    public List<String> roots() {
        Hierarchy open = standing.hierarchy;
        return open == null ? List.of() : open.roots();
    }

    @Override
    public Optional<String> rootOf(WrappedKey subsidiaryKey) {
        return hierarchy().rootOf(subsidiaryKey);
    }

    @Override
    @Deactivate
    public synchronized void lock() {
        if (standing.hierarchy != null) {
            standing = new Standing(
                    new KeyRingState(Status.LOCKED, "The key ring was locked. Unlock it with its passphrase."), null);
        }
    }

    @Override
    public WrappedKey newSubsidiaryKey(String subsidiaryId) {
        return hierarchy().newSubsidiaryKey(subsidiaryId);
    }

    @Override
    public WrappedKey newPersonKey(WrappedKey subsidiaryKey, String personId) {
        return hierarchy().newPersonKey(subsidiaryKey, personId);
    }

    @Override
    public WrappedKey rewrapSubsidiaryKey(WrappedKey subsidiaryKey) {
        return hierarchy().rewrapSubsidiaryKey(subsidiaryKey);
    }

    @Override
    public WrappedKey rewrapPersonKey(WrappedKey from, WrappedKey to, WrappedKey personKey) {
        return hierarchy().rewrapPersonKey(from, to, personKey);
    }

    @Override
    public void forget(WrappedKey personKey) {
        hierarchy().forget(personKey);
    }

    @Override
    public byte[] seal(KeyPath keys, RecordIdentity identity, byte[] plaintext) {
        return sealer.seal(hierarchy().sealingKey(keys), AssociatedData.ofRecord(identity), plaintext);
    }

    @Override
    public byte[] open(KeyPath keys, RecordIdentity identity, byte[] sealed) {
        SealingKey key = hierarchy().sealingKey(keys);
        try {
            return sealer.open(key, AssociatedData.ofRecord(identity), sealed);
        } catch (AEADBadTagException e) {
            TamperedRecordException refused =
                    new TamperedRecordException("The sealed record " + identity.table() + "." + identity.column()
                            + " of row " + identity.rowId() + " does not open: it was altered, cut, moved from "
                            + "another record, or sealed by another key. Restore it from a backup.");
            refused.initCause(e);
            throw refused;
        }
    }

    @Override
    public String blindIndex(WrappedKey subsidiaryKey, String column, String value) {
        UnwrappedKey key = hierarchy().subsidiary(subsidiaryKey);
        byte[] fingerprint =
                derivation.fingerprint(key.indexKey(column, derivation), value.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(fingerprint, 0, FINGERPRINT_BYTES);
    }

    private void open(RootKey root) {
        Hierarchy hierarchy = new Hierarchy(root, sealer, derivation, cachedPersons);
        standing = new Standing(new KeyRingState(Status.OPEN, ""), hierarchy);
    }

    private Hierarchy hierarchy() {
        Standing now = standing;
        if (now.hierarchy == null) {
            throw new KeyRingSealedException(now.state.reason());
        }
        return now.hierarchy;
    }

    /** State and keys change together, in one write. */
    private record Standing(KeyRingState state, @Nullable Hierarchy hierarchy) {}
}
