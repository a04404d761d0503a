package org.holdfast.core.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.core.signals.MarketPay.Wanted;
import org.holdfast.core.signals.MarketPayTable;

/** Takes {@code market_pay.csv}. */
final class MarketPayRows implements RowTarget {
    private final Scope scope;

    MarketPayRows(Scope scope) {
        this.scope = scope;
    }

    @Override
    public void take(List<Cells> rows, Tally tally) {
        List<MarketPayTable.Row> good = new ArrayList<>(rows.size());
        for (Cells row : rows) {
            MarketPayTable.Row pay = pay(row);
            if (row.good()) {
                good.add(pay);
            }
        }
        int changed = scope.dryRun() ? good.size() : scope.rooms().market().put(good);
        tally.accepted(changed);
        tally.unchanged(good.size() - changed);
    }

    private static MarketPayTable.Row pay(Cells row) {
        Wanted post = new Wanted(
                row.word("position", 200),
                row.word("position_family", 60),
                row.word("location", 200),
                row.word("grade", 60),
                row.currency(true));
        if (post.position().isEmpty() && post.family().isEmpty()) {
            row.problem("position", "missing");
        }
        LocalDate from = row.requiredDay("date");
        double low = amount(row, "p25");
        double middle = amount(row, "p50");
        double high = amount(row, "p75");
        if (row.good() && (low > middle || middle > high)) {
            row.problem("p50", "notInOrder");
        }
        return new MarketPayTable.Row(post, from, low, middle, high);
    }

    private static double amount(Cells row, String column) {
        if (row.text(column).isEmpty()) {
            row.problem(column, "missing");
        }
        return row.amount(column).orElse(0);
    }
}
