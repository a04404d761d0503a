package org.holdfast.core.offboarding.preparation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.offboarding.preparation.Preparation.Content;
import org.holdfast.core.offboarding.preparation.PreparationEntry.What;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * Preparations: begun, moved on, taken back. None of what is done here reaches a system, a payment or the record of an employment. Safe
 * for use from many threads: of two people who do the same at once the second is told, and nothing of the first is lost.
 */
public final class Preparations {
    private final PreparationTable table;
    private final People people;
    private final Leaving leaving;
    private final Clock clock;

    Preparations(PreparationTable table, People people, Leaving leaving, Clock clock) {
        this.table = table;
        this.people = people;
        this.leaving = leaving;
        this.clock = clock;
    }

    PreparationTable table() {
        return table;
    }

    /**
     * Finds a preparation, whatever has become of it.
     *
     * @param id its id
     * @return the preparation; empty where there is none
     */
    public Optional<Preparation> find(UUID id) {
        return table.find(id);
    }

    /**
     * Finds what is prepared for a person.
     *
     * @param personId the person
     * @return the preparation that goes on; empty where there is none
     */
    public Optional<Preparation> goingOn(UUID personId) {
        return table.goingOn(personId);
    }

    /**
     * Says whether a preparation goes on.
     *
     * @param of the preparation
     * @return false where it was revoked or a case has begun
     */
    public boolean goesOn(Preparation of) {
        return of.goesOn();
    }

    /**
     * Returns what was collected as evidence.
     *
     * @param of the preparation
     * @return the evidence, in the order it was entered
     */
    public List<Preparation.Evidence> evidence(Preparation of) {
        return of.content().evidence();
    }

    /**
     * Notes that a case begins from a preparation. Joins the transaction of the caller.
     *
     * @param of the preparation as it was read
     * @throws RestException with status 409 where somebody has changed or revoked it meanwhile
     */
    public void begun(Preparation of) {
        write(of.ended(PreparationState.BEGUN, now()), entry(What.BEGUN, "", null, ""));
    }

    /**
     * Answers a step that cannot be taken back.
     *
     * @return what to throw: status 409 with what is missing
     */
    public static RestException noLawfulEvent() {
        return RestException.of(
                PreparationError.NO_LAWFUL_EVENT,
                "Nobody has resigned, and no agreement, end of contract or decision is on file: this is prepared only.");
    }

    /** Begins one; the one that is there where the same was sent before. */
    Preparation begin(UUID key, PersonCard card, Content content) {
        Optional<Preparation> before = table.find(key);
        if (before.isPresent()) {
            return same(before.get(), card);
        }
        if (card.status() == Employee.Status.LEFT) {
            throw RestException.of(PreparationError.PREPARED_PERSON_HAS_LEFT, "The person has left already.");
        }
        if (leaving.leaves(card.id())) {
            throw RestException.of(
                    PreparationError.PERSON_LEAVES, "The person has a case that goes on: look at that one.");
        }
        Preparation fresh = new Preparation(
                key,
                card.subsidiaryId(),
                card.id(),
                0,
                new Preparation.Course(PreparationState.GOING_ON, now(), null),
                content);
        try {
            table.add(fresh, entry(What.STARTED, "", content.by(), ""));
        } catch (DatabaseException e) {
            if (e.isConstraintViolation()) {
                throw RestException.of(
                        PreparationError.PREPARATION_GOING_ON, "The person's handover is prepared already.");
            }
            throw e;
        }
        return again(fresh);
    }

    /** Changes why, the wanted day or the note. */
    Preparation change(Preparation was, Content fresh, Preparation.By by) {
        return fresh.equals(was.content()) ? was : move(was, fresh, entry(What.CHANGED, "", by, ""));
    }

    /** Notes that a step is done, or that it is not. */
    Preparation step(Preparation was, PreparationStep step, boolean done, Preparation.By by) {
        Content content = was.content();
        if (content.steps().containsKey(step.code()) == done) {
            requireGoingOn(was);
            return was;
        }
        Map<String, Instant> steps = new HashMap<>(content.steps());
        if (done) {
            steps.put(step.code(), now());
        } else {
            steps.remove(step.code());
        }
        Content fresh =
                new Content(content.by(), content.why(), content.note(), content.wantedOn(), steps, content.evidence());
        return move(was, fresh, entry(done ? What.STEP_DONE : What.STEP_UNDONE, step.code(), by, ""));
    }

    /** Adds a piece of evidence; the same one twice is one. */
    Preparation collect(Preparation was, Preparation.Evidence piece, Preparation.By by) {
        Content content = was.content();
        if (content.evidence().contains(piece)) {
            requireGoingOn(was);
            return was;
        }
        List<Preparation.Evidence> all = new ArrayList<>(content.evidence());
        all.add(piece);
        Content fresh =
                new Content(content.by(), content.why(), content.note(), content.wantedOn(), content.steps(), all);
        return move(was, fresh, entry(What.EVIDENCE_ADDED, piece.kind(), by, ""));
    }

    /** Takes all of it back. */
    Preparation revoke(Preparation was, String note, Preparation.By by) {
        requireGoingOn(was);
        write(was.ended(PreparationState.REVOKED, now()), entry(What.REVOKED, "", by, note));
        return again(was);
    }

    private Preparation move(Preparation was, Content fresh, PreparationEntry entry) {
        requireGoingOn(was);
        write(was.with(fresh), entry);
        return again(was);
    }

    private void write(Preparation fresh, PreparationEntry entry) {
        if (!table.change(fresh, entry)) {
            throw changed();
        }
    }

    static RestException changed() {
        return RestException.of(
                PreparationError.PREPARATION_CHANGED,
                "Somebody else has changed it meanwhile: look at what they did, then try again.");
    }

    private static void requireGoingOn(Preparation of) {
        if (!of.goesOn()) {
            throw RestException.of(PreparationError.PREPARATION_OVER, "It was revoked, or a case has begun from it.");
        }
    }

    private static Preparation same(Preparation before, PersonCard card) {
        if (!before.personId().equals(card.id())) {
            throw RestException.of(
                    PreparationError.PREPARATION_KEY_USED, "The key was used for another preparation: make a new one.");
        }
        return before;
    }

    private Preparation again(Preparation of) {
        return table.find(of.id()).orElseThrow(RestException::notFound);
    }

    private PreparationEntry entry(What what, String detail, Preparation.@Nullable By by, String note) {
        return new PreparationEntry(now(), new PreparationEntry.Words(what.code(), detail, by, note));
    }

    /** Returns the moment, to the millisecond, so that every database keeps it as it is. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns whom a preparation is about, else answers 404. */
    PersonCard card(UUID personId) {
        return people.card(personId).orElseThrow(RestException::notFound);
    }
}
