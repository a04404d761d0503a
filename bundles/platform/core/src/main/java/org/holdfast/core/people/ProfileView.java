package org.holdfast.core.people;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.ToldAs;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * One view of a person: the row, what is known beyond it, and the signals.
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
 * @param basePay gross per year, null where not known
 * @param currency its currency
 * @param leaveDate last day
 * @param manager the superior's row, null where there is none or the caller may not see it
 * @param freshness how far each source has delivered
 * @param signals signals with their series
 */
public record ProfileView(
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
        @Told("post") @Nullable String managerName,
        @Told("contact") String email,
        @Told("contact") String phone,
        @Told("contact") String location,
        @Told("contract") @Nullable LocalDate contractEnd,
        @Told("pay") @Nullable Double basePay,
        @Told("pay") @Nullable String currency,
        @Told("contract") @Nullable LocalDate leaveDate,
        @Nullable EmployeeRow manager,
        List<Fresh> freshness,
        List<SignalView> signals) {

    /**
     * How far a source has delivered.
     *
     * @param signal code of the signal
     * @param category its data category, not written
     * @param source the source
     * @param latestDate last day
     * @param latestKnownAt when it was known
     */
    public record Fresh(
            String signal,
            @ToldAs(shown = false) String category,
            String source,
            LocalDate latestDate,
            OffsetDateTime latestKnownAt) {}

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
            String signal, String name, @ToldAs String category, String unit, Point latest, List<Point> series) {}

    /**
     * A value.
     *
     * @param date its day
     * @param value the value, null for a text
     * @param text the text, empty where there is none
     */
    public record Point(LocalDate date, @Nullable Double value, String text) {}

    static ProfileView of(EmployeeRow row, Employee person, Around around) {
        Employee.Terms terms = person.terms();
        boolean paid = !Double.isNaN(terms.basePay());
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
                paid ? terms.basePay() : null,
                paid ? terms.currency() : null,
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
