package org.holdfast.core.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.holdfast.core.platform.database.WantedIds;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;

/** The table {@code employee}: everything telling is sealed on its way in. */
final class EmployeeTable {
    private static final String COLUMNS = "select id, subsidiary_id, department_id, manager_id, status, payload";

    private final Vault vault;

    EmployeeTable(Vault vault) {
        this.vault = vault;
    }

    /** A person with the protected attributes. */
    record Entry(Employee employee, ProtectedAttributes protectedAttributes) {}

    List<Employee> find(Connection connection, Collection<UUID> ids) throws SQLException {
        List<Employee> found = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(COLUMNS + " from " + WantedIds.join("employee", "id"))) {
            WantedIds.bind(statement, 1, ids);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    present(row).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    List<Entry> entries(Connection connection, Collection<UUID> ids) throws SQLException {
        String sql = COLUMNS + ", protected_payload from " + WantedIds.join("employee", "id");
        List<Entry> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            WantedIds.bind(statement, 1, ids);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    byte[] attributes = row.getBytes(7);
                    present(row)
                            .ifPresent(employee -> found.add(new Entry(employee, protectedOf(employee, attributes))));
                }
            }
        }
        return found;
    }

    void forEach(Connection connection, Consumer<Employee> action) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS + " from employee")) {
            statement.setFetchSize(1_000);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    present(row).ifPresent(action);
                }
            }
        }
    }

    void add(Connection connection, List<Entry> entries) throws SQLException {
        String sql = "insert into employee (department_id, manager_id, status, number_index, payload,"
                + " protected_payload, subsidiary_id, id, version) values (?, ?, ?, ?, ?, ?, ?, ?, 1)";
        write(connection, sql, entries);
    }

    void change(Connection connection, List<Entry> entries) throws SQLException {
        String sql = "update employee set department_id = ?, manager_id = ?, status = ?, number_index = ?,"
                + " payload = ?, protected_payload = ?, version = version + 1 where subsidiary_id = ? and id = ?";
        write(connection, sql, entries);
    }

    private void write(Connection connection, String sql, List<Entry> entries) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Entry entry : entries) {
                Employee employee = entry.employee();
                Subject subject = subject(employee);
                byte[] plain = PersonCodec.encode(PersonCodec.Plain.of(employee));
                byte[] attributes = PersonCodec.encode(entry.protectedAttributes());
                statement.setObject(1, employee.departmentId());
                statement.setObject(2, employee.managerId());
                statement.setString(3, employee.status().code());
                statement.setString(
                        4,
                        numberIndex(
                                vault,
                                employee.subsidiaryId(),
                                employee.contact().employeeNo()));
                statement.setBytes(5, vault.seal(subject, payloadCell(employee.id()), plain));
                statement.setBytes(6, vault.seal(subject, protectedCell(employee.id()), attributes));
                statement.setObject(7, employee.subsidiaryId());
                statement.setObject(8, employee.id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private ProtectedAttributes protectedOf(Employee employee, byte[] sealed) {
        return PersonCodec.decodeProtected(vault.open(subject(employee), protectedCell(employee.id()), sealed));
    }

    /** Leaves out whoever is being erased at this moment. */
    private Optional<Employee> present(ResultSet row) throws SQLException {
        try {
            return Optional.of(employee(row));
        } catch (PersonErasedException e) {
            return Optional.empty();
        }
    }

    private Employee employee(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UUID subsidiaryId = row.getObject(2, UUID.class);
        byte[] plain = vault.open(Subject.person(subsidiaryId, id), payloadCell(id), row.getBytes(6));
        PersonCodec.Plain person = PersonCodec.decode(plain);
        return new Employee(
                id,
                subsidiaryId,
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                status(row.getString(5)),
                person.contact(),
                person.post(),
                person.terms(),
                person.exit());
    }

    private static Employee.Status status(String code) {
        return Arrays.stream(Employee.Status.values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Subject subject(Employee employee) {
        return Subject.person(employee.subsidiaryId(), employee.id());
    }

    /** Returns the fingerprint under which a number is looked up. */
    static String numberIndex(Vault vault, UUID subsidiaryId, String number) {
        return vault.blindIndex(subsidiaryId, "employee.number", number);
    }

    private static Cell payloadCell(UUID id) {
        return new Cell("employee", "payload", id.toString(), PersonCodec.VERSION);
    }

    private static Cell protectedCell(UUID id) {
        return new Cell("employee", "protected_payload", id.toString(), PersonCodec.VERSION);
    }
}
