package org.holdfast.core.offboarding.papers;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.core.people.Employee;
import org.jspecify.annotations.Nullable;

/**
 * What a leaving certificate says of somebody: what the law wants it to say (Implementing Regulations of the Labour Contract Law,
 * article 24), and nothing that could speak against them.
 *
 * @param name full name
 * @param employeeNo number
 * @param post position
 * @param hired first day
 * @param contractUntil last day of the contract, null where it has none
 * @param lastDay last day of the employment
 * @param kind how it ended, where the person wishes the certificate to say so; else null
 */
record Leaver(
        String name,
        String employeeNo,
        String post,
        LocalDate hired,
        @Nullable LocalDate contractUntil,
        LocalDate lastDay,
        @Nullable ExitKind kind) {

    /** Names nobody. */
    @Override
    public String toString() {
        return "leaver";
    }

    /** Says what the register lacks, by codes with words under {@code papers.lacking.}. */
    static List<String> lacking(Employee employee, LocalDate lastDay) {
        List<String> lacking = new ArrayList<>();
        LocalDate hired = employee.terms().hireDate();
        if (hired == null || hired.isAfter(lastDay)) {
            lacking.add("hireDate");
        }
        if (employee.post().position().isBlank()) {
            lacking.add("post");
        }
        return lacking;
    }

    static Leaver of(Employee employee, LocalDate hired, LocalDate lastDay, @Nullable ExitKind kind) {
        return new Leaver(
                employee.contact().name(),
                employee.contact().employeeNo(),
                employee.post().position(),
                hired,
                employee.terms().contractEnd(),
                lastDay,
                kind);
    }

    /** Returns how long the person served: the last day counts. */
    Period service() {
        return Period.between(hired, lastDay.plusDays(1));
    }
}
