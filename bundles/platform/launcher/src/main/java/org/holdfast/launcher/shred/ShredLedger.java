package org.holdfast.launcher.shred;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.launcher.start.DataDirectory;

/**
 * Whose keys were destroyed, in a file of the data directory that no restored backup replaces. A line is on the disk when
 * {@link #add} returns: from then on the person is erased, whatever happens to the server. Safe for use from many threads
 * of one process.
 */
public final class ShredLedger implements AutoCloseable {
    private static final String FILE = "ledger.jsonl";

    private final FileChannel channel;
    private final ShredLines lines = new ShredLines();
    private final List<Shredded> inOrder = new ArrayList<>();
    private final Map<UUID, Shredded> byPerson = new ConcurrentHashMap<>();

    private ShredLedger(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Returns where a server keeps its ledger.
     *
     * @param dataDirectory the data directory
     * @return the file, which need not exist
     */
    public static Path file(Path dataDirectory) {
        return dataDirectory.resolve("shred").resolve(FILE);
    }

    /**
     * Opens the ledger of a data directory, and makes one where there is none.
     *
     * @param dataDirectory the data directory, locked by the caller
     * @return the ledger
     * @throws ShredFailure where it is damaged or cannot be reached
     */
    public static ShredLedger open(Path dataDirectory) {
        Path file = file(dataDirectory);
        try {
            DataDirectory.createPrivate(Objects.requireNonNull(file.getParent()));
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            ShredLedger ledger = new ShredLedger(channel);
            boolean read = false;
            try {
                ledger.takeUp(Files.readAllBytes(file));
                read = true;
                return ledger;
            } finally {
                if (!read) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw new ShredFailure(e);
        }
    }

    /**
     * Reads a ledger, such as that in a backup.
     *
     * @param file the file
     * @return who stands in it, oldest first; empty where there is no such file
     * @throws ShredFailure where it is damaged or cannot be read
     */
    public static List<Shredded> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Shredded> all = new ArrayList<>();
            new ShredLines().readAll(whole(Files.readAllBytes(file)), all::add);
            return all;
        } catch (IOException e) {
            throw new ShredFailure(e);
        }
    }

    /** A line that a power cut has cut off was never acknowledged: what it told of did not happen. */
    private void takeUp(byte[] bytes) throws IOException {
        lines.readAll(whole(bytes), this::remember);
        channel.truncate(end(bytes));
        channel.position(end(bytes));
    }

    private static List<String> whole(byte[] bytes) {
        return new String(bytes, 0, end(bytes), StandardCharsets.UTF_8).lines().toList();
    }

    private static int end(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /**
     * Notes that somebody's key is destroyed. Nothing changes for somebody who stands in it already.
     *
     * @param shredded who, and when
     * @throws ShredFailure where it cannot be written; the person is not erased then
     */
    public synchronized void add(Shredded shredded) {
        if (byPerson.containsKey(shredded.personId())) {
            return;
        }
        String line = lines.next(shredded);
        write(line + '\n');
        lines.take(line);
        remember(shredded);
    }

    /** Takes back what it could write of a line where it could not write all of it. */
    private void write(String line) {
        try {
            long begin = channel.position();
            boolean written = false;
            try {
                ByteBuffer buffer = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
                written = true;
            } finally {
                if (!written) {
                    channel.truncate(begin);
                    channel.position(begin);
                }
            }
        } catch (IOException e) {
            throw new ShredFailure(e);
        }
    }

    private void remember(Shredded shredded) {
        inOrder.add(shredded);
        byPerson.put(shredded.personId(), shredded);
    }

    /**
     * Returns somebody's line.
     *
     * @param personId the person
     * @return the line, or empty where the person's key was not destroyed
     */
    public Optional<Shredded> find(UUID personId) {
        return Optional.ofNullable(byPerson.get(personId));
    }

    /**
     * Returns everybody in it.
     *
     * @return oldest first
     */
    public synchronized List<Shredded> all() {
        return List.copyOf(inOrder);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ShredFailure(e);
        }
    }
}
