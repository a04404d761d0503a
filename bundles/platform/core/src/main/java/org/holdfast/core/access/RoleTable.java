package org.holdfast.core.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.api.HoldfastException;

/** The table of roles: which permissions each has, whose records it sees, in which subsidiaries. Immutable. */
public final class RoleTable {
    private static final String FILE = "config/roles.csv";

    private final Map<Role, Grant> grants = new EnumMap<>(Role.class);
    private final Set<String> permissions = new LinkedHashSet<>();

    private RoleTable(List<String> lines) {
        List<String[]> rows = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(",", -1))
                .toList();
        if (rows.isEmpty()) {
            throw wrong("it is empty");
        }
        String[] head = rows.get(0);
        for (int column = 1; column < head.length; column++) {
            String code = head[column].trim();
            Role role = Role.of(code).orElseThrow(() -> wrong("there is no role '" + code + "'"));
            grants.put(role, grant(rows, column));
        }
        if (grants.size() != Role.values().length) {
            throw wrong("it must have a column for each role");
        }
        rows.stream()
                .skip(1)
                .map(row -> row[0].trim())
                .filter(name -> name.contains(":"))
                .forEach(permissions::add);
    }

    /**
     * Reads the table: the data directory's own, else the one that ships.
     *
     * @param dataDirectory the server's data directory
     * @return the table
     * @throws HoldfastException where the file is not a table of roles
     */
    public static RoleTable read(Path dataDirectory) {
        Path own = dataDirectory.resolve(FILE);
        try {
            return new RoleTable(Files.exists(own) ? Files.readAllLines(own, StandardCharsets.UTF_8) : shipped());
        } catch (IOException e) {
            throw new HoldfastException(AccessError.ROLES_UNREADABLE, "The table of roles cannot be read: " + own, e);
        }
    }

    static RoleTable of(String text) {
        return new RoleTable(text.lines().toList());
    }

    private static List<String> shipped() throws IOException {
        try (InputStream in = RoleTable.class.getResourceAsStream("/" + FILE)) {
            if (in == null) {
                throw wrong("the server ships without it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /**
     * Returns every permission there is.
     *
     * @return permissions, in the table's order
     */
    public Set<String> permissions() {
        return permissions;
    }

    /**
     * Returns what a role has.
     *
     * @param role the role
     * @return its grant
     */
    Grant grant(Role role) {
        Grant grant = grants.get(role);
        if (grant == null) {
            throw new IllegalStateException("No column for " + role);
        }
        return grant;
    }

    /**
     * Returns what somebody with several roles may do.
     *
     * @param roles the roles
     * @return permissions, sorted
     */
    public Set<String> permissions(Collection<Role> roles) {
        Set<String> all = new TreeSet<>();
        roles.forEach(role -> all.addAll(grant(role).permissions()));
        return all;
    }

    /**
     * Returns what a caller may do: what the roles grant, within the scope of a token.
     *
     * @param caller who
     * @return permissions, sorted
     */
    Set<String> permissions(Caller caller) {
        Set<String> all = permissions(caller.roles());
        if (!caller.scope().isEmpty()) {
            all.retainAll(caller.scope());
        }
        return all;
    }

    private static Grant grant(List<String[]> rows, int column) {
        Set<String> permissions = new LinkedHashSet<>();
        Reach reach = Reach.NONE;
        boolean ownOnly = true;
        for (String[] row : rows.subList(1, rows.size())) {
            String name = row[0].trim();
            String cell = column < row.length ? row[column].trim() : "";
            switch (name) {
                case "reach" -> reach = reach(cell);
                case "scope" -> ownOnly = ownOnly(cell);
                default -> {
                    if (granted(name, cell)) {
                        permissions.add(name);
                    }
                }
            }
        }
        return new Grant(permissions, reach, ownOnly);
    }

    private static boolean granted(String permission, String cell) {
        if (!permission.matches("[a-zA-Z]+:[a-zA-Z]+")) {
            throw wrong("'" + permission + "' is not a permission");
        }
        if (!cell.isEmpty() && !cell.equals("x")) {
            throw wrong("the cells of " + permission + " must be x or empty");
        }
        return cell.equals("x");
    }

    private static Reach reach(String cell) {
        return Arrays.stream(Reach.values())
                .filter(reach -> reach.name().equalsIgnoreCase(cell))
                .findFirst()
                .orElseThrow(() -> wrong("reach must be people, line or none"));
    }

    private static boolean ownOnly(String cell) {
        if (!cell.equals("own") && !cell.equals("group")) {
            throw wrong("scope must be group or own");
        }
        return cell.equals("own");
    }

    private static HoldfastException wrong(String why) {
        return new HoldfastException(AccessError.ROLES_UNREADABLE, FILE + " is not a table of roles: " + why);
    }

    /** Whose records a role sees. */
    enum Reach {
        /** Everybody's in the role's subsidiaries. */
        PEOPLE,
        /** Those of the own reports. */
        LINE,
        /** Nobody's. */
        NONE
    }

    /**
     * What a role has.
     *
     * @param permissions what it may do
     * @param reach whose records it sees
     * @param ownOnly whether it sees only the subsidiaries its account names; else all where none is named
     */
    record Grant(Set<String> permissions, Reach reach, boolean ownOnly) {}
}
