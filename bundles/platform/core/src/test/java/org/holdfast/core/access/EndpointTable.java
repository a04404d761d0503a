package org.holdfast.core.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The expected answers of {@code access/endpoints.csv}: which role may call which endpoint. Used against the annotations
 * here and fit for a run against a server: call each {@link #keys} entry as each role and expect 401 or 403 exactly where
 * {@link #allowed} says no.
 */
public final class EndpointTable {
    /** Stands for an endpoint that needs no session. */
    public static final String OPEN = "open";

    private final Map<String, Set<String>> allowed = new LinkedHashMap<>();

    /** Reads the table from the class path. */
    public EndpointTable() {
        Set<String> all = Arrays.stream(Role.values()).map(Role::code).collect(Collectors.toCollection(TreeSet::new));
        try (InputStream in = EndpointTable.class.getResourceAsStream("/access/endpoints.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("method,"))
                    .map(line -> line.split(",", -1))
                    .forEach(row -> allowed.put(
                            row[0] + " " + row[1],
                            row[2].equals("all") ? all : new TreeSet<>(Arrays.asList(row[2].split(" ", -1)))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the endpoints as {@code GET /users/{}}. */
    public Collection<String> keys() {
        return allowed.keySet();
    }

    /** Returns the key of an endpoint: names of path parameters do not matter. */
    public static String key(String method, String path) {
        return method + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    /** Returns codes of the roles that may call an endpoint, or the set of {@link #OPEN}; empty for an unknown endpoint. */
    public Set<String> allowed(String key) {
        return allowed.getOrDefault(key, Set.of());
    }
}
