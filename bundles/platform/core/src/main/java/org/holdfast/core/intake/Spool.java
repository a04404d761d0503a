package org.holdfast.core.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.holdfast.api.HoldfastException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps uploaded files sealed, in pieces of 64 KiB, until their job is done. */
public final class Spool {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    /** Under whose key files lie: the server's own, because a file may be about several subsidiaries or none yet. */
    static final Subject SERVER = Subject.subsidiary(new UUID(0, 0));

    private static final int PIECE = 64 * 1024;
    /** Most bytes of a file. */
    static final long LARGEST = 8L << 30;

    private final Path folder;
    private final Vault vault;

    /**
     * Creates it.
     *
     * @param folder where sealed files lie; made where it is missing
     * @param vault seals them
     */
    public Spool(Path folder, Vault vault) {
        this.folder = folder;
        this.vault = vault;
    }

    /** Keeps a file and returns its length in plain bytes. On disk when this returns. */
    long write(UUID importId, InputStream content) {
        vault.prepare(SERVER.subsidiaryId(), List.of());
        boolean done = false;
        try {
            Files.createDirectories(folder);
            long length;
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                    Files.newOutputStream(file(importId), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)))) {
                length = copy(importId, content, out);
            }
            try (var channel = java.nio.channels.FileChannel.open(file(importId), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            done = true;
            return length;
        } catch (IOException e) {
            throw new HoldfastException(
                    IntakeError.FILE_NOT_KEPT, "The upload could not be kept: check the disk of the data directory", e);
        } finally {
            if (!done) {
                drop(importId);
            }
        }
    }

    /** What kept the file from being kept is told, not that its sealed beginning could not be removed either. */
    private void drop(UUID importId) {
        try {
            Files.deleteIfExists(file(importId));
        } catch (IOException e) {
            LOG.warn("The beginning of upload {} is left in the spool folder: remove it", importId);
        }
    }

    private long copy(UUID importId, InputStream content, DataOutputStream out) throws IOException {
        long length = 0;
        int number = 0;
        for (byte[] piece = next(content); piece.length > 0; piece = next(content)) {
            length += piece.length;
            if (length > LARGEST) {
                throw tooLarge();
            }
            byte[] sealed = vault.seal(SERVER, cell(importId, number++), piece);
            out.writeInt(sealed.length);
            out.write(sealed);
        }
        return length;
    }

    static HoldfastException tooLarge() {
        return new HoldfastException(
                IntakeError.FILE_TOO_LARGE, "The file is larger than 8 GiB: split it into several");
    }

    /** Tells a sender that went away from a disk that fails. */
    private static byte[] next(InputStream content) {
        try {
            return content.readNBytes(PIECE);
        } catch (IOException e) {
            throw new HoldfastException(
                    IntakeError.UPLOAD_BROKEN_OFF, "The upload broke off before its end: send the file again", e);
        }
    }

    /** Opens a file; the stream ends with an exception where the file on disk was cut or altered. */
    Content open(UUID importId, long length) {
        try {
            return new Content(
                    importId,
                    length,
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(file(importId)))));
        } catch (IOException e) {
            throw new HoldfastException(
                    IntakeError.UPLOAD_GONE, "The upload of import " + importId + " is gone: upload it again", e);
        }
    }

    void delete(UUID importId) {
        try {
            Files.deleteIfExists(file(importId));
        } catch (IOException e) {
            throw new UncheckedIOException("The upload of import " + importId + " could not be removed", e);
        }
    }

    private Path file(UUID importId) {
        return folder.resolve(importId + ".sealed");
    }

    private static Cell cell(UUID importId, int number) {
        return new Cell("import_run", "spool", importId + ":" + number, 1);
    }

    /** A file's plain bytes. For one thread at a time. */
    final class Content extends InputStream {
        private final UUID importId;
        private final long length;
        private final DataInputStream in;
        private byte[] piece = new byte[0];
        private int next;
        private int number;
        private final AtomicLong position = new AtomicLong();

        Content(UUID importId, long length, DataInputStream in) {
            this.importId = importId;
            this.length = length;
            this.in = in;
        }

        /** Returns how many bytes have been read. */
        long position() {
            return position.get();
        }

        @Override
        public int read() throws IOException {
            if (next == piece.length && !fill()) {
                return -1;
            }
            position.incrementAndGet();
            return piece[next++] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int wanted) throws IOException {
            if (wanted == 0) {
                return 0;
            }
            if (next == piece.length && !fill()) {
                return -1;
            }
            int count = Math.min(wanted, piece.length - next);
            System.arraycopy(piece, next, target, offset, count);
            next += count;
            position.addAndGet(count);
            return count;
        }

        private boolean fill() throws IOException {
            if (position.get() >= length) {
                return false;
            }
            byte[] sealed = new byte[in.readInt()];
            in.readFully(sealed);
            piece = vault.open(SERVER, cell(importId, number++), sealed);
            next = 0;
            return true;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
