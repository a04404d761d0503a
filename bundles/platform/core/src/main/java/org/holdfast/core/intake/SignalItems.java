package org.holdfast.core.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.signals.SignalsArrived;
import org.jspecify.annotations.Nullable;

/** Takes signals that are sent one by one, by the same rules as those of a file. Safe for use from many threads. */
public final class SignalItems {
    /** Most items of a call. */
    public static final int MOST = 10_000;

    private final Database database;
    private final Rooms rooms;

    /**
     * Creates it.
     *
     * @param database where signals are kept
     * @param rooms where they go
     */
    public SignalItems(Database database, Rooms rooms) {
        this.database = database;
        this.rooms = rooms;
    }

    /**
     * A signal as it is sent: the columns of {@code signals.csv}.
     *
     * @param subsidiary code of the subsidiary
     * @param employeeNo number of the person
     * @param signal code of the signal
     * @param date its day
     * @param value its value
     * @param source where it comes from
     * @param text its text
     * @param intention intention, for a résumé update
     * @param expectedPay expected pay, for a résumé update
     * @param knownAt when the firm could know it
     */
    public record Item(
            @Nullable String subsidiary,
            @Nullable String employeeNo,
            @Nullable String signal,
            @Nullable String date,
            @Nullable Double value,
            @Nullable String source,
            @Nullable String text,
            @Nullable String intention,
            @Nullable Double expectedPay,
            @Nullable String knownAt) {

        private Map<String, String> columns() {
            Map<String, String> columns = new HashMap<>();
            put(columns, "subsidiary", subsidiary);
            put(columns, "employee_no", employeeNo);
            put(columns, "signal", signal);
            put(columns, "date", date);
            put(columns, "value", value);
            put(columns, "source", source);
            put(columns, "text", text);
            put(columns, "intention", intention);
            put(columns, "expected_pay", expectedPay);
            put(columns, "known_at", knownAt);
            return columns;
        }

        private static void put(Map<String, String> columns, String name, @Nullable Object value) {
            if (value != null) {
                columns.put(name, value.toString());
            }
        }
    }

    /**
     * What became of items.
     *
     * @param accepted how many were taken, those that were there already included
     * @param rejected the others
     * @param arrived where something is new
     */
    public record Outcome(int accepted, List<Rejected> rejected, List<SignalsArrived> arrived) {}

    /**
     * An item that was not taken.
     *
     * @param index its place, from 0
     * @param problem what is wrong with it
     */
    public record Rejected(int index, Problem problem) {}

    /**
     * Takes items.
     *
     * @param items at most {@value #MOST}
     * @param allowed subsidiaries the caller may write to
     * @return what became of them
     */
    public Outcome take(List<Item> items, Set<UUID> allowed) {
        List<Cells> rows = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            Cells row = new Cells(i, List.of(), items.get(i).columns());
            boolean may = rooms.people()
                    .subsidiaryByCode(row.text("subsidiary"))
                    .map(subsidiary -> allowed.contains(subsidiary.id()))
                    .orElse(false);
            if (!may) {
                row.problem("subsidiary", "unknownSubsidiary");
            }
            rows.add(row);
        }
        Scope scope = new Scope(rooms, null, false);
        SignalRows target = new SignalRows(scope, false);
        database.run(connection -> target.take(rows.stream().filter(Cells::good).toList(), new Tally()));
        List<Rejected> rejected = new ArrayList<>();
        for (Cells row : rows) {
            if (!row.good()) {
                rejected.add(new Rejected((int) row.line(), row.problems().get(0)));
            }
        }
        List<SignalsArrived> arrived = scope.arrivedIn().stream()
                .map(subsidiaryId -> new SignalsArrived(subsidiaryId, false))
                .toList();
        return new Outcome(items.size() - rejected.size(), rejected, arrived);
    }
}
