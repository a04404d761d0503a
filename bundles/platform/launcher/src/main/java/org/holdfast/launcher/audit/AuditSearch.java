package org.holdfast.launcher.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Finds entries of a log in its files, newest first. Reads file by file, so it takes as long as what it has to look at. */
public final class AuditSearch {
    private final AuditFiles files;

    /**
     * Creates a search.
     *
     * @param folder the log
     */
    public AuditSearch(Path folder) {
        this.files = new AuditFiles(folder);
    }

    /**
     * Finds the latest entries.
     *
     * @param query which
     * @param before only entries with a smaller index
     * @param limit most entries
     * @return newest first
     * @throws AuditFailure where the log cannot be read
     */
    public List<AuditEntry> latest(AuditQuery query, long before, int limit) {
        List<AuditEntry> found = new ArrayList<>();
        try {
            List<Path> newestFirst = new ArrayList<>(files.entries());
            Collections.reverse(newestFirst);
            for (Path file : newestFirst) {
                if (found.size() < limit && AuditFiles.firstIndex(file) < before) {
                    found.addAll(last(file, query, before, limit - found.size()));
                }
            }
            return found;
        } catch (IOException e) {
            throw new AuditFailure("The audit log cannot be read", e);
        }
    }

    /**
     * Goes over entries, oldest first, in constant memory.
     *
     * @param query which
     * @param before only entries with a smaller index
     * @param action takes them; what it throws ends the search
     * @throws AuditFailure where the log cannot be read
     * @throws IOException where the action throws it
     */
    public void each(AuditQuery query, long before, Action action) throws IOException {
        eachLine(query, before, (line, entry) -> {
            action.take(entry);
            return true;
        });
    }

    /** Goes over entries with the bytes they are stored as, oldest first, until the action has enough. */
    void eachLine(AuditQuery query, long before, LineAction action) throws IOException {
        for (Path file : oldestFirst()) {
            if (AuditFiles.firstIndex(file) >= before || !eachLine(file, query, before, action)) {
                return;
            }
        }
    }

    /** Goes over a file, and returns whether to go on. */
    private static boolean eachLine(Path file, AuditQuery query, long before, LineAction action) throws IOException {
        try (AuditLines lines = new AuditLines(file)) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                AuditEntry entry = AuditEntry.parse(line);
                if (entry.index() >= before || (query.matches(entry) && !action.take(line, entry))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Takes entries as they are stored. */
    @FunctionalInterface
    interface LineAction {

        /** Takes an entry and returns whether it wants more. */
        boolean take(byte[] line, AuditEntry entry) throws IOException;
    }

    private List<Path> oldestFirst() {
        try {
            return files.entries();
        } catch (IOException e) {
            throw new AuditFailure("The audit log cannot be read", e);
        }
    }

    /** Takes entries. */
    @FunctionalInterface
    public interface Action {

        /**
         * Takes an entry.
         *
         * @param entry the entry
         * @throws IOException where what is written to does not take it
         */
        void take(AuditEntry entry) throws IOException;
    }

    private static List<AuditEntry> last(Path file, AuditQuery query, long before, int limit) throws IOException {
        Deque<AuditEntry> newest = new ArrayDeque<>();
        try (AuditLines lines = new AuditLines(file)) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                AuditEntry entry = AuditEntry.parse(line);
                if (entry.index() >= before) {
                    break;
                }
                if (query.matches(entry)) {
                    newest.addFirst(entry);
                }
                if (newest.size() > limit) {
                    newest.removeLast();
                }
            }
        }
        return List.copyOf(newest);
    }
}
