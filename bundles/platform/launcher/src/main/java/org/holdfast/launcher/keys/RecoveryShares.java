package org.holdfast.launcher.keys;

import com.codahale.shamir.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.start.CommandAudit;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;

/**
 * Splits the root key and its passphrase among several people, so that some of them together can bring it back and fewer
 * learn nothing (Shamir, How to Share a Secret, 1979). Works on a stopped server and is audited there.
 */
public final class RecoveryShares {
    /** Most shares of one set. */
    public static final int MOST = 20;

    private final Configuration configuration;
    private final Clock clock;
    private final Function<Configuration, Optional<String>> opened;
    private final RootKeyFiles files;
    private final SecureRandom random = new SecureRandom();

    /**
     * Names the installation.
     *
     * @param configuration the settings
     * @param clock the time, for the audit log
     * @param opened opens the root key by its files and tells its identity; empty where it does not open
     */
    public RecoveryShares(Configuration configuration, Clock clock, Function<Configuration, Optional<String>> opened) {
        this.configuration = configuration;
        this.clock = clock;
        this.opened = opened;
        this.files = new RootKeyFiles(configuration);
    }

    /**
     * Writes the shares of the present root key into a folder, readable by their owner alone.
     *
     * @param of how many, 2 to {@link #MOST}
     * @param needed how many of them bring the key back, 2 to {@code of}
     * @param folder where to write them; made where it is not there
     * @return their files
     * @throws StartFailure where the key does not open, is just being replaced, the server runs, or a file is there already
     */
    public List<Path> make(int of, int needed, Path folder) {
        if (of < 2 || of > MOST || needed < 2 || needed > of) {
            throw new StartFailure("failure.shareCounts", MOST);
        }
        if (inToken()) {
            throw new StartFailure("failure.shareToken");
        }
        if (Files.exists(files.nextKey())) {
            throw new StartFailure("failure.shareRotation", files.nextKey());
        }
        String root = identity();
        List<RecoveryShare> shares = split(root, of, needed);
        Map<String, String> details = Map.of(
                "set", shares.get(0).set(),
                "root", root,
                "of", Integer.toString(of),
                "needed", Integer.toString(needed));
        return audited("key.shared", details, () -> written(shares, folder));
    }

    /**
     * Puts the root key file and its passphrase back from shares. What is there already is left as it is, and has to be the
     * same.
     *
     * @param shares files of shares of one set, as many as are needed or more
     * @return identity of the root key
     * @throws StartFailure where they do not fit each other, another key or passphrase is there, or the server runs
     */
    public String recover(List<Path> shares) {
        Map<Integer, RecoveryShare> known = read(shares);
        RecoveryShare any = known.values().iterator().next();
        RootKeyCopy copy = joined(known).orElseThrow(() -> new StartFailure("failure.sharesUnfit"));
        Map<String, String> details =
                Map.of("set", any.set(), "root", any.root(), "shares", Integer.toString(known.size()));
        return audited("key.recovered", details, () -> {
            putBack(copy);
            return identity();
        });
    }

    private boolean inToken() {
        try {
            return new StoppedKeys(configuration).rootIsInToken();
        } catch (StartFailure e) {
            // A running server has the store open: that it runs is said where its directory is taken.
            return false;
        }
    }

    private String identity() {
        return opened.apply(configuration)
                .orElseThrow(() -> new StartFailure(
                        "failure.shareKeyUnfit", RootKey.file(configuration), RootKey.passphraseFile(configuration)));
    }

    private List<RecoveryShare> split(String root, int of, int needed) {
        RootKeyCopy copy = new RootKeyCopy(present(files.key()), passphrase());
        String set = UUID.randomUUID().toString();
        List<RecoveryShare> shares = new ArrayList<>();
        new Scheme(random, of, needed)
                .split(copy.bytes())
                .forEach((number, part) -> shares.add(new RecoveryShare(
                        set, root, number, of, needed, Base64.getEncoder().encodeToString(part))));
        return shares;
    }

    private String passphrase() {
        return files.passphrases().stream()
                .findFirst()
                .map(String::new)
                .orElseThrow(() -> new StartFailure("sealed.passphraseAbsent", files.passphrase()));
    }

    private static byte[] present(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.shareKeyRead", file);
        }
    }

    private static List<Path> written(List<RecoveryShare> shares, Path folder) {
        List<Path> written = new ArrayList<>();
        for (RecoveryShare share : shares) {
            Path file = folder.resolve("share-" + share.number() + "-of-" + share.of() + ".txt");
            try {
                Files.createDirectories(folder);
                if (Files.exists(file)) {
                    throw new StartFailure("failure.shareThere", file);
                }
                DataDirectory.writePrivate(file, share.text());
            } catch (IOException e) {
                throw new StartFailure(e, "failure.shareWrite", file);
            }
            written.add(file);
        }
        return written;
    }

    /** Reads shares by their numbers; the same one twice counts once. */
    private static Map<Integer, RecoveryShare> read(List<Path> files) {
        Map<Integer, RecoveryShare> shares = new TreeMap<>();
        for (Path file : files) {
            RecoveryShare share = RecoveryShare.read(file);
            RecoveryShare first =
                    shares.isEmpty() ? share : shares.values().iterator().next();
            if (!share.set().equals(first.set())) {
                throw new StartFailure("failure.sharesOfTwoSets", file);
            }
            shares.put(share.number(), share);
        }
        int needed = shares.values().iterator().next().needed();
        if (shares.size() < needed) {
            throw new StartFailure("failure.sharesTooFew", shares.size(), needed);
        }
        return shares;
    }

    private Optional<RootKeyCopy> joined(Map<Integer, RecoveryShare> shares) {
        RecoveryShare any = shares.values().iterator().next();
        Map<Integer, byte[]> parts = new HashMap<>();
        shares.forEach((number, share) -> parts.put(number, share.bytes()));
        try {
            return RootKeyCopy.of(new Scheme(random, any.of(), any.needed()).join(parts));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void putBack(RootKeyCopy copy) {
        Path key = files.key();
        Path passphrase = files.passphrase();
        List<char[]> there = files.passphrases();
        if (Files.exists(key) && !Arrays.equals(present(key), copy.file())) {
            throw new StartFailure("failure.shareOther", key);
        }
        if (!there.isEmpty() && !copy.passphrase().equals(new String(there.get(0)))) {
            throw new StartFailure("failure.shareOther", passphrase);
        }
        try {
            if (there.isEmpty()) {
                createFolder(passphrase);
                DataDirectory.writePrivate(passphrase, copy.passphrase() + System.lineSeparator());
            }
            if (!Files.exists(key)) {
                createFolder(key);
                files.putKey(copy.file());
            }
        } catch (IOException e) {
            throw new StartFailure(e, "failure.shareWrite", key);
        }
    }

    /** A folder that is there keeps its rights: it may be one of the system's. */
    private static void createFolder(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
            DataDirectory.createPrivate(folder);
        }
    }

    private <T> T audited(String action, Map<String, String> details, Supplier<T> work) {
        if (!Files.isDirectory(configuration.dataDirectory())) {
            throw new StartFailure("failure.noInstallation", configuration.dataDirectory());
        }
        try (DataDirectory data = new DataDirectory(configuration.dataDirectory())) {
            data.lock();
            try (CommandAudit audit = CommandAudit.begin(data, clock, action, details)) {
                boolean done = false;
                try {
                    T result = work.get();
                    audit.done(details);
                    done = true;
                    return result;
                } finally {
                    if (!done) {
                        audit.failed();
                    }
                }
            }
        }
    }
}
