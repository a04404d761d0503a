package org.holdfast.core.retention.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.holdfast.core.retention.history.HistoryEntry.Kind;
import org.holdfast.core.retention.history.HistoryEntry.Size;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.FactCodes;
import org.jspecify.annotations.Nullable;

/** Finds in the facts about a person what was done to keep them, and the signs that they may go. */
final class CareerEntries {
    private static final String PAY_CHANGE = "event.pay_change";
    private static final Map<String, Kind> KINDS = Map.of(
            "event.resignation_raised", Kind.RESIGNATION_RAISED,
            "pay.raise_request", Kind.RAISE_REQUEST,
            "event.counter_offer", Kind.COUNTER_OFFER,
            "event.promotion", Kind.PROMOTION,
            "event.transfer", Kind.TRANSFER,
            "event.action", Kind.ACTION);

    private CareerEntries() {}

    /**
     * Finds entries.
     *
     * @param facts what is known, by day
     * @param field the field a fact is told as
     * @return the entries, in any order
     */
    static List<HistoryEntry> of(List<Fact> facts, Function<Fact, String> field) {
        List<HistoryEntry> found = new ArrayList<>(raises(facts, field));
        Set<LocalDate> raised = new HashSet<>();
        facts.stream()
                .filter(fact -> fact.signal().equals(FactCodes.BASE_PAY))
                .forEach(fact -> raised.add(fact.date()));
        for (Fact fact : facts) {
            Kind kind = KINDS.get(fact.signal());
            if (kind != null) {
                found.add(entry(fact, kind, size(fact, kind), field));
            } else if (fact.signal().equals(PAY_CHANGE) && !raised.contains(fact.date())) {
                found.add(entry(fact, Kind.RAISE, null, field));
            } else if (fact.signal().equals(FactCodes.LEFT) && !Double.isNaN(fact.value())) {
                found.add(new HistoryEntry(fact.date(), Kind.EXIT, "", "", null, field.apply(fact)));
            }
        }
        return found;
    }

    /** Where the pay rose against what was paid before; a cut is nothing that keeps anybody. */
    private static List<HistoryEntry> raises(List<Fact> facts, Function<Fact, String> field) {
        List<HistoryEntry> raises = new ArrayList<>();
        double before = Double.NaN;
        for (Fact fact : facts) {
            if (!fact.signal().equals(FactCodes.BASE_PAY) || Double.isNaN(fact.value())) {
                continue;
            }
            if (fact.value() > before && before > 0) {
                double percent = Math.round(1000 * (fact.value() / before - 1)) / 10.0;
                raises.add(entry(fact, Kind.RAISE, new Size(percent, null), field));
            }
            before = fact.value();
        }
        return raises;
    }

    private static @Nullable Size size(Fact fact, Kind kind) {
        boolean said = kind == Kind.COUNTER_OFFER && fact.value() > 0;
        return said ? new Size(null, fact.value()) : null;
    }

    private static HistoryEntry entry(Fact fact, Kind kind, @Nullable Size size, Function<Fact, String> field) {
        // The text of a base pay is its currency.
        String detail =
                fact.signal().equals(FactCodes.BASE_PAY) ? "" : fact.detail().text();
        return new HistoryEntry(fact.date(), kind, "", detail, size, field.apply(fact));
    }
}
