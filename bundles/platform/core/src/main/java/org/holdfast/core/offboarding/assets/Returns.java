package org.holdfast.core.offboarding.assets;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.holdfast.core.offboarding.assets.AssetViews.MonthView;
import org.holdfast.core.offboarding.assets.AssetViews.ReturnsView;
import org.holdfast.core.platform.database.Database;

/**
 * How much of what was due came back by its day: returned, or handed to somebody else, on the due day at the latest. What was lost did
 * not. Of people who were erased the counts stay. Safe for use from many threads.
 */
final class Returns implements ReturnFigures {
    private final Database database;
    private final HoldingTable holdings;
    private final AssetWorld world;

    Returns(Database database, HoldingTable holdings, AssetWorld world) {
        this.database = database;
        this.holdings = holdings;
        this.world = world;
    }

    /** Counts of a month. */
    private record Counts(int due, int onTime, int open) {
        Counts plus(Counts other) {
            return new Counts(due + other.due, onTime + other.onTime, open + other.open);
        }
    }

    @Override
    public List<ReturnFigure> of(UUID subsidiaryId) {
        List<ReturnFigure> found = new ArrayList<>();
        forEachDue(subsidiaryId, (one, due) -> found.add(new ReturnFigure(one.personId(), due, one.backBy(due))));
        return found;
    }

    private void forEachDue(UUID subsidiaryId, BiConsumer<Holding, LocalDate> action) {
        DueDays days = world.dueDays();
        LocalDate today = world.today(subsidiaryId);
        for (Holding one : holdings.of(subsidiaryId)) {
            days.of(one).filter(due -> !due.isAfter(today)).ifPresent(due -> action.accept(one, due));
        }
    }

    ReturnsView months(UUID subsidiaryId) {
        Map<YearMonth, Counts> found = erased(subsidiaryId);
        forEachDue(subsidiaryId, (one, due) -> found.merge(YearMonth.from(due), count(one, due), Counts::plus));
        List<MonthView> months = found.entrySet().stream()
                .sorted(Map.Entry.<YearMonth, Counts>comparingByKey(Comparator.reverseOrder()))
                .map(entry -> new MonthView(
                        entry.getKey().toString(),
                        entry.getValue().due(),
                        entry.getValue().onTime(),
                        entry.getValue().open()))
                .toList();
        return new ReturnsView(
                months,
                months.stream().mapToInt(MonthView::due).sum(),
                months.stream().mapToInt(MonthView::onTime).sum());
    }

    private static Counts count(Holding one, LocalDate due) {
        return new Counts(1, one.backBy(due) ? 1 : 0, one.open() ? 1 : 0);
    }

    /** Keeps the counts of somebody who is erased. */
    void keep(Connection connection, UUID subsidiaryId, UUID personId) throws SQLException {
        DueDays days = world.dueDays();
        LocalDate today = world.today(subsidiaryId);
        for (Holding one : HoldingTable.ofPerson(connection, personId)) {
            LocalDate due = days.of(one).filter(day -> !day.isAfter(today)).orElse(null);
            if (due != null && one.subsidiaryId().equals(subsidiaryId)) {
                add(connection, subsidiaryId, YearMonth.from(due).atDay(1), one.backBy(due) ? 1 : 0);
            }
        }
    }

    private static void add(Connection connection, UUID subsidiaryId, LocalDate month, int onTime) throws SQLException {
        int changed = AssetTable.update(
                connection,
                "update asset_erased_return set due = due + 1, on_time = on_time + ?"
                        + " where subsidiary_id = ? and month_begin = ?",
                onTime,
                subsidiaryId,
                month);
        if (changed == 0) {
            AssetTable.update(
                    connection,
                    "insert into asset_erased_return (subsidiary_id, month_begin, due, on_time) values (?, ?, 1, ?)",
                    subsidiaryId,
                    month,
                    onTime);
        }
    }

    private Map<YearMonth, Counts> erased(UUID subsidiaryId) {
        String sql = "select month_begin, due, on_time from asset_erased_return where subsidiary_id = ?";
        return database.call(connection -> {
            Map<YearMonth, Counts> found = new HashMap<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, subsidiaryId);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.put(
                                YearMonth.from(row.getObject(1, LocalDate.class)),
                                new Counts(row.getInt(2), row.getInt(3), 0));
                    }
                }
            }
            return found;
        });
    }
}
