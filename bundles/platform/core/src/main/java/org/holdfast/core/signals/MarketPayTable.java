package org.holdfast.core.signals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.holdfast.core.platform.database.Database;
import org.jspecify.annotations.Nullable;

/** Keeps the market's pay in a plain table and answers from memory. */
public final class MarketPayTable implements MarketPay {
    /** Steps from the closest to the widest: whether the position (else the family), location and grade must match. */
    private static final List<Step> STEPS = List.of(
            new Step(true, true, true),
            new Step(true, true, false),
            new Step(true, false, true),
            new Step(true, false, false),
            new Step(false, true, true),
            new Step(false, true, false),
            new Step(false, false, true),
            new Step(false, false, false));

    private final Database database;
    private final AtomicReference<@Nullable Map<String, List<NavigableMap<LocalDate, Double>>>> index =
            new AtomicReference<>();

    /**
     * Creates it.
     *
     * @param database where the table is
     */
    public MarketPayTable(Database database) {
        this.database = database;
    }

    /**
     * Pay of the market for a post from a day on. Words may be empty and then stand for any.
     *
     * @param post the post and currency
     * @param validFrom first day
     * @param p25 lower quartile, gross per year
     * @param p50 median
     * @param p75 upper quartile
     */
    public record Row(Wanted post, LocalDate validFrom, double p25, double p50, double p75) {}

    @Override
    public Optional<Double> median(Wanted post, LocalDate day) {
        Map<String, List<NavigableMap<LocalDate, Double>>> current = current();
        for (Step step : STEPS) {
            if (step.possible(post)) {
                double[] medians = current.getOrDefault(step.key(post), List.of()).stream()
                        .map(byDay -> byDay.floorEntry(day))
                        .filter(entry -> entry != null)
                        .mapToDouble(Map.Entry::getValue)
                        .sorted()
                        .toArray();
                if (medians.length > 0) {
                    return Optional.of(middle(medians));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Keeps rows; one of the same post, currency and day is replaced.
     *
     * @param rows the rows
     * @return how many of them were new or changed
     */
    public int put(List<Row> rows) {
        int changed = database.call(connection -> {
            int count = 0;
            for (Row row : rows) {
                count += put(connection, row) ? 1 : 0;
            }
            return count;
        });
        database.afterCommit(() -> index.set(null));
        return changed;
    }

    private static boolean put(Connection connection, Row row) throws SQLException {
        String where = " where position_name = ? and position_family = ? and location = ? and grade = ?"
                + " and valid_from = ? and currency = ?";
        try (PreparedStatement select = connection.prepareStatement("select p25, p50, p75 from market_pay" + where)) {
            bindPost(select, row, 1);
            try (ResultSet old = select.executeQuery()) {
                if (!old.next()) {
                    insert(connection, row);
                    return true;
                }
                if (old.getDouble(1) == row.p25() && old.getDouble(2) == row.p50() && old.getDouble(3) == row.p75()) {
                    return false;
                }
            }
        }
        try (PreparedStatement update =
                connection.prepareStatement("update market_pay set p25 = ?, p50 = ?, p75 = ?" + where)) {
            bindPay(update, row, 1);
            bindPost(update, row, 4);
            update.executeUpdate();
        }
        return true;
    }

    private static void insert(Connection connection, Row row) throws SQLException {
        String sql = "insert into market_pay (id, p25, p50, p75, position_name, position_family, location, grade,"
                + " valid_from, currency) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.randomUUID());
            bindPay(statement, row, 2);
            bindPost(statement, row, 5);
            statement.executeUpdate();
        }
    }

    private static void bindPay(PreparedStatement statement, Row row, int from) throws SQLException {
        statement.setDouble(from, row.p25());
        statement.setDouble(from + 1, row.p50());
        statement.setDouble(from + 2, row.p75());
    }

    private static void bindPost(PreparedStatement statement, Row row, int from) throws SQLException {
        statement.setString(from, row.post().position());
        statement.setString(from + 1, row.post().family());
        statement.setString(from + 2, row.post().location());
        statement.setString(from + 3, row.post().grade());
        statement.setObject(from + 4, row.validFrom());
        statement.setString(from + 5, row.post().currency());
    }

    private Map<String, List<NavigableMap<LocalDate, Double>>> current() {
        Map<String, List<NavigableMap<LocalDate, Double>>> present = index.get();
        if (present == null) {
            present = read();
            index.set(present);
        }
        return present;
    }

    private Map<String, List<NavigableMap<LocalDate, Double>>> read() {
        Map<Wanted, NavigableMap<LocalDate, Double>> posts = new HashMap<>();
        database.run(connection -> {
            String sql = "select position_name, position_family, location, grade, currency, valid_from, p50"
                    + " from market_pay";
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Wanted post = new Wanted(
                            row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
                    posts.computeIfAbsent(post, key -> new TreeMap<>())
                            .put(row.getObject(6, LocalDate.class), row.getDouble(7));
                }
            }
        });
        Map<String, List<NavigableMap<LocalDate, Double>>> byStep = new HashMap<>();
        posts.forEach((post, byDay) -> {
            for (Step step : STEPS) {
                byStep.computeIfAbsent(step.key(post), key -> new ArrayList<>()).add(byDay);
            }
        });
        return byStep;
    }

    private static double middle(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Which words of a post have to match. */
    private record Step(boolean byPosition, boolean byLocation, boolean byGrade) {

        boolean possible(Wanted post) {
            return !(byPosition ? post.position() : post.family()).isEmpty()
                    && !(byLocation && post.location().isEmpty())
                    && !(byGrade && post.grade().isEmpty());
        }

        String key(Wanted post) {
            return String.join(
                    "\n",
                    Arrays.asList(
                            byPosition + "/" + byLocation + "/" + byGrade,
                            byPosition ? post.position() : post.family(),
                            byLocation ? post.location() : "",
                            byGrade ? post.grade() : "",
                            post.currency()));
        }
    }
}
