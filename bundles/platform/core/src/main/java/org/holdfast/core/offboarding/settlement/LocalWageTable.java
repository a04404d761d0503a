package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.offboarding.settlement.LocalWage.Span;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.jspecify.annotations.Nullable;

/** Average wages of places. Safe for use from many threads. */
final class LocalWageTable {
    private static final String SELECT = "select id, country, place, valid_from, valid_until, average, minimum, source"
            + " from offboarding_local_wage";

    private final Database database;

    LocalWageTable(Database database) {
        this.database = database;
    }

    /** Adds a wage; false where one of the place overlaps with it. */
    boolean add(LocalWage wage) {
        try {
            return database.call(connection -> {
                boolean taken =
                        read(connection, " where country = ? and place = ?", wage.country(), wage.place()).stream()
                                .anyMatch(other -> other.span().overlaps(wage.span()));
                if (!taken) {
                    insert(connection, wage);
                }
                return !taken;
            });
        } catch (DatabaseException e) {
            if (!e.isConstraintViolation()) {
                throw e;
            }
            return false;
        }
    }

    /** Removes a wage; false where there is none. */
    boolean remove(UUID id) {
        return database.call(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from offboarding_local_wage where id = ?")) {
                delete.setObject(1, id);
                return delete.executeUpdate() == 1;
            }
        });
    }

    /** Returns all wages, by country and place, the latest of a place first. */
    List<LocalWage> all() {
        return database.call(connection -> read(connection, " order by country, place, valid_from desc"));
    }

    /** Returns the wage of a place that holds for a last day. */
    Optional<LocalWage> of(String country, String place, LocalDate lastDay) {
        return database
                .call(connection -> read(connection, " where country = ? and place = ?", country, place))
                .stream()
                .filter(wage -> wage.span().holds(lastDay))
                .findFirst();
    }

    private static void insert(Connection connection, LocalWage wage) throws SQLException {
        String sql = "insert into offboarding_local_wage"
                + " (id, country, place, valid_from, valid_until, average, minimum, source)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            bind(
                    insert,
                    wage.id(),
                    wage.country(),
                    wage.place(),
                    wage.span().from(),
                    wage.span().until(),
                    wage.average(),
                    wage.minimum(),
                    wage.source());
            insert.executeUpdate();
        }
    }

    private static List<LocalWage> read(Connection connection, String where, Object... keys) throws SQLException {
        List<LocalWage> found = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(SELECT + where)) {
            bind(read, keys);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.add(wage(row));
                }
            }
        }
        return found;
    }

    private static LocalWage wage(ResultSet row) throws SQLException {
        BigDecimal minimum = row.getBigDecimal(7);
        return new LocalWage(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                new Span(row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class)),
                plain(row.getBigDecimal(6)),
                minimum == null ? null : plain(minimum),
                row.getString(8));
    }

    /** Writes 12,000 as it was entered, whatever the column's decimals are. */
    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
