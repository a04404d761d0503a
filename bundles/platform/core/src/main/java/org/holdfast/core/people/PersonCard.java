package org.holdfast.core.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is held in memory about a person to search, sort and list: never on disk, never in a log.
 *
 * @param id the person
 * @param subsidiaryId the subsidiary
 * @param departmentId the department, null where not said
 * @param managerId the superior, null where there is none
 * @param status whether the person is at work
 * @param employeeNo number, unique in the subsidiary
 * @param name full name
 * @param position name of the position
 * @param family code of the position family
 * @param grade grade
 * @param keyPost whether the post is a key post
 * @param hireDate day of hire, null where not known
 * @param basePay gross per year, NaN where not known
 * @param currency ISO 4217 code, empty where not known
 */
public record PersonCard(
        UUID id,
        UUID subsidiaryId,
        @Nullable UUID departmentId,
        @Nullable UUID managerId,
        Employee.Status status,
        String employeeNo,
        String name,
        String position,
        String family,
        String grade,
        boolean keyPost,
        @Nullable LocalDate hireDate,
        double basePay,
        String currency) {

    /** Returns the card of the same person under another superior, or none. */
    PersonCard under(@Nullable UUID manager) {
        return new PersonCard(
                id,
                subsidiaryId,
                departmentId,
                manager,
                status,
                employeeNo,
                name,
                position,
                family,
                grade,
                keyPost,
                hireDate,
                basePay,
                currency);
    }

    static PersonCard of(Employee employee) {
        Employee.Post post = employee.post();
        return new PersonCard(
                employee.id(),
                employee.subsidiaryId(),
                employee.departmentId(),
                employee.managerId(),
                employee.status(),
                employee.contact().employeeNo(),
                employee.contact().name(),
                post.position().intern(),
                post.family().intern(),
                post.grade().intern(),
                post.keyPost(),
                employee.terms().hireDate(),
                employee.terms().basePay(),
                employee.terms().currency().intern());
    }
}
