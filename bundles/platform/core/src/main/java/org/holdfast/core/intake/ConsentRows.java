package org.holdfast.core.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.signals.Consents.Consent;

/** Takes {@code consents.csv}, for generated people only: everywhere else a consent is the employee's own act. */
final class ConsentRows implements RowTarget {
    private final Scope scope;

    ConsentRows(Scope scope) {
        this.scope = scope;
    }

    @Override
    public void take(List<Cells> rows, Tally tally) {
        for (Cells row : rows) {
            Optional<Subsidiary> subsidiary = scope.subsidiary(row);
            if (subsidiary.isPresent() && !subsidiary.get().sandbox()) {
                row.problem("", "consentIsAnOwnAct");
            }
            Optional<PersonCard> person = subsidiary.flatMap(found -> scope.person(row, found));
            Optional<Consent> consent = consent(row);
            if (row.good() && person.isPresent() && consent.isPresent()) {
                boolean changed = put(person.get(), consent.get());
                tally.accepted(changed ? 1 : 0);
                tally.unchanged(changed ? 0 : 1);
            }
        }
    }

    /** Returns whether the consent is new, or would be. */
    private boolean put(PersonCard person, Consent consent) {
        if (scope.dryRun()) {
            return true;
        }
        boolean changed = scope.rooms().consents().put(Subject.person(person.subsidiaryId(), person.id()), consent);
        if (changed) {
            scope.arrived(person.subsidiaryId(), Set.of(person.id()));
        }
        return changed;
    }

    private static Optional<Consent> consent(Cells row) {
        Optional<DataCategory> category = DataCategory.ofCode(row.required("category", 60));
        Optional<Purpose> purpose = Purpose.ofCode(row.required("purpose", 60));
        if (category.isEmpty() && !row.text("category").isEmpty()) {
            row.problem("category", "notOneOf");
        }
        if (purpose.isEmpty() && !row.text("purpose").isEmpty()) {
            row.problem("purpose", "notOneOf");
        }
        LocalDate from = row.requiredDay("from");
        LocalDate to = row.day("to");
        if (to != null && to.isBefore(from)) {
            row.problem("to", "beforeBegin");
        }
        return category.flatMap(known -> purpose.map(use -> new Consent(known, use, from, to)));
    }
}
