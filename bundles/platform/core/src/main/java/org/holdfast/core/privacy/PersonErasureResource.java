package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.api.jurisdiction.StatutoryRule;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Whom;
import org.holdfast.core.privacy.ErasuresResource.ErasureView;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.ErasureError;
import org.holdfast.core.protection.erasure.Erasures;
import org.holdfast.core.protection.erasure.Ground;
import org.holdfast.core.protection.erasure.Hold;
import org.holdfast.core.protection.erasure.LegalHolds;
import org.holdfast.core.protection.erasure.StatutoryRecords;
import org.jspecify.annotations.Nullable;

/** What is held about a person, ending it for good, and keeping it while a claim is open. */
@Path("privacy/people/{employeeId}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PersonErasureResource {
    private static final int LONGEST_REASON = 500;

    private final Erasures erasures;
    private final LegalHolds holds;
    private final StatutoryRecords statutory;
    private final People people;
    private final PersonDesk desk;
    private final Clock clock;

    /**
     * Creates the resource.
     *
     * @param doing erases people, and keeps them from it
     * @param people who works where
     * @param desk who asks, and what the audit log is told
     * @param clock the time
     */
    @Inject
    PersonErasureResource(Doing doing, People people, PersonDesk desk, Clock clock) {
        this.erasures = doing.erasures;
        this.holds = doing.holds;
        this.statutory = doing.statutory;
        this.people = people;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * What ends people's records, and what keeps them.
     *
     * @param erasures erases people
     * @param holds who is on hold
     * @param statutory what the law has kept
     */
    record Doing(Erasures erasures, LegalHolds holds, StatutoryRecords statutory) {}

    /**
     * What the law has kept of a person who is erased.
     *
     * @param record section of the person's record
     * @param months for how many months from the erasure
     * @param law which articles ask for it
     */
    public record KeptView(String record, int months, String law) {
        static KeptView of(StatutoryRule rule) {
            return new KeptView(rule.record(), rule.months(), rule.law());
        }
    }

    /**
     * What an erasure would do.
     *
     * @param employeeId the person, not written
     * @param held number of rows by what they are
     * @param obstacle why it cannot be done now: {@code onHold}, {@code stillEmployed}, {@code accountActive}; null where it
     *     can
     * @param hold the hold, null where there is none
     * @param kept what would be kept under a key of its own, because the law asks for it
     */
    public record PreviewView(
            @Whom(shown = false) UUID employeeId,
            @Told("erasure") Map<String, Long> held,
            @Told("erasure") @Nullable String obstacle,
            @Told("erasure") @Nullable HoldView hold,
            @Told("erasure") List<KeptView> kept) {

        /** Copies the numbers, in their order. */
        public PreviewView {
            kept = List.copyOf(kept);
            held = Collections.unmodifiableMap(new TreeMap<>(held));
        }
    }

    /**
     * A hold.
     *
     * @param employeeId the person, not written
     * @param until last day on which it holds
     * @param reason why
     */
    public record HoldView(
            @Whom(shown = false) UUID employeeId,
            @Told("erasure") LocalDate until,
            @Told("erasure") String reason) {}

    /**
     * A hold to place.
     *
     * @param until last day on which it holds, not before today
     * @param reason why, 1 to 500 characters
     */
    public record WantedHold(
            @Nullable LocalDate until, @Nullable String reason) {}

    /**
     * An order to erase.
     *
     * @param ground {@code request}, {@code consentWithdrawn}, {@code objection}, {@code unlawful} or {@code purposeEnded}
     * @param employeeNo the person's employee number once more, so that nobody is erased by mistake
     */
    public record Order(@Nullable String ground, @Nullable String employeeNo) {}

    /**
     * Shows what is held about a person and whether the person can be erased.
     *
     * @param employeeId the person
     * @return what an erasure would do
     */
    @GET
    @Path("erasure")
    @Permitted("privacy:sign")
    @Operation(summary = "Shows what is held about a person and whether the person can be erased")
    public PreviewView preview(@PathParam("employeeId") UUID employeeId) {
        Subject person = subject(desk.card(employeeId));
        Erasures.Preview preview = erasures.preview(person);
        ErasureError obstacle = preview.obstacle();
        return new PreviewView(
                employeeId,
                preview.held(),
                obstacle == null ? null : Words.of(obstacle),
                holds.of(person)
                        .map(hold -> new HoldView(employeeId, hold.until(), hold.reason()))
                        .orElse(null),
                statutory.planned(person).stream().map(KeptView::of).toList());
    }

    /**
     * Erases a person, for ever.
     *
     * @param employeeId the person
     * @param order why
     * @return what was done
     */
    @POST
    @Path("erasure")
    @Permitted("privacy:sign")
    @Operation(summary = "Erases a person for ever, from the database, its standby and its backups")
    public ErasureView erase(@PathParam("employeeId") UUID employeeId, Order order) {
        PersonCard card = desk.card(employeeId);
        Ground ground = Optional.ofNullable(order.ground())
                .flatMap(Ground::ofCode)
                .filter(Ground::byHand)
                .orElseThrow(() -> RestException.invalid("ground", order.ground() == null ? "missing" : "unknown"));
        if (order.employeeNo() == null
                || !card.employeeNo().equals(order.employeeNo().strip())) {
            throw RestException.invalid("employeeNo", "otherPerson");
        }
        UUID by = desk.caller();
        return ErasureView.of(erasures.erase(subject(card), ground, by));
    }

    /**
     * Puts a person on hold: nothing about the person is erased or ends meanwhile.
     *
     * @param employeeId the person
     * @param wanted until when, and why
     * @return the hold
     */
    @PUT
    @Path("hold")
    @Permitted("privacy:sign")
    @Operation(summary = "Keeps what is held about a person from being erased until a day")
    public HoldView hold(@PathParam("employeeId") UUID employeeId, WantedHold wanted) {
        PersonCard card = desk.card(employeeId);
        String reason = wanted.reason() == null ? "" : wanted.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw RestException.invalid("reason", reason.isEmpty() ? "missing" : "tooLong");
        }
        LocalDate today = LocalDate.ofInstant(
                clock.instant(),
                people.subsidiary(card.subsidiaryId()).orElseThrow().timezone());
        if (wanted.until() == null || wanted.until().isBefore(today)) {
            throw RestException.invalid("until", wanted.until() == null ? "missing" : "past");
        }
        UUID by = desk.caller();
        holds.place(subject(card), new Hold(employeeId, wanted.until(), reason, by, clock.instant()));
        return new HoldView(employeeId, wanted.until(), reason);
    }

    /**
     * Lifts a hold.
     *
     * @param employeeId the person
     */
    @DELETE
    @Path("hold")
    @Permitted("privacy:sign")
    @Operation(summary = "Lifts a hold")
    public void lift(@PathParam("employeeId") UUID employeeId) {
        desk.card(employeeId);
        if (!holds.lift(employeeId)) {
            throw RestException.notFound();
        }
    }

    private static Subject subject(PersonCard card) {
        return Subject.person(card.subsidiaryId(), card.id());
    }
}
