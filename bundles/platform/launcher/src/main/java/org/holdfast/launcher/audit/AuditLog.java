package org.holdfast.launcher.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The append-only log. An entry is on the disk, forced, when {@link #append} returns, and a caller that gets an exception
 * must not do what it wanted to have audited. Callers that come at the same time share one write and one force. Safe for use
 * from many threads; one process at a time (the data directory's lock sees to that).
 */
public final class AuditLog implements AutoCloseable {
    /** After so many entries a checkpoint is written even if the timer has not asked for one. */
    static final int CHECKPOINT_EVERY = 1_000;

    private static final long FILE_SIZE = 64L * 1024 * 1024;

    private final AuditFiles files;
    private final String origin;
    private final Clock clock;
    private final MerkleFrontier tree;
    private final List<byte[]> unsigned;
    private final Queue<Pending> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private FileChannel out;
    private volatile @Nullable CheckpointSigner signer;
    private @Nullable IOException broken;
    private long groups;

    private AuditLog(AuditFiles files, String origin, Clock clock, AuditRecovery.Found found) throws IOException {
        this.files = files;
        this.origin = origin;
        this.clock = clock;
        this.tree = found.tree();
        this.unsigned = new ArrayList<>(found.unsigned());
        this.out = FileChannel.open(found.file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        out.truncate(found.length());
        out.position(found.length());
    }

    /**
     * Opens a log, or begins one. What was cut off while being written, and so was never acknowledged, is cut away.
     *
     * @param folder where it lies
     * @param origin its name, in every checkpoint
     * @param clock the time
     * @return the log
     * @throws AuditFailure where it cannot be read, or holds less than its last checkpoint says
     */
    public static AuditLog open(Path folder, String origin, Clock clock) {
        AuditFiles files = new AuditFiles(folder);
        try {
            Files.createDirectories(files.keys());
            return new AuditLog(files, origin, clock, AuditRecovery.of(files));
        } catch (IOException e) {
            throw new AuditFailure("The audit log cannot be opened", e);
        }
    }

    /** One caller's event on its way to the disk. */
    private static final class Pending {
        private final AuditEvent event;
        private final Thread caller = Thread.currentThread();
        private volatile long index = -1;
        private volatile @Nullable IOException failure;

        private Pending(AuditEvent event) {
            this.event = event;
        }

        private boolean open() {
            return index < 0 && failure == null;
        }
    }

    /**
     * Says who signs from now on. Entries before that are covered by the first checkpoint it signs.
     *
     * @param signer signs, or null for nobody
     */
    public void signWith(@Nullable CheckpointSigner signer) {
        this.signer = signer;
    }

    /** Returns who signs now. */
    Optional<CheckpointSigner> signer() {
        return Optional.ofNullable(signer);
    }

    /**
     * Appends an entry.
     *
     * @param event what happened
     * @return its index
     * @throws AuditFailure where it could not be written: what it was about must not happen
     */
    public long append(AuditEvent event) {
        Pending mine = new Pending(event);
        queue.add(mine);
        boolean interrupted = false;
        while (mine.open()) {
            if (writing.tryLock()) {
                try {
                    writeQueue();
                } finally {
                    release();
                }
            } else {
                // Whoever writes wakes those whose entries it wrote, and one of those who came meanwhile.
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        IOException failure = mine.failure;
        if (failure != null) {
            throw new AuditFailure("The audit log cannot be written", failure);
        }
        return mine.index;
    }

    /** Returns the number of entries. */
    public long size() {
        writing.lock();
        try {
            return tree.size();
        } finally {
            release();
        }
    }

    /**
     * Returns how often entries were written and forced since the log was opened: entries of callers that came at the same
     * time are one group.
     *
     * @return number of groups
     */
    public long groups() {
        writing.lock();
        try {
            return groups;
        } finally {
            release();
        }
    }

    /** Lets somebody else write: a caller that came while the lock was held is waiting for that. */
    private void release() {
        writing.unlock();
        Pending next = queue.peek();
        if (next != null) {
            LockSupport.unpark(next.caller);
        }
    }

    private void writeQueue() {
        List<Pending> batch = new ArrayList<>();
        for (Pending next = queue.poll(); next != null; next = queue.poll()) {
            batch.add(next);
        }
        try {
            write(batch);
        } catch (IOException e) {
            // What stands in the file now is unknown: only opening the log anew, which looks, may go on.
            broken = e;
            batch.forEach(pending -> pending.failure = e);
        }
        batch.forEach(pending -> LockSupport.unpark(pending.caller));
    }

    private void write(List<Pending> batch) throws IOException {
        if (broken != null) {
            throw broken;
        }
        if (batch.isEmpty()) {
            return;
        }
        List<byte[]> lines = new ArrayList<>(batch.size());
        int length = 0;
        for (Pending pending : batch) {
            byte[] line = new AuditEntry(
                            tree.size() + lines.size(), clock.instant().truncatedTo(ChronoUnit.MILLIS), pending.event)
                    .line();
            lines.add(line);
            length += line.length + 1;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        lines.forEach(line -> bytes.put(line).put((byte) '\n'));
        force(out, bytes.flip());
        groups++;
        long first = tree.size();
        for (byte[] line : lines) {
            byte[] leaf = MerkleHash.leaf(line);
            tree.add(leaf);
            unsigned.add(leaf);
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).index = first + i;
        }
        if (unsigned.size() >= CHECKPOINT_EVERY) {
            sign();
        }
        if (out.position() >= FILE_SIZE) {
            rotate();
        }
    }

    private void rotate() throws IOException {
        out.close();
        out = FileChannel.open(files.entries(tree.size()), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /**
     * Writes a checkpoint where there are entries that none covers. Somebody calls it about once a second.
     *
     * @return whether one was written
     */
    public boolean checkpoint() {
        writing.lock();
        try {
            return sign();
        } catch (IOException e) {
            broken = e;
            throw new AuditFailure("The audit log's checkpoint cannot be written", e);
        } finally {
            release();
        }
    }

    private boolean sign() throws IOException {
        CheckpointSigner current = signer;
        if (current == null || unsigned.isEmpty()) {
            return false;
        }
        AuditCheckpoint.Tree statement = new AuditCheckpoint.Tree(
                origin, tree.size(), Bytes.of(tree.root()), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        AuditCheckpoint checkpoint = new AuditCheckpoint(
                statement,
                List.copyOf(unsigned),
                tree.roots(),
                current.keyId(),
                Bytes.of(current.sign(statement.text())));
        byte[] line = checkpoint.line();
        try (FileChannel file = FileChannel.open(
                files.checkpoints(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            force(
                    file,
                    ByteBuffer.allocate(line.length + 1)
                            .put(line)
                            .put((byte) '\n')
                            .flip());
        }
        unsigned.clear();
        return true;
    }

    private static void force(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
    }

    /** Writes a last checkpoint where somebody signs, and closes the files. */
    @Override
    public void close() {
        writing.lock();
        try {
            if (broken == null) {
                sign();
            }
            out.close();
            broken = new IOException("The audit log is closed");
        } catch (IOException e) {
            throw new AuditFailure("The audit log cannot be closed", e);
        } finally {
            release();
        }
    }
}
