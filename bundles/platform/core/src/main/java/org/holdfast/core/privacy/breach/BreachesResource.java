package org.holdfast.core.privacy.breach;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.privacy.breach.BreachStep.Said;
import org.holdfast.core.privacy.breach.BreachStep.Whom;
import org.holdfast.core.privacy.breach.Breaches.Known;
import org.holdfast.core.privacy.breach.Breaches.Telling;
import org.jspecify.annotations.Nullable;

/** The register of personal-data breaches (PIPL Art. 57, GDPR Art. 33 and 34). */
@Path("privacy/breaches")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BreachesResource {
    private final Breaches breaches;
    private final BreachDesk desk;
    private final BreachDrafts drafts;
    private final Cursors cursors;

    /**
     * Creates the resource.
     *
     * @param breaches the register
     * @param desk takes and shows breaches
     * @param drafts drafts of what is told
     * @param cursors for paging
     */
    @Inject
    BreachesResource(Breaches breaches, BreachDesk desk, BreachDrafts drafts, Cursors cursors) {
        this.breaches = breaches;
        this.desk = desk;
        this.drafts = drafts;
        this.cursors = cursors;
    }

    /**
     * A breach to register.
     *
     * @param subsidiaryIds the subsidiaries it reaches, at least one
     * @param noticedAt when somebody became aware of it, now where left out
     * @param severity {@code low}, {@code medium} or {@code high}
     * @param categories codes of the data categories concerned, as far as known
     * @param what what happened, and why; at most 8,000 characters
     * @param consequences what it can do to people, as far as known
     * @param measures what is done about it, as far as known
     * @param advice what people can do themselves, as far as known
     */
    public record Noticed(
            @Nullable List<UUID> subsidiaryIds,
            @Nullable OffsetDateTime noticedAt,
            @Nullable String severity,
            @Nullable List<String> categories,
            @Nullable String what,
            @Nullable String consequences,
            @Nullable String measures,
            @Nullable String advice) {

        /** Says nothing: words about a breach belong in no log. */
        @Override
        public String toString() {
            return "breach";
        }
    }

    /**
     * What is known of a breach now.
     *
     * @param severity {@code low}, {@code medium} or {@code high}
     * @param categories codes of the data categories concerned
     * @param what what happened, and why
     * @param consequences what it can do to people
     * @param measures what is done about it
     * @param advice what people can do themselves
     */
    public record Learnt(
            @Nullable String severity,
            @Nullable List<String> categories,
            @Nullable String what,
            @Nullable String consequences,
            @Nullable String measures,
            @Nullable String advice) {

        /** Says nothing: words about a breach belong in no log. */
        @Override
        public String toString() {
            return "breach";
        }
    }

    /**
     * Something that was told, or a reason why it is not.
     *
     * @param whom {@code authority} or {@code people}
     * @param sent true where it was sent, false where nothing is due
     * @param at when it was sent, now where left out
     * @param recipient which authority, or on which way people were told; needed where it was sent
     * @param text what was sent; needed where it was sent
     * @param reason needed where nothing is due, and where it was sent late (GDPR Art. 33(1))
     */
    public record Told(
            @Nullable String whom,
            @Nullable Boolean sent,
            @Nullable OffsetDateTime at,
            @Nullable String recipient,
            @Nullable String text,
            @Nullable String reason) {

        /** Says nothing: words about a breach belong in no log. */
        @Override
        public String toString() {
            return "telling of a breach";
        }
    }

    /**
     * What was learnt.
     *
     * @param conclusion at most 8,000 characters
     */
    public record Closure(@Nullable String conclusion) {

        /** Says nothing: words about a breach belong in no log. */
        @Override
        public String toString() {
            return "closure of a breach";
        }
    }

    /**
     * The breaches of one incident.
     *
     * @param items one for each subsidiary
     */
    @TellsNothing
    public record BreachList(List<BreachView> items) {

        /** Copies the items. */
        public BreachList {
            items = List.copyOf(items);
        }
    }

    /**
     * Drafts of what is told.
     *
     * @param items one for each addressee and language
     */
    @TellsNothing
    public record DraftList(List<DraftView> items) {

        /** Copies the items. */
        public DraftList {
            items = List.copyOf(items);
        }
    }

    /**
     * A draft.
     *
     * @param whom {@code authority} or {@code people}
     * @param language tag of its language
     * @param text its text; what is not known yet is marked
     */
    @TellsNothing
    public record DraftView(String whom, String language, String text) {}

    /**
     * Lists breaches.
     *
     * @param subsidiaryId of one subsidiary only, null for all
     * @param state {@code open}, {@code notified} or {@code closed}, null for all
     * @param limit items per page
     * @param cursor where to begin
     * @return the one noticed last before the others
     */
    @GET
    @Permitted("privacy:read")
    @Operation(summary = "Lists personal-data breaches with the time there is left to tell")
    public Page<BreachView> list(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (state != null && State.ofCode(state).isEmpty()) {
            throw RestException.invalid("state", "unknown");
        }
        List<Breach> wanted = desk.seen().stream()
                .filter(breach -> subsidiaryId == null || subsidiaryId.equals(breach.subsidiaryId()))
                .filter(breach -> state == null || state.equals(breach.state().code()))
                .toList();
        String query = "breaches " + desk.reader() + ' ' + subsidiaryId + ' ' + state;
        return cursors.page(wanted, query, limit, cursor).map(desk::view);
    }

    /**
     * Shows a breach.
     *
     * @param id the breach
     * @return the breach
     */
    @GET
    @Path("{id}")
    @Permitted("privacy:read")
    @Operation(summary = "Shows a personal-data breach and what was done about it")
    public BreachView show(@PathParam("id") UUID id) {
        return desk.view(desk.find(id));
    }

    /**
     * Registers a breach in each subsidiary it reaches. The time to tell runs from the moment it was noticed.
     *
     * @param noticed the breach
     * @return one for each subsidiary
     */
    @POST
    @Permitted("privacy:sign")
    @Operation(summary = "Registers a personal-data breach in each subsidiary it reaches")
    public BreachList register(Noticed noticed) {
        if (noticed.subsidiaryIds() == null || noticed.subsidiaryIds().isEmpty()) {
            throw RestException.invalid("subsidiaryIds", "missing");
        }
        LinkedHashSet<UUID> subsidiaries = new LinkedHashSet<>(noticed.subsidiaryIds());
        subsidiaries.forEach(desk::requireSubsidiary);
        Instant at = desk.moment("noticedAt", noticed.noticedAt());
        Known known = known(new Learnt(
                noticed.severity(),
                noticed.categories(),
                noticed.what(),
                noticed.consequences(),
                noticed.measures(),
                noticed.advice()));
        return new BreachList(breaches.register(subsidiaries, at, known, desk.caller()).stream()
                .map(desk::view)
                .toList());
    }

    /**
     * Writes down what is known now. When it was noticed, and what is due, stays.
     *
     * @param id the breach
     * @param learnt what is known
     * @return the breach
     */
    @PUT
    @Path("{id}")
    @Permitted("privacy:sign")
    @Operation(summary = "Writes down what is known of a breach now")
    public BreachView change(@PathParam("id") UUID id, Learnt learnt) {
        breaches.change(desk.find(id), known(learnt));
        return show(id);
    }

    /**
     * Drafts what is told to authority and people, from the templates of the subsidiary's rule book.
     *
     * @param id the breach
     * @return one draft for each addressee and language
     */
    @GET
    @Path("{id}/drafts")
    @Permitted("privacy:read")
    @Operation(summary = "Drafts what is told to authority and people, with what is known filled in")
    public DraftList drafts(@PathParam("id") UUID id) {
        Breach breach = desk.find(id);
        int concerned = breaches.tables().people().counts().getOrDefault(id, 0);
        return new DraftList(drafts.of(breach, breaches.tables().breaches().facts(breach), concerned).stream()
                .map(draft -> new DraftView(draft.whom().code(), draft.language(), draft.text()))
                .toList());
    }

    /**
     * Notes that authority or people were told, or why they need not be. Whoever calls is named.
     *
     * @param id the breach
     * @param told what was told
     * @return the breach
     */
    @POST
    @Path("{id}/notifications")
    @Permitted("privacy:sign")
    @Operation(summary = "Notes what was sent to authority or people, or why nothing is due")
    public BreachView tell(@PathParam("id") UUID id, Told told) {
        Breach breach = desk.find(id);
        Whom whom = Whom.ofCode(told.whom() == null ? "" : told.whom())
                .filter(one -> one != Whom.CLOSURE)
                .orElseThrow(() -> RestException.invalid("whom", told.whom() == null ? "missing" : "unknown"));
        if (told.sent() == null) {
            throw RestException.invalid("sent", "missing");
        }
        boolean sent = told.sent();
        Instant at = desk.moment("at", told.at());
        if (at.isBefore(breach.times().noticedAt())) {
            throw RestException.invalid("at", "beforeNoticed");
        }
        boolean reasons = !sent || Breaches.late(breach, whom, at);
        Said words = new Said(
                BreachDesk.text("recipient", told.recipient(), sent),
                BreachDesk.text("text", told.text(), sent),
                BreachDesk.text("reason", told.reason(), reasons));
        breaches.tell(breach, new Telling(whom, sent, at, words, desk.caller()));
        return show(id);
    }

    /**
     * Closes a breach. It stays as it is from then on.
     *
     * @param id the breach
     * @param closure what was learnt
     * @return the breach
     */
    @POST
    @Path("{id}/closure")
    @Permitted("privacy:sign")
    @Operation(summary = "Closes a breach of which authority and people were told, or need not be")
    public BreachView close(@PathParam("id") UUID id, Closure closure) {
        Breach breach = desk.find(id);
        breaches.close(breach, BreachDesk.text("conclusion", closure.conclusion(), true), desk.caller());
        return show(id);
    }

    private static Known known(Learnt learnt) {
        return new Known(
                BreachDesk.severity(learnt.severity()),
                BreachDesk.categories(learnt.categories()),
                new BreachFacts(
                        BreachDesk.text("what", learnt.what(), true),
                        BreachDesk.text("consequences", learnt.consequences(), false),
                        BreachDesk.text("measures", learnt.measures(), false),
                        BreachDesk.text("advice", learnt.advice(), false)));
    }
}
