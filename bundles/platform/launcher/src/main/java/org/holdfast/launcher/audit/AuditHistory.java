package org.holdfast.launcher.audit;

import java.io.IOException;
import java.nio.file.Path;

/** Compares logs by their entries: whether one goes on where another ended. Signatures are not looked at. */
public final class AuditHistory {
    private AuditHistory() {}

    /**
     * Counts the whole entries of a log.
     *
     * @param folder the log; a folder that is absent has none
     * @return their number
     * @throws IOException where it cannot be read
     */
    public static long entries(Path folder) throws IOException {
        return first(folder, Long.MAX_VALUE).size();
    }

    /**
     * Tells whether a log holds another one whole and unchanged, and more.
     *
     * @param later the longer log
     * @param earlier the other one
     * @return whether it goes on where the other ended
     * @throws IOException where one cannot be read
     */
    public static boolean goesOn(Path later, Path earlier) throws IOException {
        MerkleFrontier before = first(earlier, Long.MAX_VALUE);
        MerkleFrontier begin = first(later, before.size());
        return begin.size() == before.size()
                && Bytes.of(begin.root()).equals(Bytes.of(before.root()))
                && entries(later) > before.size();
    }

    private static MerkleFrontier first(Path folder, long most) throws IOException {
        MerkleFrontier tree = new MerkleFrontier();
        for (Path file : new AuditFiles(folder).entries()) {
            try (AuditLines lines = new AuditLines(file)) {
                for (byte[] line = lines.next(); line != null && tree.size() < most; line = lines.next()) {
                    tree.add(MerkleHash.leaf(line));
                }
            }
        }
        return tree;
    }
}
