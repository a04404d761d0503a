package org.holdfast.launcher.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.holdfast.api.protection.KeyRingState;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;

/**
 * Where the root key and its passphrase lie, and where their successors lie while a rotation replaces them:
 * {@code FILE.next} beside {@code FILE}. What is replaced stays as {@code FILE.ID.former}, for backups made before.
 */
final class RootKeyFiles {
    private static final String NEXT = ".next";
    private static final int SHORT_ID = 8;

    private final Configuration configuration;

    RootKeyFiles(Configuration configuration) {
        this.configuration = configuration;
    }

    Path key() {
        return RootKey.file(configuration);
    }

    Path nextKey() {
        return beside(key(), NEXT);
    }

    Path passphrase() {
        return RootKey.passphraseFile(configuration);
    }

    Path nextPassphrase() {
        return beside(passphrase(), NEXT);
    }

    /** Returns what a new key file is protected by: the passphrase laid beside the present one, or else that. */
    Optional<char[]> passphraseOfNext() {
        List<char[]> all = passphrases();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Returns the passphrases that may open a key file, the present one first; a successor only where one lies there. */
    List<char[]> passphrases() {
        List<char[]> found = new ArrayList<>();
        for (Path file : List.of(passphrase(), nextPassphrase())) {
            read(file, found);
        }
        return found;
    }

    private static void read(Path file, List<char[]> found) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .map(String::toCharArray)
                    .ifPresent(found::add);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.passphraseFile", file);
        }
    }

    /**
     * Tries each passphrase until one opens.
     *
     * @return the state after the one that opened, else after the last one
     */
    KeyRingState open(Function<char[], KeyRingState> unlock) {
        KeyRingState state = new KeyRingState(KeyRingState.Status.LOCKED, "There is no passphrase.");
        for (char[] passphrase : passphrases()) {
            state = unlock.apply(passphrase);
            if (state.status() != KeyRingState.Status.LOCKED) {
                return state;
            }
        }
        return state;
    }

    /**
     * Puts the next key file in the place of the present one. Whoever is killed at any moment of this finds a key file
     * that opens, and goes on by calling it again.
     *
     * @param former identity of the root key that is replaced
     */
    void putNextKey(String former) throws IOException {
        replace(nextKey(), key(), former);
    }

    /**
     * Puts the present key file away, because the root key in its place is no file. Whoever is killed at any moment of this
     * goes on by calling it again.
     *
     * @param former identity of the root key that is replaced
     */
    void putKeyAway(String former) throws IOException {
        if (Files.exists(key())) {
            Files.move(key(), kept(key(), former), StandardCopyOption.ATOMIC_MOVE);
            forceFolder(key());
        }
    }

    /** Tells whether the file of a former root key was put away, and none has come in its place. */
    boolean isPutAway(String former) {
        return !Files.exists(key()) && Files.exists(kept(key(), former));
    }

    /** Puts the next passphrase in the place of the present one, where one lies there. */
    void putNextPassphrase(String former) throws IOException {
        replace(nextPassphrase(), passphrase(), former);
    }

    /** Writes a key file that was kept elsewhere, readable by its owner alone; it appears only once it is whole. */
    void putKey(byte[] content) throws IOException {
        Path part = beside(key(), ".part");
        DataDirectory.writePrivate(part, "");
        Files.write(part, content);
        force(part, StandardOpenOption.WRITE);
        Files.move(part, key(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void replace(Path next, Path present, String former) throws IOException {
        if (!Files.exists(next)) {
            return;
        }
        Path kept = kept(present, former);
        if (Files.exists(present) && !Files.exists(kept)) {
            // By way of another name, so that a kill leaves no half of a copy.
            Path part = beside(kept, ".part");
            Files.copy(present, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            force(part, StandardOpenOption.WRITE);
            Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(next, present, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(present);
    }

    private static Path kept(Path present, String former) {
        return beside(present, "." + former.substring(0, Math.min(SHORT_ID, former.length())) + ".former");
    }

    private static void forceFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            force(folder, StandardOpenOption.READ);
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
