package org.holdfast.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which roles may call which endpoint, from the same file that the core holds its annotations against.
 *
 * @param roles codes of roles by endpoint, as {@code GET /users/{}}
 */
record EndpointTable(Map<String, Set<String>> roles) {
    private static final Path FILE = Path.of("../bundles/platform/core/src/test/resources/access/endpoints.csv");

    static EndpointTable read() {
        Map<String, Set<String>> roles = new TreeMap<>();
        try {
            Files.readAllLines(FILE).stream()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("method,"))
                    .map(line -> line.split(",", -1))
                    .forEach(row -> roles.put(row[0] + " " + row[1], Set.of(row[2].split(" ", -1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EndpointTable(roles);
    }

    boolean isOpen(String endpoint) {
        return roles.getOrDefault(endpoint, Set.of()).contains("open");
    }

    boolean isAllowed(String endpoint, String role) {
        Set<String> allowed = roles.getOrDefault(endpoint, Set.of());
        return allowed.contains("open") || allowed.contains("all") || allowed.contains(role);
    }
}
