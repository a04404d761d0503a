package org.holdfast.core.signals;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.basis.PermittedUse;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/**
 * Everything dated that is known about a person, corrections with their forerunners, each with the basis it is used on;
 * what the gate holds back is held and so it is told.
 */
final class SignalRecords implements PersonRecords {
    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    private final SignalStore store;
    private final SignalCatalog catalog;
    private final PermittedUse use;

    SignalRecords(SignalStore store, SignalCatalog catalog, PermittedUse use) {
        this.store = store;
        this.catalog = catalog;
        this.use = use;
    }

    @Override
    public String section() {
        return "signals";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        PermittedUse.Today today = use.of(person);
        return store.read(person, BEGINNING).stream()
                .map(fact -> item(fact, today))
                .toList();
    }

    private RecordItem item(Fact fact, PermittedUse.Today today) {
        DataCategory category = category(fact);
        return RecordItem.with()
                .and("signal", fact.signal())
                .and("category", category.code())
                .and("date", fact.date())
                .and("value", fact.value())
                .and("text", fact.detail().text())
                .and("source", fact.detail().source())
                .and("knownAt", fact.knownAt())
                .and("basis", today.basis(category).orElse(""))
                .and("withheld", today.withheld(category))
                .item();
    }

    private DataCategory category(Fact fact) {
        return catalog.find(fact.signal())
                .map(SignalDefinition::category)
                .orElseGet(() -> FactCodes.category(fact.signal()));
    }
}
