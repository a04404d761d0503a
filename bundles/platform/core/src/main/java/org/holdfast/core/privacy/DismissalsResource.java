package org.holdfast.core.privacy;

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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.privacy.DismissalView.FindingView;
import org.holdfast.core.retention.Dismissal;
import org.holdfast.core.retention.Dismissal.Finding;
import org.holdfast.core.retention.Dismissal.Outcome;
import org.holdfast.core.retention.Dismissals;
import org.jspecify.annotations.Nullable;

/** People who were flagged, then dismissed: a data-protection officer says of each whether a score was used for it. */
@Path("privacy/dismissals")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DismissalsResource {
    private static final String PENDING = "pending";
    private static final String SETTLED = "settled";

    private final Dismissals dismissals;
    private final PersonDesk desk;
    private final People people;
    private final Cursors cursors;

    /**
     * Creates the resource.
     *
     * @param dismissals the register
     * @param desk finds people for whoever asks
     * @param people names and time zones
     * @param cursors for paging
     */
    @Inject
    DismissalsResource(Dismissals dismissals, PersonDesk desk, People people, Cursors cursors) {
        this.dismissals = dismissals;
        this.desk = desk;
        this.people = people;
        this.cursors = cursors;
    }

    /**
     * What an officer found.
     *
     * @param outcome {@code unrelated} where the dismissal had nothing to do with the score, or {@code misuse}
     * @param text how that is known and what was done, 1 to 4,000 characters
     */
    public record Settlement(
            @Nullable String outcome, @Nullable String text) {}

    /**
     * Lists dismissals that followed an alert within a year.
     *
     * @param state {@code pending} for those about which nobody has said what it was, which is the default, or
     *     {@code settled}
     * @param subsidiaryId of one subsidiary only, null for all
     * @param limit items per page
     * @param cursor where to begin
     * @return pending ones by the moment they were noticed, settled ones by the moment they were settled, the last first
     */
    @GET
    @Permitted("privacy:sign")
    @Operation(summary = "Lists people who were flagged, then dismissed by the employer")
    public Page<DismissalView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String wanted = state == null || state.isEmpty() ? PENDING : state;
        if (!wanted.equals(PENDING) && !wanted.equals(SETTLED)) {
            throw RestException.invalid("state", "unknown");
        }
        List<Dismissal> seen = (wanted.equals(PENDING) ? dismissals.pending() : dismissals.settled())
                .stream()
                        .filter(one -> subsidiaryId == null || subsidiaryId.equals(one.subsidiaryId()))
                        .filter(one -> desk.sees(one.subsidiaryId(), one.personId()))
                        .toList();
        String query = "dismissals " + desk.caller() + ' ' + wanted + ' ' + subsidiaryId;
        Page<DismissalView> page = cursors.page(seen, query, limit, cursor).map(this::view);
        desk.told(page.items().stream().map(DismissalView::employeeId).toList());
        return page;
    }

    /**
     * Says what one was. It is said once.
     *
     * @param id the dismissal
     * @param settlement what was found
     * @return the dismissal
     */
    @POST
    @Path("{id}/finding")
    @Permitted("privacy:sign")
    @Operation(summary = "Says whether a score was used for a dismissal; the caller is named")
    public DismissalView settle(@PathParam("id") UUID id, Settlement settlement) {
        Dismissal dismissal = dismissals.find(id).orElseThrow(RestException::notFound);
        desk.card(dismissal.personId());
        Finding finding = new Finding(
                outcome(settlement.outcome()),
                RequestDesk.text("text", settlement.text(), true),
                desk.who().name());
        return view(dismissals.settle(dismissal, finding));
    }

    private static Outcome outcome(@Nullable String code) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst()
                .orElseThrow(() -> RestException.invalid("outcome", code == null ? "missing" : "unknown"));
    }

    private DismissalView view(Dismissal dismissal) {
        ZoneId zone = people.subsidiary(dismissal.subsidiaryId())
                .<ZoneId>map(Subsidiary::timezone)
                .orElse(ZoneOffset.UTC);
        Finding finding = dismissal.finding();
        return new DismissalView(
                dismissal.id(),
                dismissal.personId(),
                people.card(dismissal.personId()).map(PersonCard::name).orElse(null),
                dismissal.subsidiaryId(),
                dismissal.noticedAt().atZone(zone).toOffsetDateTime(),
                dismissal.facts().flaggedOn(),
                dismissal.facts().leftOn(),
                dismissal.facts().leaveReason(),
                dismissal.facts().toldManager(),
                moment(dismissal.settledAt(), zone),
                finding == null ? null : new FindingView(finding.outcome().code(), finding.text(), finding.by()));
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : at.atZone(zone).toOffsetDateTime();
    }
}
