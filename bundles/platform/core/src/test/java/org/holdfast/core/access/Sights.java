package org.holdfast.core.access;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.launcher.config.FieldTable;

/** The sight of callers by the tables that ship, for tests of other rooms. */
public final class Sights {
    private static final Path NO_OWN_TABLES = Path.of("none");
    private static final Gate.Tables TABLES =
            new Gate.Tables(RoleTable.read(NO_OWN_TABLES), FieldTable.read(NO_OWN_TABLES));

    private Sights() {}

    /** Returns the tables that ship. */
    static Gate.Tables shipped() {
        return TABLES;
    }

    /** Returns a caller with one role. */
    public static Caller caller(Role role, Set<UUID> subsidiaries, Optional<UUID> employee) {
        return new Caller(new UUID(9, 9).toString(), "reader", Set.of(role), subsidiaries, employee, false, Set.of());
    }

    /** Returns what a caller sees at an endpoint, by the tables that ship. */
    public static Visibility of(Caller caller, ReportingLine line, PersonNames names, String... endpoint) {
        return new ScopedVisibility(caller, TABLES, new Gate.Known(line, names), permission -> true, endpoint);
    }

    /** Returns what a caller sees by a table of fields of the firm's own. */
    public static Visibility of(
            Caller caller, FieldTable fields, ReportingLine line, PersonNames names, String... endpoint) {
        return new ScopedVisibility(
                caller,
                new Gate.Tables(TABLES.roles(), fields),
                new Gate.Known(line, names),
                permission -> true,
                endpoint);
    }
}
