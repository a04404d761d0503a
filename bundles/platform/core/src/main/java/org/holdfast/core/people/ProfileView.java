package org.holdfast.core.people;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One view of a person: the row, what the caller may see beyond it, and the signals.
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
 * @param email mail address
 * @param phone phone number
 * @param location place of work
 * @param contractEnd end of the contract
 * @param basePay gross per year, null where the caller may not see it
 * @param currency its currency
 * @param leaveDate last day
 * @param manager the superior's row, null where there is none or the caller may not see it
 * @param freshness how far each source has delivered
 * @param signals signals with their series
 */
public record ProfileView(
        UUID id,
        String employeeNo,
        String name,
        UUID subsidiaryId,
        String subsidiaryCode,
        String subsidiaryName,
        @Nullable UUID departmentId,
        @Nullable String departmentName,
        String position,
        String positionFamily,
        String grade,
        boolean keyPost,
        String status,
        @Nullable LocalDate hireDate,
        @Nullable UUID managerId,
        @Nullable String managerName,
        String email,
        String phone,
        String location,
        @Nullable LocalDate contractEnd,
        @Nullable Double basePay,
        @Nullable String currency,
        @Nullable LocalDate leaveDate,
        @Nullable EmployeeRow manager,
        List<Fresh> freshness,
        List<SignalView> signals) {

    /**
     * How far a source has delivered.
     *
     * @param signal code of the signal
     * @param source the source
     * @param latestDate last day
     * @param latestKnownAt when it was known
     */
    public record Fresh(String signal, String source, LocalDate latestDate, OffsetDateTime latestKnownAt) {}

    /**
     * A signal of the person.
     *
     * @param signal its code
     * @param name its name in the reader's language
     * @param category its data category
     * @param unit what its values count
     * @param latest the newest value
     * @param series all values by day
     */
    public record SignalView(
            String signal, String name, String category, String unit, Point latest, List<Point> series) {}

    /**
     * A value.
     *
     * @param date its day
     * @param value the value, null for a text
     * @param text the text, empty where there is none
     */
    public record Point(LocalDate date, @Nullable Double value, String text) {}

    static ProfileView of(EmployeeRow row, Employee person, boolean pay, Around around) {
        Employee.Terms terms = person.terms();
        boolean shown = pay && !Double.isNaN(terms.basePay());
        return new ProfileView(
                row.id(),
                row.employeeNo(),
                row.name(),
                row.subsidiaryId(),
                row.subsidiaryCode(),
                row.subsidiaryName(),
                row.departmentId(),
                row.departmentName(),
                row.position(),
                row.positionFamily(),
                row.grade(),
                row.keyPost(),
                row.status(),
                row.hireDate(),
                row.managerId(),
                row.managerName(),
                person.contact().email(),
                person.contact().phone(),
                person.post().location(),
                terms.contractEnd(),
                shown ? terms.basePay() : null,
                shown ? terms.currency() : null,
                person.exit().date(),
                around.manager(),
                around.freshness(),
                around.signals());
    }

    /**
     * What stands around the person.
     *
     * @param manager the superior's row
     * @param freshness how far each source has delivered
     * @param signals signals with their series
     */
    record Around(@Nullable EmployeeRow manager, List<Fresh> freshness, List<SignalView> signals) {}
}
