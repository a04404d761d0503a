package org.holdfast.core.privacy.breach;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Whom;
import org.holdfast.core.privacy.breach.AffectedPeople.Found;
import org.holdfast.core.privacy.breach.AffectedPeople.Traces;
import org.jspecify.annotations.Nullable;

/** Whom a personal-data breach concerns. */
@Path("privacy/breaches/{id}/people")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BreachPeopleResource {
    private static final int MOST_PEOPLE = 10_000;

    private final Breaches breaches;
    private final BreachDesk desk;
    private final AffectedPeople log;
    private final Readers readers;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param breaches the register
     * @param desk finds breaches
     * @param log works out from the audit log whom a breach concerns
     * @param readers names of people, page by page
     * @param audit told about whom the answer tells something
     */
    @Inject
    BreachPeopleResource(Breaches breaches, BreachDesk desk, AffectedPeople log, Readers readers, AuditNotes audit) {
        this.breaches = breaches;
        this.desk = desk;
        this.log = log;
        this.readers = readers;
        this.audit = audit;
    }

    /**
     * What a page of people needs.
     *
     * @param people their names
     * @param cursors for paging
     */
    record Readers(People people, Cursors cursors) {}

    /**
     * Whom a breach concerns: named people, or those the audit log names, or both.
     *
     * @param employeeIds random ids of people of the subsidiary, at most 10,000
     * @param log where to look in the audit log
     */
    public record Concerned(
            @Nullable List<UUID> employeeIds, @Nullable LogTraces log) {}

    /**
     * Where to look in the audit log.
     *
     * @param actor random id of the account or token that was misused, null for everybody's
     * @param from first moment
     * @param to first moment that is too late, now where left out
     */
    public record LogTraces(
            @Nullable String actor,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to) {}

    /**
     * What was added.
     *
     * @param added how many people were not in the list before
     * @param entries how many entries of the audit log name people of the subsidiary
     * @param nameless how many entries of the period name nobody, such as a run over everybody: look at them yourself
     */
    @TellsNothing
    public record AddedView(int added, int entries, int nameless) {}

    /**
     * Somebody whom a breach concerns.
     *
     * @param employeeId random id
     * @param name the person's name, null where the caller may not see the person
     */
    public record ConcernedView(
            @Whom UUID employeeId, @Told("name") @Nullable String name) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "person " + employeeId;
        }
    }

    /**
     * Lists whom a breach concerns.
     *
     * @param id the breach
     * @param limit items per page
     * @param cursor where to begin
     * @return people, without those who were erased since
     */
    @GET
    @Permitted("privacy:sign")
    @Operation(summary = "Lists whom a personal-data breach concerns")
    public Page<ConcernedView> list(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Breach breach = desk.find(id);
        List<UUID> all = breaches.tables().people().of(breach.id());
        Page<ConcernedView> page = readers.cursors()
                .page(all, "breach people " + desk.reader() + ' ' + id, limit, cursor)
                .map(this::view);
        audit.told(page.items().stream().map(ConcernedView::employeeId).toList());
        return page;
    }

    /**
     * Adds people whom a breach concerns.
     *
     * @param id the breach
     * @param concerned whom, or where to look
     * @return how many were added
     */
    @POST
    @Permitted("privacy:sign")
    @Operation(summary = "Adds people whom a breach concerns, by name or by what the audit log tells")
    public AddedView add(@PathParam("id") UUID id, Concerned concerned) {
        Breach breach = desk.find(id);
        List<UUID> named = concerned.employeeIds() == null ? List.of() : concerned.employeeIds();
        if (named.isEmpty() && concerned.log() == null) {
            throw RestException.invalid("employeeIds", "missing");
        }
        if (named.size() > MOST_PEOPLE) {
            throw RestException.invalid("employeeIds", "tooMany");
        }
        if (!new HashSet<>(readers.people().ids(breach.subsidiaryId())).containsAll(named)) {
            throw RestException.invalid("employeeIds", "unknown");
        }
        Found found = concerned.log() == null
                ? new Found(Set.of(), 0, 0)
                : log.in(breach.subsidiaryId(), traces(concerned.log()));
        Set<UUID> all = new HashSet<>(named);
        all.addAll(found.persons());
        audit.told(all);
        return new AddedView(breaches.concerns(breach, all), found.entries(), found.nameless());
    }

    private Traces traces(LogTraces wanted) {
        if (wanted.from() == null) {
            throw RestException.invalid("log.from", "missing");
        }
        Traces traces = new Traces(
                wanted.actor() == null ? "" : wanted.actor(),
                desk.moment("log.from", wanted.from()),
                wanted.to() == null ? breaches.now() : wanted.to().toInstant());
        if (!traces.from().isBefore(traces.to())) {
            throw RestException.invalid("log.to", "notAfterFrom");
        }
        return traces;
    }

    private ConcernedView view(UUID person) {
        return new ConcernedView(
                person, readers.people().card(person).map(PersonCard::name).orElse(null));
    }
}
