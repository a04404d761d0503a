package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.access.Caller;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.basis.Contact;
import org.holdfast.core.protection.basis.Contacts;
import org.holdfast.core.protection.rights.AutomatedDecisions;
import org.holdfast.core.protection.rights.Relative;
import org.holdfast.core.protection.rights.RequestKind;
import org.holdfast.core.protection.rights.RightsRequest;
import org.holdfast.core.protection.rights.RightsRequests;
import org.holdfast.core.protection.rights.RightsRequests.Account;
import org.holdfast.core.protection.rights.RightsRequests.Wanted;
import org.jspecify.annotations.Nullable;

/** Takes and shows what people ask for. For one request. */
@Dependent
final class RequestDesk {
    private static final int LONGEST_TEXT = 4_000;

    private final RightsRequests requests;
    private final PersonDesk desk;
    private final People people;
    private final Contacts contacts;
    private final AutomatedDecisions automated;

    @Inject
    RequestDesk(
            RightsRequests requests, PersonDesk desk, People people, Contacts contacts, AutomatedDecisions automated) {
        this.requests = requests;
        this.desk = desk;
        this.people = people;
        this.contacts = contacts;
        this.automated = automated;
    }

    /** Returns who asks or about whom. */
    PersonDesk persons() {
        return desk;
    }

    /** Registers a request of the person; today where no day is said. */
    RequestView file(PersonCard card, @Nullable String kind, @Nullable String text, @Nullable LocalDate receivedOn) {
        return file(card, kind, text, receivedOn, null);
    }

    /** Registers a request of the person, or of a relative for somebody who died. */
    RequestView file(
            PersonCard card,
            @Nullable String kind,
            @Nullable String text,
            @Nullable LocalDate receivedOn,
            @Nullable Relative relative) {
        RequestKind wanted = kind == null ? null : RequestKind.ofCode(kind).orElse(null);
        if (wanted == null) {
            throw RestException.invalid("kind", kind == null ? "missing" : "unknown");
        }
        if (relative != null && !wanted.ofRelatives()) {
            throw RestException.invalid("kind", "notForRelatives");
        }
        String asked = text("text", text, wanted == RequestKind.RECTIFICATION);
        LocalDate today = requests.today(card.subsidiaryId());
        LocalDate day = receivedOn == null ? today : receivedOn;
        if (day.isAfter(today)) {
            throw RestException.invalid("receivedOn", "future");
        }
        boolean bySelf = desk.who().employeeId().filter(card.id()::equals).isPresent();
        return view(requests.file(subject(card), new Wanted(wanted, asked, day, desk.caller(), bySelf, relative)));
    }

    /** Finds a request about somebody the caller may see; 404 otherwise. */
    RightsRequest find(UUID id) {
        RightsRequest request =
                requests.find(id).filter(found -> found.words() != null).orElseThrow(RestException::notFound);
        desk.card(request.person().personId().orElseThrow());
        return request;
    }

    /** Finds a request of the caller; 404 otherwise. */
    RightsRequest own(UUID id) {
        PersonCard self = desk.self();
        return requests.find(id)
                .filter(found -> found.person().equals(subject(self)))
                .orElseThrow(RestException::notFound);
    }

    List<RightsRequest> own() {
        return requests.of(subject(desk.self()));
    }

    /** Leaves what is about somebody the caller may see. */
    List<RightsRequest> seen(List<RightsRequest> all) {
        return all.stream()
                .filter(request -> desk.sees(
                        request.person().subsidiaryId(),
                        request.person().personId().orElseThrow()))
                .toList();
    }

    Account account() {
        Caller caller = desk.who();
        return new Account(UUID.fromString(caller.id()), caller.name());
    }

    RequestView view(RightsRequest request) {
        UUID employeeId = request.person().personId().orElseThrow();
        return new RequestView(
                request.id(),
                employeeId,
                people.card(employeeId).map(PersonCard::name).orElse(null),
                request.person().subsidiaryId(),
                request.kind().code(),
                request.state().code(),
                request.days().receivedOn(),
                request.days().dueOn(),
                requests.extendable(request).orElse(null),
                request.origin().bySelf(),
                request.origin().byRelative(),
                request.origin().relative(),
                requests.settledOn(request).orElse(null),
                contacts.of(request.person().subsidiaryId()).map(Contact::lines).orElse(""),
                automated
                        .standing(request.person().subsidiaryId(), request.kind())
                        .orElse(null),
                request.words());
    }

    /** Checks a text: at most 4,000 characters. */
    static String text(String field, @Nullable String text, boolean needed) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() > LONGEST_TEXT) {
            throw RestException.invalid(field, "tooLong");
        }
        if (needed && stripped.isEmpty()) {
            throw RestException.invalid(field, "missing");
        }
        return stripped;
    }

    private static Subject subject(PersonCard card) {
        return Subject.person(card.subsidiaryId(), card.id());
    }
}
