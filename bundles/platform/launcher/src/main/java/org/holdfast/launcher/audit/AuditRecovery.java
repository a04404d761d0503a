package org.holdfast.launcher.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdfast.launcher.audit.AuditFiles.LastLine;
import org.jspecify.annotations.Nullable;

/** Finds out where a log goes on: after the last whole line, with the tree of its last checkpoint and what came since. */
final class AuditRecovery {
    private final AuditFiles files;
    private @Nullable AuditCheckpoint last;
    private long index;

    private AuditRecovery(AuditFiles files) {
        this.files = files;
    }

    /**
     * Where a log goes on.
     *
     * @param tree the tree of all entries
     * @param unsigned leaf hashes of the entries that no checkpoint covers
     * @param file the file to go on with
     * @param length its length up to the last whole line
     */
    record Found(MerkleFrontier tree, List<byte[]> unsigned, Path file, long length) {}

    static Found of(AuditFiles files) throws IOException {
        return new AuditRecovery(files).found();
    }

    private Found found() throws IOException {
        cutTornCheckpoint();
        AuditCheckpoint checkpoint = last;
        MerkleFrontier tree = checkpoint == null
                ? new MerkleFrontier()
                : new MerkleFrontier(checkpoint.tree().size(), checkpoint.frontier());
        if (checkpoint != null
                && !Bytes.of(tree.root()).equals(checkpoint.tree().root())) {
            throw new IOException("The last checkpoint of the audit log contradicts itself");
        }
        long signed = tree.size();
        List<byte[]> unsigned = new ArrayList<>();
        Path file = files.entries(0);
        long length = 0;
        index = 0;
        for (Path entries : from(signed)) {
            index = AuditFiles.firstIndex(entries);
            file = entries;
            length = read(entries, signed, tree, unsigned);
        }
        if (index < signed) {
            throw new IOException(
                    "The audit log holds fewer entries than its last checkpoint says: entry " + index + " is missing");
        }
        return new Found(tree, unsigned, file, length);
    }

    /** Reads a file's entries on, and returns its length up to the last whole line. */
    private long read(Path entries, long signed, MerkleFrontier tree, List<byte[]> unsigned) throws IOException {
        try (AuditLines lines = new AuditLines(entries)) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                if (index++ >= signed) {
                    byte[] leaf = MerkleHash.leaf(line);
                    tree.add(leaf);
                    unsigned.add(leaf);
                }
            }
            return lines.complete();
        }
    }

    /** The files that hold the entries from an index on: the one it stands in and those after it. */
    private List<Path> from(long index) throws IOException {
        List<Path> all = files.entries();
        int first = 0;
        for (int i = 0; i < all.size(); i++) {
            if (AuditFiles.firstIndex(all.get(i)) <= index) {
                first = i;
            }
        }
        return all.subList(first, all.size());
    }

    private void cutTornCheckpoint() throws IOException {
        Path file = files.checkpoints();
        if (!Files.exists(file)) {
            return;
        }
        Optional<LastLine> found = AuditFiles.last(file);
        if (found.isPresent()) {
            last = AuditCheckpoint.parse(found.get().line().array());
        }
        long whole = found.map(LastLine::end).orElse(0L);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(whole);
        }
    }
}
