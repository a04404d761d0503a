package org.holdfast.core.people;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.people.EmployeeTable.Entry;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Writes who works where. What is equal to what is there is not written. Safe for use from many threads; the index
 * sees a change when it has been committed.
 */
public final class StaffRegister {
    private final Database database;
    private final Vault vault;
    private final SealedPeople people;
    private final EmployeeTable employees;
    private final ErasedNumbers erased;
    private final OrganisationTables organisation = new OrganisationTables();

    /**
     * Creates the register.
     *
     * @param database where the rows are
     * @param vault seals them
     * @param people whose index follows what is written
     */
    public StaffRegister(Database database, Vault vault, SealedPeople people) {
        this.database = database;
        this.vault = vault;
        this.people = people;
        this.employees = new EmployeeTable(vault);
        this.erased = new ErasedNumbers(database, vault);
    }

    /**
     * A person to be written.
     *
     * @param employee the person; a random id where the person is new
     * @param protectedAttributes what no score may see
     */
    public record Draft(Employee employee, ProtectedAttributes protectedAttributes) {}

    /**
     * What became of a draft.
     *
     * @param before the person as it was, null where it is new
     * @param after the person as it is
     * @param changed false where nothing had to be written
     */
    public record Saved(@Nullable Employee before, Employee after, boolean changed) {}

    /**
     * Writes a subsidiary; one with its id is replaced.
     *
     * @param subsidiary the subsidiary
     * @return false where exactly this one was there already
     */
    public boolean save(Subsidiary subsidiary) {
        Subsidiary before = people.subsidiary(subsidiary.id()).orElse(null);
        if (subsidiary.equals(before)) {
            return false;
        }
        database.run(connection -> organisation.write(connection, subsidiary, before == null));
        database.afterCommit(people::organisationChanged);
        return true;
    }

    /**
     * Writes a department; one with its id is replaced.
     *
     * @param department the department
     * @return false where exactly this one was there already
     */
    public boolean save(Department department) {
        Department before = people.department(department.id()).orElse(null);
        if (department.equals(before)) {
            return false;
        }
        database.run(connection -> organisation.write(connection, department, before == null));
        database.afterCommit(people::organisationChanged);
        return true;
    }

    /**
     * Writes people of one subsidiary. Keys are made for those who are new.
     *
     * @param subsidiaryId the subsidiary
     * @param drafts the people, each once
     * @return what became of each, in the given order
     */
    public List<Saved> save(UUID subsidiaryId, List<Draft> drafts) {
        return database.call(connection -> save(connection, subsidiaryId, drafts));
    }

    private List<Saved> save(Connection connection, UUID subsidiaryId, List<Draft> drafts) throws SQLException {
        Map<UUID, Draft> byId = new LinkedHashMap<>();
        drafts.forEach(draft -> byId.put(draft.employee().id(), draft));
        Map<UUID, Entry> before = new HashMap<>();
        for (Entry entry : employees.entries(connection, byId.keySet())) {
            before.put(entry.employee().id(), entry);
        }
        List<UUID> fresh =
                byId.keySet().stream().filter(id -> !before.containsKey(id)).toList();
        vault.prepare(subsidiaryId, fresh);
        List<Saved> saved = new ArrayList<>(drafts.size());
        List<Entry> added = new ArrayList<>();
        List<Entry> changed = new ArrayList<>();
        for (Draft draft : byId.values()) {
            Entry after = new Entry(draft.employee(), draft.protectedAttributes());
            Entry old = before.get(draft.employee().id());
            saved.add(new Saved(old == null ? null : old.employee(), after.employee(), !after.equals(old)));
            if (old == null) {
                added.add(after);
            } else if (!after.equals(old)) {
                changed.add(after);
            }
        }
        employees.add(connection, added);
        employees.change(connection, changed);
        List<Employee> written =
                saved.stream().filter(Saved::changed).map(Saved::after).collect(Collectors.toList());
        database.afterCommit(() -> people.written(written));
        return saved;
    }

    /**
     * Returns which numbers are those of people who were erased: a file that still lists them does not bring them back.
     *
     * @param subsidiaryId the subsidiary
     * @param numbers employee numbers
     * @return those of erased people
     */
    public Set<String> erasedAmong(UUID subsidiaryId, Collection<String> numbers) {
        return erased.among(subsidiaryId, numbers);
    }

    /**
     * Lets the number of an erased person be used again, such as for the same person hired again.
     *
     * @param subsidiaryId the subsidiary
     * @param number the employee number
     * @return whether it was an erased person's
     */
    public boolean readmit(UUID subsidiaryId, String number) {
        return erased.readmit(subsidiaryId, number);
    }

    /**
     * Notes that a person has left.
     *
     * @param personId the person
     * @param exit how
     * @return what became of it, or empty where there is no such person
     */
    public Optional<Saved> leave(UUID personId, Employee.Exit exit) {
        return database.call(connection -> {
            List<Entry> found = employees.entries(connection, List.of(personId));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Employee old = found.get(0).employee();
            Employee after = new Employee(
                    old.id(),
                    old.subsidiaryId(),
                    old.departmentId(),
                    old.managerId(),
                    Employee.Status.LEFT,
                    old.contact(),
                    old.post(),
                    old.terms(),
                    exit);
            if (!after.equals(old)) {
                employees.change(
                        connection, List.of(new Entry(after, found.get(0).protectedAttributes())));
                database.afterCommit(() -> people.written(List.of(after)));
            }
            return Optional.of(new Saved(old, after, !after.equals(old)));
        });
    }

    /**
     * Gives a person another superior.
     *
     * @param personId the person
     * @param managerId the superior, null for none
     * @return what became of it, or empty where there is no such person
     */
    public Optional<Saved> lead(UUID personId, @Nullable UUID managerId) {
        return database.call(connection -> {
            List<Entry> found = employees.entries(connection, List.of(personId));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Employee old = found.get(0).employee();
            Employee after = new Employee(
                    old.id(),
                    old.subsidiaryId(),
                    old.departmentId(),
                    managerId,
                    old.status(),
                    old.contact(),
                    old.post(),
                    old.terms(),
                    old.exit());
            if (!after.equals(old)) {
                employees.change(
                        connection, List.of(new Entry(after, found.get(0).protectedAttributes())));
                database.afterCommit(() -> people.written(List.of(after)));
            }
            return Optional.of(new Saved(old, after, !after.equals(old)));
        });
    }
}
