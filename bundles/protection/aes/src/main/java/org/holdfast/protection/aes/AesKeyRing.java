package org.holdfast.protection.aes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.CipherSuite;
import org.holdfast.api.protection.CipherSuites;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.api.protection.KeyRingState;
import org.holdfast.api.protection.KeyRingState.Status;
import org.holdfast.api.protection.ProtectionError;
import org.holdfast.api.protection.RecordIdentity;
import org.holdfast.api.protection.RootKind;
import org.holdfast.api.protection.RootToken;
import org.holdfast.api.protection.TamperedRecordException;
import org.holdfast.api.protection.TokenContent;
import org.holdfast.api.protection.WrappedKey;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Seals records under keys of persons, below keys of subsidiaries, below a root key in a file that a passphrase opens, or
 * in a PKCS#11 token. By AES-256-GCM; below a subsidiary's key of another cipher suite, by that suite, which another bundle
 * offers.
 *
 * <p>Safe for use from many threads. A call that is under way while the ring is locked may still finish.
 */
@Component(service = KeyRing.class, immediate = true)
public final class AesKeyRing implements KeyRing {
    private static final int CACHED_PERSONS = 100_000;
    private static final int FINGERPRINT_BYTES = 12;

    private static final KeyRingState OPEN = new KeyRingState(Status.OPEN, "");
    private static final Standing LOST = new Standing(new KeyRingState(Status.ABSENT, Hierarchy.TOKEN_LOST), null);

    private final FieldSealer sealer = new FieldSealer();
    private final Suites suites = new Suites();
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
        return CipherSuite.STANDARD;
    }

    @Override
    public KeyRingState state() {
        return current().state;
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
        } catch (IOException e) {
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
            open(RootKeyFile.load(file, passphrase));
        } catch (UnreadableRoot e) {
            standing = new Standing(e.state(), null);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
        return standing.state;
    }

    @Override
    public synchronized KeyRingState unlockNext(Path file, char[] passphrase) {
        try {
            hierarchy().add(RootKeyFile.load(file, passphrase));
            return standing.state;
        } catch (UnreadableRoot e) {
            return e.state();
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    @Override
    public synchronized TokenContent look(RootToken token, char[] pin) {
        try {
            Pkcs11Token opened = Pkcs11Token.open(token, pin);
            TokenContent content = new TokenContent(OPEN, opened.roots());
            leave(opened);
            return content;
        } catch (UnreadableRoot e) {
            return new TokenContent(e.state(), List.of());
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    @Override
    public synchronized String createIn(RootToken token, char[] pin) {
        try {
            Pkcs11Token opened = Pkcs11Token.open(token, pin);
            String identity = opened.create();
            leave(opened);
            return identity;
        } catch (UnreadableRoot e) {
            throw new HoldfastException(
                    ProtectionError.TOKEN_KEY_NOT_CREATED,
                    "The root key was not made in the token. " + e.state().reason(),
                    e);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /** A log-out is the whole process's: it would take the token from the ring, too. */
    private void leave(Pkcs11Token token) {
        Hierarchy open = standing.hierarchy;
        if (open == null || !open.usesToken()) {
            Pkcs11Token.leave(token.provider());
        }
    }

    @Override
    public synchronized KeyRingState unlock(RootToken token, String root, char[] pin) {
        try {
            open(Pkcs11Token.open(token, pin).key(root));
        } catch (UnreadableRoot e) {
            standing = new Standing(e.state(), null);
        } finally {
            Arrays.fill(pin, '\0');
        }
        return standing.state;
    }

    @Override
    public synchronized KeyRingState unlockNext(RootToken token, String root, char[] pin) {
        try {
            hierarchy().add(Pkcs11Token.open(token, pin).key(root));
            return standing.state;
        } catch (UnreadableRoot e) {
            return e.state();
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    @Override
    public Optional<RootKind> kindOf(String root) {
        Hierarchy open = current().hierarchy;
        return open == null ? Optional.empty() : open.kindOf(root);
    }

    @Override
    public void forgetFormer() {
        hierarchy().forgetFormer();
    }

    @Override
    public List<String> roots() {
        Hierarchy open = current().hierarchy;
        return open == null ? List.of() : open.roots();
    }

    @Override
    public Optional<String> rootOf(WrappedKey subsidiaryKey) {
        return hierarchy().rootOf(subsidiaryKey);
    }

    @Override
    @Deactivate
    public synchronized void lock() {
        Hierarchy open = standing.hierarchy;
        if (open != null) {
            open.leaveTokens();
            standing = new Standing(
                    new KeyRingState(Status.LOCKED, "The key ring was locked. Unlock it with its passphrase."), null);
        }
    }

    @Override
    public WrappedKey newSubsidiaryKey(String subsidiaryId) {
        return hierarchy().newSubsidiaryKey(subsidiaryId, CipherSuite.STANDARD);
    }

    @Override
    public WrappedKey newSubsidiaryKey(String subsidiaryId, String suite) {
        return hierarchy().newSubsidiaryKey(subsidiaryId, suite);
    }

    @Override
    public void suites(CipherSuites others) {
        suites.from(others);
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
        SealingKey key = hierarchy().sealingKey(keys);
        return sealer.seal(key, AssociatedData.ofRecord(key.suite(), identity), plaintext);
    }

    @Override
    public byte[] open(KeyPath keys, RecordIdentity identity, byte[] sealed) {
        SealingKey key = hierarchy().sealingKey(keys);
        try {
            return sealer.open(key, AssociatedData.ofRecord(key.suite(), identity), sealed);
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
        byte[] fingerprint =
                hierarchy().subsidiary(subsidiaryKey).fingerprint(column, value.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(fingerprint, 0, FINGERPRINT_BYTES);
    }

    private void open(RootKey root) {
        Hierarchy hierarchy = new Hierarchy(root, sealer, suites, cachedPersons);
        standing = new Standing(OPEN, hierarchy);
    }

    /** A ring whose token has gone is closed, though keys that are in use already could go on without it. */
    private Standing current() {
        Standing now = standing;
        return now.hierarchy != null && now.hierarchy.lost() ? LOST : now;
    }

    private Hierarchy hierarchy() {
        Standing now = current();
        if (now.hierarchy == null) {
            throw new KeyRingSealedException(now.state.reason());
        }
        return now.hierarchy;
    }

    /** State and keys change together, in one write. */
    private record Standing(KeyRingState state, @Nullable Hierarchy hierarchy) {}
}
