package org.holdfast.core.signals;

import java.util.List;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** What a person has agreed to, withdrawn consents included. */
final class ConsentRecords implements PersonRecords {
    private final Consents consents;

    ConsentRecords(Consents consents) {
        this.consents = consents;
    }

    @Override
    public String section() {
        return "consents";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        return consents.of(person).stream()
                .map(consent -> RecordItem.with()
                        .and("category", consent.category().code())
                        .and("purpose", consent.purpose().code())
                        .and("from", consent.from())
                        .and("to", consent.to())
                        .item())
                .toList();
    }
}
