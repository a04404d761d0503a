package org.holdfast.core.people;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * A person as a row of a list.
 *
 * @param id the person
 * @param employeeNo number
 * @param name name
 * @param subsidiaryId subsidiary
 * @param subsidiaryCode its code
 * @param subsidiaryName its name
 * @param departmentId department
 * @param departmentName its name
 * @param position position
 * @param positionFamily position family
 * @param grade grade
 * @param keyPost whether it is a key post
 * @param status status
 * @param hireDate day of hire
 * @param managerId superior
 * @param managerName the superior's name
 */
public record EmployeeRow(
        @Whom UUID id,
        @Told("name") String employeeNo,
        @Told("name") String name,
        @Where UUID subsidiaryId,
        @Told("post") String subsidiaryCode,
        @Told("post") String subsidiaryName,
        @Told("post") @Nullable UUID departmentId,
        @Told("post") @Nullable String departmentName,
        @Told("post") String position,
        @Told("post") String positionFamily,
        @Told("post") String grade,
        @Told("post") boolean keyPost,
        @Told("post") String status,
        @Told("post") @Nullable LocalDate hireDate,
        @Told("post") @Nullable UUID managerId,
        @Told("post") @Nullable String managerName) {

    /**
     * Makes the row of a card.
     *
     * @param card the person
     * @param people knows the names around it
     * @return the row
     */
    public static EmployeeRow of(PersonCard card, People people) {
        Optional<Subsidiary> subsidiary = people.subsidiary(card.subsidiaryId());
        UUID departmentId = card.departmentId();
        UUID managerId = card.managerId();
        return new EmployeeRow(
                card.id(),
                card.employeeNo(),
                card.name(),
                card.subsidiaryId(),
                subsidiary.map(Subsidiary::code).orElse(""),
                subsidiary.map(Subsidiary::name).orElse(""),
                departmentId,
                departmentId == null
                        ? null
                        : people.department(departmentId).map(Department::name).orElse(null),
                card.position(),
                card.family(),
                card.grade(),
                card.keyPost(),
                card.status().code(),
                card.hireDate(),
                managerId,
                managerId == null
                        ? null
                        : people.card(managerId).map(PersonCard::name).orElse(null));
    }
}
