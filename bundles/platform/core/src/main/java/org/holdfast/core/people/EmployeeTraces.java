package org.holdfast.core.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.ErasureError;
import org.holdfast.core.protection.erasure.PersonTraces;

/**
 * A person's record. What stays is the keyed fingerprint of the number, so that a file of the HR system that still lists the
 * person does not bring the person back.
 */
final class EmployeeTraces implements PersonTraces {
    private static final String ONE = " from employee where subsidiary_id = ? and id = ?";

    private final SealedPeople people;

    EmployeeTraces(SealedPeople people) {
        this.people = people;
    }

    @Override
    public Optional<ErasureError> obstacle(Connection connection, Subject person) throws SQLException {
        try (PreparedStatement read = prepare(connection, "select status" + ONE, person);
                ResultSet row = read.executeQuery()) {
            boolean employed = row.next() && !row.getString(1).equals(Employee.Status.LEFT.code());
            return employed ? Optional.of(ErasureError.STILL_EMPLOYED) : Optional.empty();
        }
    }

    @Override
    public Map<String, Long> count(Connection connection, Subject person) throws SQLException {
        try (PreparedStatement read = prepare(connection, "select id" + ONE, person);
                ResultSet row = read.executeQuery()) {
            return row.next() ? Map.of("profile", 1L) : Map.of();
        }
    }

    @Override
    public void erase(Connection connection, Subject person) throws SQLException {
        String keep = "insert into erased_number (subsidiary_id, number_index)"
                + " select subsidiary_id, number_index from employee where subsidiary_id = ? and id = ?"
                + " and not exists (select 1 from erased_number known where"
                + " known.subsidiary_id = employee.subsidiary_id and known.number_index = employee.number_index)";
        try (PreparedStatement suppress = prepare(connection, keep, person)) {
            suppress.executeUpdate();
        }
        try (PreparedStatement delete = prepare(connection, "delete" + ONE, person)) {
            delete.executeUpdate();
        }
        try (PreparedStatement unlink = connection.prepareStatement(
                "update employee set manager_id = null, version = version + 1 where manager_id = ?")) {
            unlink.setObject(1, person.personId().orElseThrow());
            unlink.executeUpdate();
        }
    }

    @Override
    public void forget(Subject person) {
        people.erased(person.personId().orElseThrow());
    }

    private static PreparedStatement prepare(Connection connection, String sql, Subject person) throws SQLException {
        UUID id = person.personId().orElseThrow();
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setObject(1, person.subsidiaryId());
        statement.setObject(2, id);
        return statement;
    }
}
