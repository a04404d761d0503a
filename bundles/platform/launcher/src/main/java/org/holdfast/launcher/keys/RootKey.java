package org.holdfast.launcher.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingState;
import org.holdfast.api.protection.RootKind;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.config.SuiteSettings;
import org.holdfast.launcher.keys.KeyRotation.Succession;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The root key of a server: created at the first start, in a file or in a token, unlocked at each further one. A damaged key
 * file ends the start; an absent, locked or foreign file or token lets the server come up sealed.
 */
public final class RootKey {
    private static final Logger LOG = LoggerFactory.getLogger(RootKey.class);
    private static final int PASSPHRASE_BYTES = 32;

    private final Configuration configuration;
    private final RootKeyFiles files;
    private final TokenRoots token;
    private final RootKeyRecord record;
    private final DataSource store;

    /**
     * Names where the key is.
     *
     * @param configuration the settings
     * @param store the store of wrapped keys, which remembers whether a root key was ever made
     * @param clock the server's clock
     */
    public RootKey(Configuration configuration, DataSource store, Clock clock) {
        this.configuration = configuration;
        this.files = new RootKeyFiles(configuration);
        this.token = new TokenRoots(configuration);
        this.record = new RootKeyRecord(store, clock);
        this.store = store;
    }

    /**
     * Opens the key ring.
     *
     * @param registry where the key ring is found
     * @return why the server is sealed, or empty where the ring is open
     * @throws StartFailure where the key file is damaged, or a new key cannot be made
     */
    public Optional<Message> unlock(CapabilityRegistry registry) {
        List<Provided<KeyRing>> rings = registry.all(KeyRing.class);
        if (rings.isEmpty()) {
            return Optional.of(Message.of("sealed.noKeyRing"));
        }
        KeyRing ring = rings.get(0).service();
        InstalledSuites suites = new InstalledSuites(registry);
        ring.suites(suites);
        Optional<Message> sealed = opened(ring);
        if (sealed.isPresent()) {
            // A ring that opens half of the keys would write what the other half cannot follow.
            ring.lock();
        }
        return sealed.or(() -> missing(suites));
    }

    /** The ring stays open meanwhile: a suite that comes back needs no passphrase. */
    private Optional<Message> missing(InstalledSuites suites) {
        try {
            return suites.missing(StoredSuites.needed(store, SuiteSettings.of(configuration)))
                    .map(InstalledSuites.Missing::sentence);
        } catch (SQLException e) {
            throw new StartFailure(e, "failure.keyStoreRead");
        }
    }

    /** The store says where the present root key is; the settings say where the first one is made. */
    private Optional<Message> opened(KeyRing ring) {
        Map<String, String> known = record.known();
        boolean tokenWanted = token.access().wanted();
        if (known.isEmpty() && tokenWanted) {
            return token.usable(ring).or(() -> firstInToken(ring));
        }
        Succession succession = record.replacing()
                .map(KeyRotation::succession)
                .filter(replaced -> replaced.successor() != null)
                .orElse(new Succession(known.keySet().stream().findFirst().orElse(null), null));
        String present = succession.former();
        Optional<Message> first = present != null && inToken(known, present)
                ? token.unlock(ring, present)
                : openedFile(ring, known, succession);
        return first.or(() -> successor(ring, known, succession));
    }

    private static boolean inToken(Map<String, String> known, String root) {
        return RootKind.PKCS11.code().equals(known.get(root));
    }

    private Optional<Message> firstInToken(KeyRing ring) {
        try {
            String root = token.create(ring);
            record.remember(root, RootKind.PKCS11);
            return token.unlock(ring, root);
        } catch (HoldfastException e) {
            throw new StartFailure(e, "failure.tokenKey", String.valueOf(e.getMessage()));
        }
    }

    private Optional<Message> successor(KeyRing ring, Map<String, String> known, Succession succession) {
        String next = succession.successor();
        if (next != null && inToken(known, next)) {
            return ring.roots().contains(next) ? Optional.empty() : token.unlockNext(ring, next);
        }
        String present = succession.former();
        return next == null && present != null && inToken(known, present) ? Optional.empty() : successorInFile(ring);
    }

    private Optional<Message> openedFile(KeyRing ring, Map<String, String> known, Succession succession) {
        String former = succession.former();
        String next = succession.successor();
        if (former != null && next != null && inToken(known, next) && files.isPutAway(former)) {
            // Killed between putting the former file away, which nothing hangs below any more, and saying so.
            return token.unlock(ring, next);
        }
        if (!Files.exists(file())) {
            if (!known.isEmpty()) {
                return Optional.of(Message.of("sealed.keyFileAbsent", file().getFileName()));
            }
            remember(ring, ring.create(file(), newPassphrase()));
            return Optional.empty();
        }
        if (files.passphrases().isEmpty()) {
            return Optional.of(Message.of("sealed.passphraseAbsent", passphraseFile()));
        }
        KeyRingState state = files.open(passphrase -> ring.unlock(file(), passphrase));
        return state.status() == KeyRingState.Status.OPEN ? fitting(ring, known.keySet()) : refused(state, file());
    }

