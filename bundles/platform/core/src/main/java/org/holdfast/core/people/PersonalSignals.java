package org.holdfast.core.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.FactCodes;
import org.holdfast.core.signals.FactHistory;
import org.holdfast.core.signals.SignalCatalog;
import org.holdfast.core.signals.SignalStore;

/** What is known of a person's signals now, as far as there is a lawful basis. */
@Dependent
public final class PersonalSignals {
    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    private final SignalStore store;
    private final SignalCatalog catalog;
    private final SignalGate gate;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param store what is known
     * @param catalog the signals
     * @param gate what has a lawful basis
     * @param clock the time
     */
    @Inject
    public PersonalSignals(SignalStore store, SignalCatalog catalog, SignalGate gate, Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.gate = gate;
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

    /**
     * Returns everything that a lawful basis lets anybody see; what of it the caller is told is for the writer.
     *
     * @param person the person
     * @param today the subsidiary's today
     * @return what is known now, by day
     */
    public List<Fact> all(Subject person, LocalDate today) {
        List<Fact> known = FactHistory.knownBy(store.read(person, BEGINNING), clock.instant());
        List<Fact> seen = new ArrayList<>(known.size());
        Predicate<DataCategory> open = open(person, today);
        for (Fact fact : known) {
            if (open.test(category(fact))) {
                seen.add(fact);
            }
        }
        return seen;
    }

    /** Where somebody works and for whom is what an employer has to know; everything else passes the gate. */
    private Predicate<DataCategory> open(Subject person, LocalDate today) {
        UUID id = person.personId().orElseThrow();
        SignalGate page = gate.read(person.subsidiaryId(), List.of(id));
        Map<DataCategory, Boolean> answers = new EnumMap<>(DataCategory.class);
        return category -> category == DataCategory.EMPLOYMENT
                || answers.computeIfAbsent(category, asked -> page.lets(person.subsidiaryId(), id, asked, today));
    }

    /**
     * Returns the field of the table of fields that a fact is told as.
     *
     * @param fact the fact
     * @return the field, such as {@code pay}
     */
    public String field(Fact fact) {
        return switch (fact.signal()) {
            case FactCodes.EVENT_PREFIX + "pay_change", FactCodes.EVENT_PREFIX + "counter_offer" ->
                DataCategory.PAY.code();
            case FactCodes.EVENT_PREFIX + "resignation_raised" -> "resignation";
            default -> category(fact).code();
        };
    }

    private DataCategory category(Fact fact) {
        return catalog.find(fact.signal())
                .map(SignalDefinition::category)
                .orElseGet(() -> FactCodes.category(fact.signal()));
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
}
