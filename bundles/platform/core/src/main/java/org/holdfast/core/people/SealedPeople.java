package org.holdfast.core.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Vault;
import org.jspecify.annotations.Nullable;

/** Answers from an index in memory and from sealed rows. */
public final class SealedPeople implements People {
    private static final int PEOPLE_A_READ = 256;

    private final Database database;
    private final EmployeeTable employees;
    private final OrganisationTables tables = new OrganisationTables();
    private final PeopleIndex index;
    private final AtomicReference<@Nullable Organisation> organisation = new AtomicReference<>();

    /**
     * Creates it.
     *
     * @param database where the rows are
     * @param vault opens them
     */
    public SealedPeople(Database database, Vault vault) {
        this.database = database;
        this.employees = new EmployeeTable(vault);
        this.index = new PeopleIndex(action -> database.run(connection -> employees.forEach(connection, action)));
    }

    @Override
    public List<Subsidiary> subsidiaries() {
        return organisation().subsidiaries();
    }

    @Override
    public Optional<Subsidiary> subsidiary(UUID id) {
        return organisation().subsidiaries().stream()
                .filter(subsidiary -> subsidiary.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<Subsidiary> subsidiaryByCode(String code) {
        return Optional.ofNullable(organisation().byCode().get(code));
    }

    @Override
    public List<Department> departments(UUID subsidiaryId) {
        return organisation().departments().values().stream()
                .filter(department -> department.subsidiaryId().equals(subsidiaryId))
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .toList();
    }

    @Override
    public Optional<Department> department(UUID id) {
        return Optional.ofNullable(organisation().departments().get(id));
    }

    @Override
    public Optional<Employee> employee(UUID id) {
        return database.call(connection -> employees.find(connection, List.of(id))).stream()
                .findFirst();
    }

    @Override
    public Optional<Employee> employeeByNo(UUID subsidiaryId, String employeeNo) {
        return cardByNo(subsidiaryId, employeeNo).flatMap(card -> employee(card.id()));
    }

    @Override
    public void forEach(UUID subsidiaryId, Consumer<Employee> action) {
        List<UUID> all = ids(subsidiaryId);
        for (int from = 0; from < all.size(); from += PEOPLE_A_READ) {
            List<UUID> page = all.subList(from, Math.min(from + PEOPLE_A_READ, all.size()));
            Map<UUID, Employee> found = database.call(connection -> employees.find(connection, page)).stream()
                    .collect(Collectors.toMap(Employee::id, Function.identity()));
            for (UUID id : page) {
                Employee employee = found.get(id);
                if (employee != null) {
                    action.accept(employee);
                }
            }
        }
    }

    @Override
    public List<UUID> ids(UUID subsidiaryId) {
        return index.ids(subsidiaryId);
    }

    @Override
    public Optional<PersonCard> card(UUID id) {
        return index.card(id);
    }

    @Override
    public Optional<PersonCard> cardByNo(UUID subsidiaryId, String employeeNo) {
        return index.cardByNo(subsidiaryId, employeeNo);
    }

    @Override
    public List<PersonCard> search(PeopleQuery query) {
        return index.matching(query, withThoseBelow(query.departmentIds()))
                .sorted(PeopleIndex.ORDER)
                .toList();
    }

    @Override
    public List<PersonCard> matching(PeopleQuery query) {
        return index.matching(query, withThoseBelow(query.departmentIds())).toList();
    }

    @Override
    public Set<UUID> reports(UUID managerId) {
        return index.reports(managerId);
    }

    @Override
    public Set<UUID> allReports(UUID managerId) {
        return index.allReports(managerId);
    }

    @Override
    public List<UUID> managersOf(UUID personId) {
        Set<UUID> line = new LinkedHashSet<>();
        UUID next = index.card(personId).map(PersonCard::managerId).orElse(null);
        while (next != null && !next.equals(personId) && line.add(next)) {
            next = index.card(next).map(PersonCard::managerId).orElse(null);
        }
        return new ArrayList<>(line);
    }

    @Override
    public int headcount(UUID unitId) {
        return index.atWork(unitId);
    }

    @Override
    public long version() {
        return index.version();
    }

    /** Opens a person's record with the protected attributes: for the person, not for a score. */
    Optional<EmployeeTable.Entry> entry(UUID id) {
        return database.call(connection -> employees.entries(connection, List.of(id))).stream()
                .findFirst();
    }

    void written(List<Employee> written) {
        index.put(written);
    }

    void erased(UUID personId) {
        index.remove(personId);
    }

    void organisationChanged() {
        organisation.set(null);
        index.put(List.of());
    }

    /** Drops names and posts from memory; they are read again at the next question. */
    void forget() {
        index.drop();
    }

    private Set<UUID> withThoseBelow(Set<UUID> departments) {
        Set<UUID> all = new HashSet<>(departments);
        boolean more = !all.isEmpty();
        while (more) {
            more = false;
            for (Department department : organisation().departments().values()) {
                if (department.parentId() != null && all.contains(department.parentId())) {
                    more |= all.add(department.id());
                }
            }
        }
        return all;
    }

    private Organisation organisation() {
        Organisation present = organisation.get();
        if (present == null) {
            present = database.call(
                    connection -> Organisation.of(tables.subsidiaries(connection), tables.departments(connection)));
            organisation.set(present);
        }
        return present;
    }

    /** Subsidiaries and departments, of which there are few. */
    private record Organisation(
            List<Subsidiary> subsidiaries, Map<String, Subsidiary> byCode, Map<UUID, Department> departments) {

        static Organisation of(List<Subsidiary> subsidiaries, List<Department> departments) {
            Map<String, Subsidiary> byCode = new HashMap<>();
            subsidiaries.forEach(subsidiary -> byCode.put(subsidiary.code(), subsidiary));
            return new Organisation(
                    List.copyOf(subsidiaries),
                    byCode,
                    departments.stream().collect(Collectors.toMap(Department::id, Function.identity())));
        }
    }
}
