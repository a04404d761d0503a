package org.holdfast.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The logs of all servers of this run of tests: of those that run, and copies of those whose folder is gone since. */
final class KeptLogs {
    private static final Path COPIES = DemoServer.IMAGE.resolveSibling("server-logs");
    private static final Set<Path> FOLDERS = new LinkedHashSet<>();

    private KeptLogs() {}

    /** Remembers a server's data directory. */
    static synchronized void of(Path data) {
        FOLDERS.add(data.resolve("logs"));
    }

    /** Copies the logs of a server that has ended, before its folder is deleted. */
    static synchronized void keep(Path data) throws IOException {
        Path logs = data.resolve("logs");
        if (FOLDERS.remove(logs) && Files.isDirectory(logs)) {
            Path copy = Files.createTempDirectory(Files.createDirectories(COPIES), data.getFileName() + "-");
            for (Path file : files(logs)) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
            FOLDERS.add(copy);
        }
    }

    /** Returns every log file there is. */
    static synchronized List<Path> all() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : FOLDERS) {
            if (Files.isDirectory(folder)) {
                all.addAll(files(folder));
            }
        }
        return all;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            // A lock of the logger lies beside its files.
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }
}
