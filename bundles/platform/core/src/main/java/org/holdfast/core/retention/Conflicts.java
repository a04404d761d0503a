package org.holdfast.core.retention;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.bytes.ByteSink;
import org.holdfast.core.platform.bytes.ByteSource;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Who has an interest of their own in a case, because its plan offers the post they hold or stand for. They see nothing of the
 * case, its alert included, for as long as it is on file, and nothing of it is theirs to do. Who they are is sealed under the key
 * of the person the case is about. Throws {@link org.holdfast.api.protection.KeyRingSealedException} while the key ring is not
 * open. Safe for use from many threads.
 */
public final class Conflicts {
    private static final int VERSION = 1;

    private final Database database;
    private final Vault vault;
    /** What rows hold, which is never changed, so that a list does not open each of them anew. */
    private final Map<UUID, UUID> opened = new ConcurrentHashMap<>();

    Conflicts(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * Declares that employees have an interest of their own. Who is declared already stays so. Joins the transaction under way.
     *
     * @param alertId the alert of the case
     * @param person whom the case is about
     * @param employees the employees
     */
    public void declare(UUID alertId, Subject person, Collection<UUID> employees) {
        Set<UUID> fresh = new HashSet<>(employees);
        fresh.removeAll(of(alertId));
        fresh.forEach(employee -> add(alertId, person, employee));
    }

    /**
     * Returns who has an interest in a case.
     *
     * @param alertId the alert of the case
     * @return random ids of employees
     */
    public Set<UUID> of(UUID alertId) {
        Map<UUID, Set<UUID>> found = new HashMap<>();
        read("alert_id = ?", alertId, found);
        return found.getOrDefault(alertId, Set.of());
    }

    /**
     * Returns who has an interest in which case.
     *
     * @return random ids of employees by alert; cases without any are left out
     */
    public Map<UUID, Set<UUID>> all() {
        Map<UUID, Set<UUID>> found = new HashMap<>();
        Set<UUID> rows = read("alert_id is not null", null, found);
        // What was erased does not stay in memory either.
        opened.keySet().retainAll(rows);
        return found;
    }

    /**
     * Says whether a case is closed to the caller, as the employee their account is linked to.
     *
     * @param alertId the alert of the case
     * @param caller who calls
     * @return whether they have an interest of their own
     */
    public boolean bar(UUID alertId, Visibility caller) {
        Optional<UUID> self = caller.caller().employeeId();
        return self.isPresent() && of(alertId).contains(self.get());
    }

    /**
     * Returns what is closed to the caller, for who looks at many cases at once.
     *
     * @param caller who calls
     * @return the alerts of the cases
     */
    public Set<UUID> closedTo(Visibility caller) {
        Optional<UUID> self = caller.caller().employeeId();
        return self.isEmpty()
                ? Set.of()
                : all().entrySet().stream()
                        .filter(entry -> entry.getValue().contains(self.get()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    /** Returns who must not be given the alert about a person that is not closed. */
    Set<UUID> about(UUID personId) {
        Map<UUID, Set<UUID>> found = new HashMap<>();
        read("alert_id in (select id from alert where unclosed_person_id = ?)", personId, found);
        return found.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** Holds nothing any more: the key ring is closed. */
    void forget() {
        opened.clear();
    }

    private void add(UUID alertId, Subject person, UUID employee) {
        UUID id = UUID.randomUUID();
        ByteSink content = new ByteSink(40);
        content.text(employee.toString());
        byte[] sealed = vault.seal(person, cell(id), content.toBytes());
        String sql =
                "insert into case_conflict (id, alert_id, subsidiary_id, person_id, content) values (?, ?, ?, ?, ?)";
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setObject(1, id);
                insert.setObject(2, alertId);
                insert.setObject(3, person.subsidiaryId());
                insert.setObject(4, person.personId().orElseThrow());
                insert.setBytes(5, sealed);
                insert.executeUpdate();
            }
        });
    }

    /** Adds what stands by alert, and returns the ids of the rows. */
    private Set<UUID> read(String where, @Nullable UUID key, Map<UUID, Set<UUID>> found) {
        String sql = "select id, alert_id, subsidiary_id, person_id, content from case_conflict where " + where;
        return database.call(connection -> {
            Set<UUID> rows = new HashSet<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                if (key != null) {
                    read.setObject(1, key);
                }
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        rows.add(row.getObject(1, UUID.class));
                        UUID alertId = row.getObject(2, UUID.class);
                        employee(row)
                                .ifPresent(employee -> found.computeIfAbsent(alertId, id -> new HashSet<>())
                                        .add(employee));
                    }
                }
            }
            return rows;
        });
    }

    /** Returns who stands in a row; nobody while the person is being erased. */
    private Optional<UUID> employee(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UUID known = opened.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Subject person = Subject.person(row.getObject(3, UUID.class), row.getObject(4, UUID.class));
        try {
            UUID employee = UUID.fromString(new ByteSource(vault.open(person, cell(id), row.getBytes(5))).text());
            opened.put(id, employee);
            return Optional.of(employee);
        } catch (PersonErasedException e) {
            return Optional.empty();
        }
    }

    private static Cell cell(UUID id) {
        return new Cell("case_conflict", "content", id.toString(), VERSION);
    }
}
