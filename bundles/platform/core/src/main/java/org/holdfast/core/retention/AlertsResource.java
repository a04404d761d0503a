package org.holdfast.core.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** The alerts, for HR and for the superiors they were delivered to. */
@Path("alerts")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AlertsResource {
    private static final String READ = "alerts:read";
    private static final String WRITE = "alerts:write";
    private static final int LONGEST_NOTE = 2_000;

    private final Alerts alerts;
    private final AlertReader reader;
    private final Cursors cursors;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param alerts the alerts
     * @param reader shows them
     * @param cursors for paging
     * @param visibility what the caller may see
     * @param audit told who is shown
     */
    @Inject
    AlertsResource(Alerts alerts, AlertReader reader, Cursors cursors, Visibility visibility, AuditNotes audit) {
        this.alerts = alerts;
        this.reader = reader;
        this.cursors = cursors;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Lists alerts.
     *
     * @param state the state, or null for all
     * @param limit items per page
     * @param cursor where to begin
     * @param language the reader's language
     * @return alerts the caller may see, newest first
     */
    @GET
    @Permitted(READ)
    @Operation(summary = "Lists the alerts")
    public Page<AlertView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        List<Alert> all = state == null || state.isEmpty() ? alerts.all() : alerts.inState(state(state));
        String query = "alerts " + visibility.caller().id() + ' ' + state;
        return cursors.page(reader.visible(all, visibility), query, limit, cursor)
                .map(alert -> told(reader.row(alert, visibility, language)));
    }

    /**
     * Returns an alert.
     *
     * @param id the alert
     * @param language the reader's language
     * @return the alert with the papers meant for the caller
     */
    @GET
    @Path("{id}")
    @Permitted(READ)
    @Operation(summary = "Returns an alert with the papers meant for the caller")
    public AlertView get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return told(reader.whole(reader.find(id, visibility), visibility, language));
    }

    /**
     * Takes an alert on.
     *
     * @param id the alert
     * @param language the reader's language
     * @return the alert
     */
    @POST
    @Path("{id}/acknowledge")
    @Consumes(MediaType.WILDCARD)
    @Permitted(WRITE)
    @Operation(summary = "Takes an alert on")
    public AlertView acknowledge(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        Alert alert = reader.find(id, visibility);
        Alert now = alerts.acknowledge(alert, visibility.caller().name());
        return told(reader.whole(now, visibility, language));
    }

    /**
     * Closes an alert.
     *
     * @param id the alert
     * @param closing why
     * @param language the reader's language
     * @return the alert
     */
    @POST
    @Path("{id}/close")
    @Permitted(WRITE)
    @Operation(summary = "Closes an alert")
    public AlertView close(
            @PathParam("id") UUID id,
            Closing closing,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        Alert alert = reader.find(id, visibility);
        CloseReason reason = Optional.ofNullable(closing.reason())
                .flatMap(CloseReason::ofCode)
                .orElseThrow(() -> RestException.invalid("reason", "closeReason"));
        String note = Optional.ofNullable(closing.note()).orElse("").strip();
        if (note.length() > LONGEST_NOTE) {
            throw RestException.invalid("note", "longNote");
        }
        Alert now = alerts.close(alert, visibility.caller().name(), reason, note);
        return told(reader.whole(now, visibility, language));
    }

    private static AlertState state(String code) {
        return AlertState.ofCode(code).orElseThrow(() -> RestException.invalid("state", "alertState"));
    }

    /**
     * Why an alert is closed.
     *
     * @param reason {@code talked}, {@code noAction}, {@code wrongData} or {@code left}
     * @param note what is written beside it, up to 2,000 characters
     */
    public record Closing(@Nullable String reason, @Nullable String note) {}

    private AlertView told(AlertView view) {
        audit.told(List.of(view.employee().id()));
        return view;
    }
}
