package org.holdfast.launcher.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder a server keeps its data in, held by one process at a time. */
public final class DataDirectory implements AutoCloseable {
    /** Least space on its disk with which a server starts, in bytes. */
    public static final long LEAST_FREE_BYTES = 64L << 20;

    private static final String RESTORING = "restore-unfinished";

    private final Path path;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;

    /**
     * Names a data directory without touching it.
     *
     * @param path the folder
     */
    public DataDirectory(Path path) {
        this.path = path;
    }

    /**
     * Returns the folder.
     *
     * @return an absolute path
     */
    public Path path() {
        return path;
    }

    /**
     * Returns the folder for what lives only as long as the process.
     *
     * @return a path under the folder
     */
    public Path run() {
        return path.resolve("run");
    }

    /**
     * Creates the folder where needed and locks it for this process.
     *
     * @throws StartFailure where it cannot be written, is full, or another process holds it
     */
    public void lock() {
        try {
            createPrivate(path);
            createPrivate(path.resolve("keys"));
            createPrivate(run());
            Files.createDirectories(path.resolve("logs"));
            FileStore store = Files.getFileStore(path);
            if (store.getUsableSpace() < LEAST_FREE_BYTES) {
                throw new StartFailure("failure.diskFull", path);
            }
            channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        } catch (IOException e) {
            throw new StartFailure(e, "failure.dataDirectory", path);
        }
        if (lock == null) {
            throw new StartFailure("failure.dataDirectoryUsed", path);
        }
    }

    /**
     * Tells whether a process holds a data directory, without holding it.
     *
     * @param path the folder
     * @return true where some process has locked it
     * @throws IOException where that cannot be found out
     */
    public static boolean isLocked(Path path) throws IOException {
        Path file = path.resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /**
     * Tells whether a backup was being put back into a data directory, and that has not ended.
     *
     * @param path the folder
     * @return true where no server may start on it
     */
    public static boolean isHalfRestored(Path path) {
        return Files.exists(path.resolve(RESTORING));
    }

    /**
     * Remembers that a backup is being put back: until {@link #markRestored} no server starts here.
     *
     * @throws IOException where that cannot be written
     */
    public void markRestoring() throws IOException {
        writePrivate(path.resolve(RESTORING), "");
    }

    /**
     * Forgets that a backup was being put back.
     *
     * @throws IOException where that cannot be written
     */
    public void markRestored() throws IOException {
        Files.deleteIfExists(path.resolve(RESTORING));
    }

    /**
     * Returns the file whose appearance asks the running server to stop. It lies where only the server's account writes.
     *
     * @param path the folder
     * @return the file
     */
    public static Path stopRequest(Path path) {
        return path.resolve("run").resolve("stop");
    }

    /**
     * Creates a folder that only its owner may look into.
     *
     * @param folder the folder; where it exists, its rights are set
     * @throws IOException where it cannot be created
     */
    public static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /**
     * Writes a file that only its owner may read.
     *
     * @param file the file
     * @param content its content
     * @throws IOException where it cannot be written
     */
    public static void writePrivate(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
        }
        Files.writeString(file, content);
    }

    /**
     * Deletes a folder with all that is in it.
     *
     * @param folder the folder; nothing happens where it does not exist
     * @throws IOException where something cannot be deleted
     */
    public static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * Copies a folder with all that is in it.
     *
     * @param from the folder
     * @param to where to; must not exist
     * @throws IOException where something cannot be copied
     */
    public static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.release();
            }
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new StartFailure(e, "failure.lockRelease", path);
        }
    }
}
