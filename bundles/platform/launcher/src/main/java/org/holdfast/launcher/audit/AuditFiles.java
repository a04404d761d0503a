package org.holdfast.launcher.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a log lies: entries in files named by the index of their first one, and the checkpoints in a file of their own.
 *
 * @param folder the folder
 */
record AuditFiles(Path folder) {
    private static final String PREFIX = "entries-";
    private static final String SUFFIX = ".jsonl";
    private static final int BLOCK = 64 * 1024;

    /** Returns the file whose first entry has an index. */
    Path entries(long firstIndex) {
        return folder.resolve(String.format(Locale.ROOT, "%s%012d%s", PREFIX, firstIndex, SUFFIX));
    }

    /** Returns the file of the checkpoints. */
    Path checkpoints() {
        return folder.resolve("checkpoints.jsonl");
    }

    /** Returns the folder of the public keys, one file {@code <id>.pub} each. */
    Path keys() {
        return folder.resolve("keys");
    }

    /** Returns the files of entries, oldest first. */
    List<Path> entries() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).matches(PREFIX + "\\d{12}\\" + SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the index of a file's first entry. */
    static long firstIndex(Path file) {
        String name = name(file);
        return Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /**
     * Finds the last whole line of a file without reading what is before it.
     *
     * @return the line and where it ends, or empty where the file has none
     */
    static Optional<LastLine> last(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long end = feed(in, in.length());
            if (end < 0) {
                return Optional.empty();
            }
            long begin = feed(in, end) + 1;
            if (end - begin > AuditLines.LONGEST) {
                throw new IOException("A line is longer than any entry");
            }
            byte[] line = new byte[(int) (end - begin)];
            in.seek(begin);
            in.readFully(line);
            return Optional.of(new LastLine(Bytes.of(line), end + 1));
        }
    }

    /** Returns where the last line feed before a place stands, -1 where there is none. */
    private static long feed(RandomAccessFile in, long before) throws IOException {
        byte[] block = new byte[BLOCK];
        long end = before;
        while (end > 0) {
            int length = (int) Math.min(BLOCK, end);
            in.seek(end - length);
            in.readFully(block, 0, length);
            for (int i = length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return end - length + i;
                }
            }
            end -= length;
        }
        return -1;
    }

    /**
     * The last whole line of a file.
     *
     * @param line its bytes without the line feed
     * @param end where it ends, its line feed included
     */
    record LastLine(Bytes line, long end) {}
}
