package org.holdfast.core.insight;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.insight.Employments.Employment;
import org.holdfast.core.insight.Employments.Sums;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.WantedIds;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;

/**
 * What erased people add to the figures of a subsidiary's months: sums that say nothing about any of them. Ten years before
 * the last day are kept. Safe for use from many threads.
 */
public final class ErasedAttrition implements PersonTraces {
    private static final int MONTHS = 120;

    private final Database database;
    private final People people;

    ErasedAttrition(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    /** Returns the sums of some subsidiaries by month. */
    Map<YearMonth, Sums> of(Collection<UUID> subsidiaryIds) {
        String sql = "select month_begin, person_days, exits, voluntary from "
                + WantedIds.join("erased_attrition", "subsidiary_id");
        return database.call(connection -> {
            Map<YearMonth, Sums> sums = new HashMap<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                WantedIds.bind(read, 1, subsidiaryIds);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        YearMonth month = YearMonth.from(row.getObject(1, LocalDate.class));
                        sums.merge(month, new Sums(row.getLong(2), row.getInt(3), row.getInt(4)), Sums::plus);
                    }
                }
            }
            return sums;
        });
    }

    /**
     * What erased people add to a span.
     *
     * @param personDays days on which they were employed
     * @param voluntary how many left by their own will
     */
    public record Totals(long personDays, int voluntary) {}

    /**
     * Adds up what erased people add to the months of a span.
     *
     * @param subsidiaryId their subsidiary
     * @param from the first month
     * @param to the last month
     * @return the totals
     */
    public Totals between(UUID subsidiaryId, YearMonth from, YearMonth to) {
        Sums sums = of(List.of(subsidiaryId)).entrySet().stream()
                .filter(month ->
                        !month.getKey().isBefore(from) && !month.getKey().isAfter(to))
                .map(Map.Entry::getValue)
                .reduce(Sums.NONE, Sums::plus);
        return new Totals(sums.days(), sums.voluntary());
    }

    @Override
    public Map<String, Long> count(Connection connection, Subject person) {
        return Map.of();
    }

    @Override
    public void note(Connection connection, Subject person) throws SQLException {
        Optional<Employment> employment =
                people.employee(person.personId().orElseThrow()).flatMap(ErasedAttrition::past);
        if (employment.isEmpty()) {
            return;
        }
        YearMonth last = YearMonth.from(LocalDate.ofEpochDay(employment.get().last()));
        for (int back = 0; back < MONTHS; back++) {
            YearMonth month = last.minusMonths(back);
            Sums sums = Employments.sums(employment.get(), month);
            if (sums.days() == 0) {
                return;
            }
            add(connection, person.subsidiaryId(), month, sums);
        }
    }

    private static Optional<Employment> past(Employee employee) {
        return Employments.of(employee).filter(found -> employee.exit().date() != null);
    }

    private static void add(Connection connection, UUID subsidiaryId, YearMonth month, Sums sums) throws SQLException {
        String update = "update erased_attrition set person_days = person_days + ?, exits = exits + ?,"
                + " voluntary = voluntary + ? where subsidiary_id = ? and month_begin = ?";
        String insert = "insert into erased_attrition (person_days, exits, voluntary, subsidiary_id, month_begin)"
                + " values (?, ?, ?, ?, ?)";
        if (write(connection, update, subsidiaryId, month, sums) == 0) {
            write(connection, insert, subsidiaryId, month, sums);
        }
    }

    private static int write(Connection connection, String sql, UUID subsidiaryId, YearMonth month, Sums sums)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, sums.days());
            statement.setInt(2, sums.exits());
            statement.setInt(3, sums.voluntary());
            statement.setObject(4, subsidiaryId);
            statement.setObject(5, month.atDay(1));
            return statement.executeUpdate();
        }
    }

    @Override
    public void erase(Connection connection, Subject person) {
        // The sums stay: they are nobody's.
    }
}