    private void remember(KeyRing ring, String root) {
        record.remember(root, ring.kindOf(root).orElse(RootKind.PKCS12));
    }

    /** Tells whether the key file is one that the keys in the store are wrapped by. */
    private Optional<Message> fitting(KeyRing ring, Set<String> known) {
        if (known.isEmpty()) {
            // The server was killed after it had written its first key file and before it could remember that.
            ring.roots().forEach(root -> remember(ring, root));
            return Optional.empty();
        }
        return ring.roots().stream().anyMatch(known::contains)
                ? Optional.empty()
                : Optional.of(Message.of("sealed.keyFileForeign", file().getFileName(), String.join(", ", known)));
    }

    /** Opens the root key that is about to take this one's place, where a rotation has not come to its end. */
    private Optional<Message> successorInFile(KeyRing ring) {
        Optional<KeyRotation> replacing = record.replacing();
        if (replacing.isEmpty()) {
            return Optional.empty();
        }
        String successor = replacing.get().succession().successor();
        Path next = files.nextKey();
        // After it was put in its place, and where the former one was in a token, it is the only file.
        Path there = Files.exists(next) || successor == null ? next : file();
        boolean open = successor != null && ring.roots().contains(successor);
        if (!open && Files.exists(there)) {
            KeyRingState state = files.open(passphrase -> ring.unlockNext(there, passphrase));
            if (state.status() != KeyRingState.Status.OPEN) {
                return refused(state, there);
            }
        }
        return successor == null || ring.roots().contains(successor)
                ? Optional.empty()
                : Optional.of(Message.of("sealed.nextKeyFileAbsent", next.getFileName()));
    }

    private Optional<Message> refused(KeyRingState state, Path file) {
        LOG.warn("A root key file was not opened: {}", state.reason());
        return switch (state.status()) {
            case OPEN -> Optional.empty();
            case DAMAGED -> throw new StartFailure("failure.keyFileDamaged", file);
            case ABSENT -> Optional.of(Message.of("sealed.keyFileAbsent", file.getFileName()));
            case LOCKED -> Optional.of(Message.of("sealed.passphraseWrong", passphraseFile()));
        };
    }

    /** Returns the files that a change of which is worth another try. */
    List<Path> watched() {
        return List.of(
                files.key(),
                files.passphrase(),
                files.nextKey(),
                files.nextPassphrase(),
                token.access().pinFile());
    }

    /** Tells whether another try is worth it though no file has changed: because a token may have come back. */
    boolean mayComeBack() {
        return token.comesBack();
    }

    /** Returns where this root key is. */
    Path file() {
        return file(configuration);
    }

    /** Returns where the passphrase of this root key is. */
    Path passphraseFile() {
        return passphraseFile(configuration);
    }

    /**
     * Returns where the root key is.
     *
     * @param configuration the settings
     * @return its file, which need not exist
     */
    public static Path file(Configuration configuration) {
        return configuration
                .path(Setting.KEY_FILE)
                .orElse(configuration.dataDirectory().resolve("keys").resolve("root.p12"));
    }

    /**
     * Returns where the passphrase of the root key is.
     *
     * @param configuration the settings
     * @return its file, which need not exist
     */
    public static Path passphraseFile(Configuration configuration) {
        return configuration
                .path(Setting.KEY_PASSPHRASE_FILE)
                .orElse(configuration.dataDirectory().resolve("keys").resolve("passphrase"));
    }

    /**
     * Opens a ring by the root key file and the passphrase that fits it, and changes nothing else.
     *
     * @param configuration the settings
     * @param ring the ring
     * @return its state afterwards; never throws for a bad file or passphrase
     * @throws StartFailure where a passphrase file is there but cannot be read
     */
    public static KeyRingState open(Configuration configuration, KeyRing ring) {
        return new RootKeyFiles(configuration).open(passphrase -> ring.unlock(file(configuration), passphrase));
    }

    private char[] newPassphrase() {
        List<char[]> given = files.passphrases();
        if (!given.isEmpty()) {
            return given.get(0);
        }
        byte[] random = new byte[PASSPHRASE_BYTES];
        new SecureRandom().nextBytes(random);
        String passphrase = HexFormat.of().formatHex(random);
        try {
            DataDirectory.writePrivate(passphraseFile(configuration), passphrase + System.lineSeparator());
        } catch (IOException e) {
            throw new StartFailure(e, "failure.passphraseFileWrite", passphraseFile(configuration));
        }
        return passphrase.toCharArray();
    }
}
