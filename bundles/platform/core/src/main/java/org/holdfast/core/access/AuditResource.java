package org.holdfast.core.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Whom;
import org.holdfast.launcher.audit.AuditEntry;
import org.holdfast.launcher.audit.AuditFailure;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditKind;
import org.holdfast.launcher.audit.AuditQuery;
import org.holdfast.launcher.audit.AuditSearch;
import org.holdfast.launcher.audit.EvidencePack;
import org.holdfast.launcher.audit.EvidenceUnavailableException;
import org.holdfast.launcher.host.Host;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log, for data-protection officer and auditor. Reading it is audited, too. People and accounts appear by their
 * random ids; names stand beside them for the reader who may see them.
 */
@Path("audit")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
    private static final Logger LOG = LoggerFactory.getLogger(AuditResource.class);
    private static final String READ = "audit:read";
    /** Names are told of so many people of an entry: each is told of in the search's own entry. */
    private static final int NAMES_AN_ENTRY = 3;

    private final Host host;
    private final AuditNames names;
    private final Cursors cursors;
    private final Visibility visibility;
    private final AuditNotes notes;

    /**
     * Creates the resource.
     *
     * @param host has the log
     * @param names names of those who acted and of those who were looked at
     * @param cursors for paging
     * @param visibility who calls
     * @param notes told about whom the answer tells something
     */
    @Inject
    AuditResource(Host host, AuditNames names, Cursors cursors, Visibility visibility, AuditNotes notes) {
        this.host = host;
        this.names = names;
        this.cursors = cursors;
        this.visibility = visibility;
        this.notes = notes;
    }

    /**
     * A page of the log. The log grows while it is read, so it tells no total.
     *
     * @param items newest first
     * @param next cursor of the next page, null on the last
     */
    public record AuditPage(
            List<AuditLine> items, @TellsNothing @Nullable String next) {

        /** Copies the items. */
        public AuditPage {
            items = List.copyOf(items);
        }
    }

    /**
     * An entry.
     *
     * @param index its place in the log, from 0
     * @param at when
     * @param action what was done
     * @param kind sort of action
     * @param actor who did it
     * @param persons random ids of the people the answer told something about
     * @param names names of the first of them, by random id, where the reader may see them
     * @param outcome {@code begun}, {@code done}, {@code denied} or {@code failed}
     * @param details codes, counts and random ids
     */
    public record AuditLine(
            @TellsNothing long index,
            @TellsNothing OffsetDateTime at,
            @TellsNothing String action,
            @TellsNothing String kind,
            @TellsNothing ActorView actor,
            @TellsNothing List<String> persons,
            @Told("name") @Whom Map<String, String> names,
            @TellsNothing String outcome,
            @TellsNothing Map<String, String> details) {

        /** Copies the collections. */
        public AuditLine {
            persons = List.copyOf(persons);
            names = Map.copyOf(names);
            details = Map.copyOf(details);
        }

        /** Names nobody. */
        @Override
        public String toString() {
            return "entry " + index;
        }
    }

    /**
     * Who acted.
     *
     * @param id random id of account or token, or {@code server}, {@code local}, {@code anonymous}
     * @param name the account's user name now, null where there is none or the reader may not see it
     * @param roles codes of the actor's roles
     * @param via {@code session}, {@code token}, {@code local}, {@code server} or {@code none}
     */
    public record ActorView(String id, @Nullable String name, List<String> roles, String via) {

        /** Copies the roles. */
        public ActorView {
            roles = List.copyOf(roles);
        }
    }

    /**
     * Reads the log.
     *
     * @param person random id of a person, or null for all
     * @param actor random id of an actor, or null for all
     * @param kind sort of action, or null for all
     * @param limit entries per page
     * @param cursor where to begin
     * @return entries, newest first
     */
    @GET
    @Permitted(READ)
    @Operation(summary = "Reads the audit log, newest entry first")
    public AuditPage list(
            @QueryParam("person") @Nullable UUID person,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return search(new AuditFilterFields(person, actor, kind, null, null, null, limit, cursor));
    }

    /**
     * Searches the log.
     *
     * @param filter which entries
     * @return entries, newest first
     */
    @POST
    @Path("search")
    @Permitted(READ)
    @Operation(summary = "Searches the audit log, newest entry first")
    public AuditPage search(AuditFilterFields filter) {
        AuditQuery query = filter.query();
        int size = Cursors.limit(filter.limit());
        String bound = "audit " + visibility.caller().id() + ' ' + query;
        String cursor = filter.cursor();
        long before = cursor == null || cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursors.read(bound, cursor));
        List<AuditEntry> found = log().latest(query, before, size + 1);
        boolean more = found.size() > size;
        List<AuditEntry> shown = more ? found.subList(0, size) : found;
        String next =
                more ? cursors.write(bound, String.valueOf(shown.get(size - 1).index())) : null;
        note(filter);
        return new AuditPage(
                shown.stream().map(entry -> line(entry, query.person())).toList(), next);
    }

    /**
     * Exports what a search finds. The entries up to now, without names of people.
     *
     * @param filter which entries; limit and cursor do not count
     * @return CSV, oldest first
     */
    @POST
    @Path("export")
    @Produces("text/csv;charset=UTF-8")
    @Permitted(READ)
    @Operation(summary = "Exports the entries of a search as CSV, oldest first")
    public Response export(AuditFilterFields filter) {
        AuditQuery query = filter.query();
        note(filter);
        long before = host.audit().size();
        AuditSheet sheet = new AuditSheet(log(), names);
        StreamingOutput body = out -> sheet.write(query, before, out);
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-log.csv\"")
                .build();
    }

    /**
     * Hands out the entries about one person with what proves them to somebody who has neither this server nor its log.
     *
     * @param fields about whom, and perhaps a period
     * @return a zip, which {@code holdfast audit verify --evidence} verifies
     */
    @POST
    @Path("evidence")
    @Produces("application/zip")
    @Permitted("audit:readEvidence")
    @Operation(summary = "Hands out the entries about one person with proofs that hold without the server")
    public Response evidence(EvidenceFields fields) {
        AuditQuery query = fields.query();
        notes.told(fields.persons());
        fields.noteIn(notes);
        EvidencePack pack = pack(query);
        notes.detail("entries", String.valueOf(pack.entries()));
        StreamingOutput body = pack::write;
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-evidence.zip\"")
                .build();
    }

    private EvidencePack pack(AuditQuery query) {
        try {
            return EvidencePack.make(AuditFolder.of(host.dataDirectory()), host.audit(), query, host.clock());
        } catch (EvidenceUnavailableException e) {
            throw switch (e.reason()) {
                case TOO_MANY -> RestException.invalid("from", "tooMany");
                case UNSIGNED -> RestException.of(RestError.UNAVAILABLE, "Nobody signs while the key ring is closed.");
            };
        } catch (AuditFailure e) {
            LOG.error("No evidence pack can be made", e);
            throw RestException.of(RestError.AUDIT_UNAVAILABLE, "The audit log is not as it was signed.");
        }
    }

    private AuditSearch log() {
        return new AuditSearch(AuditFolder.of(host.dataDirectory()));
    }

    private void note(AuditFilterFields filter) {
        filter.noteIn(notes);
        UUID person = filter.person();
        if (person != null) {
            notes.told(List.of(person));
        }
    }

    private AuditLine line(AuditEntry entry, String wanted) {
        String id = entry.event().actor().id();
        List<String> persons = entry.event().about().persons();
        return new AuditLine(
                entry.index(),
                entry.at().atOffset(ZoneOffset.UTC),
                entry.event().action(),
                AuditKind.of(entry.event().action()).code(),
                new ActorView(
                        id,
                        names.account(id).orElse(null),
                        entry.event().actor().roles(),
                        entry.event().actor().via()),
                persons,
                named(persons, wanted),
                entry.event().outcome(),
                entry.event().details());
    }

    /** The names of the first people of an entry, with the one who is looked for among them. */
    private Map<String, String> named(List<String> persons, String wanted) {
        Set<String> first = new LinkedHashSet<>();
        if (persons.contains(wanted)) {
            first.add(wanted);
        }
        persons.stream().limit(NAMES_AN_ENTRY).forEach(first::add);
        Map<String, String> found = new HashMap<>();
        for (String person : first) {
            names.person(person).ifPresent(name -> {
                found.put(person, name);
                notes.told(List.of(UUID.fromString(person)));
            });
        }
        return found;
    }
}
