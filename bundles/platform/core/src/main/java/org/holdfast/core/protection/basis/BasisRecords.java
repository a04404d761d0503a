package org.holdfast.core.protection.basis;

import java.util.List;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** On which bases data about the people of a subsidiary is used. */
final class BasisRecords implements PersonRecords {
    private final LawfulBases bases;

    BasisRecords(LawfulBases bases) {
        this.bases = bases;
    }

    @Override
    public String section() {
        return "bases";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        return bases.of(person.subsidiaryId()).stream()
                .map(basis -> RecordItem.with()
                        .and("category", basis.category().code())
                        .and("purpose", basis.purpose().code())
                        .and("kind", basis.kind().code())
                        .and("from", basis.validity().from())
                        .and("to", basis.validity().to())
                        .item())
                .toList();
    }
}
