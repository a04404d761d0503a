package org.holdfast.core.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.launcher.audit.AuditEntry;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditQuery;
import org.holdfast.launcher.audit.AuditSearch;
import org.holdfast.launcher.host.Host;
import org.jspecify.annotations.Nullable;

/** The audit log, for data-protection officer and auditor. Reading it is audited, too. */
@Path("audit")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
    private final Host host;
    private final AccountStore accounts;
    private final Cursors cursors;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param host has the log
     * @param accounts names of those who acted
     * @param cursors for paging
     * @param visibility who calls
     */
    @Inject
    AuditResource(Host host, AccountStore accounts, Cursors cursors, Visibility visibility) {
        this.host = host;
        this.accounts = accounts;
        this.cursors = cursors;
        this.visibility = visibility;
    }

    /**
     * A page of the log. The log grows while it is read, so it tells no total.
     *
     * @param items newest first
     * @param next cursor of the next page, null on the last
     */
    public record AuditPage(List<AuditLine> items, @Nullable String next) {

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
     * @param actorId random id of account or token, or {@code server}, {@code local}, {@code anonymous}
     * @param actorName the account's name now, null where there is none
     * @param roles codes of the actor's roles
     * @param persons random ids of the people the answer told something about
     * @param outcome {@code begun}, {@code done}, {@code denied} or {@code failed}
     * @param details codes, counts and random ids
     */
    public record AuditLine(
            long index,
            OffsetDateTime at,
            String action,
            String actorId,
            @Nullable String actorName,
            List<String> roles,
            List<String> persons,
            String outcome,
            Map<String, String> details) {

        /** Copies the collections. */
        public AuditLine {
            roles = List.copyOf(roles);
            persons = List.copyOf(persons);
            details = Map.copyOf(details);
        }
    }

    /**
     * Searches the log.
     *
     * @param person random id of a person, or null for all
     * @param actor random id of an actor, or null for all
     * @param action beginning of the action, such as {@code GET /employees}, or null for all
     * @param limit entries per page
     * @param cursor where to begin
     * @return entries, newest first
     */
    @GET
    @Permitted("audit:read")
    @Operation(summary = "Searches the audit log, newest entry first")
    public AuditPage search(
            @QueryParam("person") @Nullable UUID person,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("action") @Nullable String action,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        AuditQuery query = new AuditQuery(
                person == null ? "" : person.toString(), actor == null ? "" : actor, action == null ? "" : action);
        String bound = "audit " + visibility.caller().id() + ' ' + query;
        long before = cursor == null || cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursors.read(bound, cursor));
        int size = Cursors.limit(limit);
        List<AuditEntry> found = new AuditSearch(AuditFolder.of(host.dataDirectory())).latest(query, before, size + 1);
        boolean more = found.size() > size;
        List<AuditEntry> shown = more ? found.subList(0, size) : found;
        String next =
                more ? cursors.write(bound, String.valueOf(shown.get(size - 1).index())) : null;
        return new AuditPage(shown.stream().map(this::line).toList(), next);
    }

    private AuditLine line(AuditEntry entry) {
        String id = entry.event().actor().id();
        return new AuditLine(
                entry.index(),
                entry.at().atOffset(ZoneOffset.UTC),
                entry.event().action(),
                id,
                account(id).map(Account::username).orElse(null),
                entry.event().actor().roles(),
                entry.event().about().persons(),
                entry.event().outcome(),
                entry.event().details());
    }

    private Optional<Account> account(String id) {
        try {
            return accounts.find(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            // The server, the command line and tokens have no account.
            return Optional.empty();
        }
    }
}
