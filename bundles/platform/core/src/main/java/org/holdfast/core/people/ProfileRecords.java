package org.holdfast.core.people;

import java.util.List;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;
import org.jspecify.annotations.Nullable;

/** A person's record with the protected attributes. */
final class ProfileRecords implements PersonRecords {
    private final SealedPeople people;

    ProfileRecords(SealedPeople people) {
        this.people = people;
    }

    @Override
    public String section() {
        return "profile";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        return people.entry(person.personId().orElseThrow()).stream()
                .map(this::item)
                .toList();
    }

    private RecordItem item(EmployeeTable.Entry entry) {
        Employee employee = entry.employee();
        RecordItem.Builder item = RecordItem.with()
                .and("employeeNo", employee.contact().employeeNo())
                .and("name", employee.contact().name())
                .and("email", employee.contact().email())
                .and("phone", employee.contact().phone())
                .and("birthDate", entry.protectedAttributes().birthDate())
                .and("gender", entry.protectedAttributes().gender())
                .and("status", employee.status().code())
                .and("department", department(employee))
                .and("superior", superior(employee));
        return post(terms(item, employee), employee).item();
    }

    private @Nullable String department(Employee employee) {
        return employee.departmentId() == null
                ? null
                : people.department(employee.departmentId())
                        .map(Department::name)
                        .orElse(null);
    }

    /** Whom somebody reports to is about both; the person knows it anyway. */
    private @Nullable String superior(Employee employee) {
        return employee.managerId() == null
                ? null
                : people.card(employee.managerId()).map(PersonCard::name).orElse(null);
    }

    private static RecordItem.Builder post(RecordItem.Builder item, Employee employee) {
        return item.and("position", employee.post().position())
                .and("positionFamily", employee.post().family())
                .and("grade", employee.post().grade())
                .and("keyPost", employee.post().keyPost())
                .and("revenueShare", employee.post().revenueShare())
                .and("location", employee.post().location());
    }

    private static RecordItem.Builder terms(RecordItem.Builder item, Employee employee) {
        return item.and("hireDate", employee.terms().hireDate())
                .and("contractEnd", employee.terms().contractEnd())
                .and("basePay", employee.terms().basePay())
                .and("currency", employee.terms().currency())
                .and("leaveDate", employee.exit().date())
                .and("leaveType", employee.exit().type())
                .and("leaveReason", employee.exit().reason());
    }
}
