package org.holdfast.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a server has written to its logs since a moment: to its own, and to that of its libraries. */
final class ServerLog {
    private final Path folder;
    private final Map<String, Integer> from = new TreeMap<>();

    /** Begins to look where the logs end now. */
    ServerLog(Path data) {
        this.folder = data.resolve("logs");
        texts().forEach((log, text) -> from.put(log, text.length()));
    }

    /** Returns the lines that ask somebody to act at once, and those of stack traces. */
    List<String> errors() {
        return texts().entrySet().stream()
                .flatMap(log -> log.getValue()
                        .substring(from.getOrDefault(log.getKey(), 0))
                        .lines())
                .filter(line -> line.matches("\\d{4}-.{18} SEVERE .*") || line.startsWith("\tat "))
                .limit(40)
                .toList();
    }

    /** Each log begins where it did, whatever another has grown by. */
    private Map<String, String> texts() {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, StringBuilder> texts = new TreeMap<>();
            // The newest is number 0.
            List<Path> oldestFirst = files.filter(file -> file.toString().endsWith(".log"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path file : oldestFirst) {
                String log = file.getFileName().toString().replaceFirst("(-\\d+)?[.].*", "");
                texts.computeIfAbsent(log, any -> new StringBuilder())
                        .append(Files.readString(file, StandardCharsets.UTF_8));
            }
            return texts.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, log -> log.getValue().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
