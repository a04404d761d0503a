package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.RestException;

/** Finds a person for whoever asks about one, and tells the audit log whom it is about. For one request. */
@Dependent
final class PersonDesk {
    private final People people;
    private final Visibility visibility;
    private final AuditNotes audit;

    @Inject
    PersonDesk(People people, Visibility visibility, AuditNotes audit) {
        this.people = people;
        this.visibility = visibility;
        this.audit = audit;
    }

    /** Returns the person's card; 404 where there is none or the caller may not see it. */
    PersonCard card(UUID employeeId) {
        PersonCard card = people.card(employeeId).orElseThrow(RestException::notFound);
        visibility.requirePerson(card.subsidiaryId(), employeeId);
        audit.told(List.of(employeeId));
        return card;
    }

    /** Returns the card of the employee who the caller is; 409 where the caller's account is linked to none. */
    PersonCard self() {
        PersonCard card = visibility
                .caller()
                .employeeId()
                .flatMap(people::card)
                .orElseThrow(() -> RestException.of(
                        PrivacyError.NOT_AN_EMPLOYEE, "The account is linked to no employee of the register."));
        audit.told(List.of(card.id()));
        return card;
    }

    /** Tells the audit log about whom something is told. */
    void told(Collection<UUID> employees) {
        audit.told(employees);
    }

    /** Says whether the caller sees a person, also one who was erased. */
    boolean sees(UUID subsidiaryId, UUID employeeId) {
        return visibility.maySee(subsidiaryId, employeeId);
    }

    /** Returns who calls. */
    Caller who() {
        return visibility.caller();
    }

    /** Returns the caller's account. */
    UUID caller() {
        return UUID.fromString(visibility.caller().id());
    }
}
