package org.holdfast.core.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sets that fit into one column, because they are read and written whole. */
final class Columns {
    private Columns() {}

    static String joinIds(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
    }

    static String joinRoles(Collection<Role> roles) {
        return roles.stream().map(Role::code).sorted().collect(Collectors.joining(","));
    }

    static Set<UUID> ids(String text) {
        return parts(text).map(UUID::fromString).collect(Collectors.toSet());
    }

    static Set<Role> roles(String text) {
        return parts(text).flatMap(code -> Role.of(code).stream()).collect(Collectors.toSet());
    }

    static String join(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(","));
    }

    static Set<String> words(String text) {
        return parts(text).collect(Collectors.toSet());
    }

    private static Stream<String> parts(String text) {
        return text.isEmpty() ? Stream.of() : Arrays.stream(text.split(",", -1));
    }
}
