package org.holdfast.core.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.signals.Consents;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.FactCodes;
import org.holdfast.core.signals.FactHistory;
import org.holdfast.core.signals.SignalCatalog;
import org.holdfast.core.signals.SignalStore;

/** What is known of a person's signals now, as far as the present caller may see it. */
@Dependent
final class PersonalSignals {
    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    private final SignalStore store;
    private final SignalCatalog catalog;
    private final Consents consents;
    private final Visibility visibility;
    private final Clock clock;

    @Inject
    PersonalSignals(SignalStore store, SignalCatalog catalog, Consents consents, Visibility visibility, Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.consents = consents;
        this.visibility = visibility;
        this.clock = clock;
    }

    /**
     * Facts of one signal.
     *
     * @param signal its code
     * @param category its data category
     * @param unit what its values count
     * @param facts by day
     */
    record Series(String signal, String category, String unit, List<Fact> facts) {}

    /** Returns everything the caller may see, by day. */
    List<Fact> all(Subject person, LocalDate today) {
        List<Fact> known = FactHistory.knownBy(store.read(person, BEGINNING), clock.instant());
        List<Fact> seen = new ArrayList<>(known.size());
        boolean linked = consents.granted(person, DataCategory.JOB_SITE, Purpose.RETENTION, today);
        for (Fact fact : known) {
            if (maySee(fact, linked)) {
                seen.add(fact);
            }
        }
        return seen;
    }

    /** Returns the signals of the catalogue among facts. */
    List<Series> series(List<Fact> facts) {
        Map<String, List<Fact>> bySignal = new TreeMap<>();
        for (Fact fact : facts) {
            if (catalog.find(fact.signal()).isPresent()) {
                bySignal.computeIfAbsent(fact.signal(), key -> new ArrayList<>())
                        .add(fact);
            }
        }
        List<Series> all = new ArrayList<>();
        bySignal.forEach((signal, ofSignal) -> catalog.find(signal)
                .ifPresent(definition ->
                        all.add(new Series(signal, definition.category().code(), definition.unit(), ofSignal))));
        return all;
    }

    /** A line manager sees no trace of an outside signal, of pay, or of what was said in confidence. */
    private boolean maySee(Fact fact, boolean linked) {
        Optional<DataCategory> category = catalog.find(fact.signal()).map(definition -> definition.category());
        if (category.isEmpty()) {
            return maySeeEvent(fact.signal());
        }
        return switch (category.get()) {
            case JOB_SITE -> linked && visibility.has("risk:read");
            case PAY -> visibility.has("employees:readPay");
            case FEEDBACK, SURVEY -> visibility.has("risk:read");
            case ATTENDANCE, PERFORMANCE, WORK, PROJECT, CAREER, EMPLOYMENT -> true;
        };
    }

    private boolean maySeeEvent(String code) {
        if (code.equals(FactCodes.EVENT_PREFIX + "pay_change")
                || code.equals(FactCodes.EVENT_PREFIX + "counter_offer")) {
            return visibility.has("employees:readPay");
        }
        return !code.equals(FactCodes.EVENT_PREFIX + "resignation_raised") || visibility.has("risk:read");
    }
}
