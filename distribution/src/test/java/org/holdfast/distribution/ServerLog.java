package org.holdfast.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a server has written to its log since a moment. */
final class ServerLog {
    private final Path folder;
    private final long from;

    /** Begins to look where the log ends now. */
    ServerLog(Path data) {
        this.folder = data.resolve("logs");
        this.from = text().length();
    }

    /** Returns the lines that ask somebody to act at once, and those of stack traces. */
    List<String> errors() {
        return text().substring((int) from)
                .lines()
                .filter(line -> line.matches("\\d{4}-.{18} SEVERE .*") || line.startsWith("\tat "))
                .limit(40)
                .toList();
    }

    private String text() {
        try (Stream<Path> files = Files.list(folder)) {
            StringBuilder text = new StringBuilder();
            // The newest is number 0.
            List<Path> oldestFirst = files.filter(file -> file.toString().endsWith(".log"))
                    .sorted((one, other) -> other.compareTo(one))
                    .toList();
            for (Path file : oldestFirst) {
                text.append(Files.readString(file, StandardCharsets.UTF_8));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
