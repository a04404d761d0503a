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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.rights.Relative;
import org.holdfast.core.protection.rights.RequestKind;
import org.holdfast.core.protection.rights.RequestState;
import org.holdfast.core.protection.rights.RightsRequest;
import org.holdfast.core.protection.rights.RightsRequests;
import org.holdfast.core.protection.rights.RightsRequests.Decision;
import org.jspecify.annotations.Nullable;

/** What people ask of those who hold data about them, at the desk of the data-protection officer. */
@Path("privacy/requests")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RequestsResource {
    private static final String PENDING = "pending";
    private static final String SETTLED = "settled";

    private final RightsRequests requests;
    private final RequestDesk desk;
    private final Cursors cursors;

    /**
     * Creates the resource.
     *
     * @param requests the register
     * @param desk takes and shows requests
     * @param cursors for paging
     */
    @Inject
    RequestsResource(RightsRequests requests, RequestDesk desk, Cursors cursors) {
        this.requests = requests;
        this.desk = desk;
        this.cursors = cursors;
    }

    /**
     * A letter to be registered.
     *
     * @param employeeId who wrote it
     * @param kind what for: {@code access}, {@code rectification}, {@code objection}, {@code refusalOfAutomatedDecision},
     *     {@code humanReview} or {@code erasure}
     * @param receivedOn when it came, null for today
     * @param text what it says, at most 4,000 characters; needed for a rectification
     * @param relative who asks for somebody who died, null where the person wrote
     */
    public record Letter(
            @Nullable UUID employeeId,
            @Nullable String kind,
            @Nullable LocalDate receivedOn,
            @Nullable String text,
            @Nullable RelativeFields relative) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "letter";
        }
    }

    /**
     * A close relative of somebody who died (PIPL Art. 49). Whoever registers it has checked identity and death, and is named.
     *
     * @param name who asks
     * @param relationship what they are to the person
     * @param identity how identity and relationship were checked
     * @param death which evidence of the death there is
     * @param interest the lawful and legitimate interest they state
     * @param arrangement what the person arranged in their lifetime against it; empty or null where nothing is known
     * @param answerTo where the answer goes
     */
    public record RelativeFields(
            @Nullable String name,
            @Nullable String relationship,
            @Nullable String identity,
            @Nullable String death,
            @Nullable String interest,
            @Nullable String arrangement,
            @Nullable String answerTo) {

        Relative checkedBy(String officer) {
            return new Relative(
                    RequestDesk.text("relative.name", name, true),
                    RequestDesk.text("relative.relationship", relationship, true),
                    RequestDesk.text("relative.identity", identity, true),
                    RequestDesk.text("relative.death", death, true),
                    RequestDesk.text("relative.interest", interest, true),
                    RequestDesk.text("relative.arrangement", arrangement, false),
                    RequestDesk.text("relative.answerTo", answerTo, true),
                    officer);
        }

        /** Names nobody. */
        @Override
        public String toString() {
            return "relative";
        }
    }

    /**
     * Why an answer takes longer.
     *
     * @param reason for the person, 1 to 4,000 characters
     */
    public record Extension(@Nullable String reason) {}

    /**
     * An answer.
     *
     * @param outcome {@code fulfilled} or {@code refused}
     * @param answer what was done, or why it is refused; 1 to 4,000 characters
     * @param remedies what the person can do about a refusal: complain to the authority, go to court
     * @param assessment what was found by the person who looked at the score, needed to grant a human review
     * @param exception code of the rule book's ground on which a refusal of automated decisions is declined, null for the rest
     */
    public record Answer(
            @Nullable String outcome,
            @Nullable String answer,
            @Nullable String remedies,
            @Nullable String assessment,
            @Nullable String exception) {}

    /**
     * Lists requests.
     *
     * @param state {@code pending} for those that wait for an answer, which is the default, or {@code settled}
     * @param subsidiaryId of one subsidiary only, null for all
     * @param limit items per page
     * @param cursor where to begin
     * @return pending ones by due day, settled ones by the day they were settled, the last first
     */
    @GET
    @Permitted("privacy:sign")
    @Operation(summary = "Lists what people asked for: what is due first before the rest")
    public Page<RequestView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String wanted = state == null || state.isEmpty() ? PENDING : state;
        if (!wanted.equals(PENDING) && !wanted.equals(SETTLED)) {
            throw RestException.invalid("state", "unknown");
        }
        List<RightsRequest> all =
                desk.seen(wanted.equals(PENDING) ? requests.pending() : requests.settledOnes()).stream()
                        .filter(request -> subsidiaryId == null
                                || subsidiaryId.equals(request.person().subsidiaryId()))
                        .toList();
        String query = "requests " + desk.persons().caller() + ' ' + wanted + ' ' + subsidiaryId;
        Page<RequestView> page = cursors.page(all, query, limit, cursor).map(desk::view);
        desk.persons().told(page.items().stream().map(RequestView::employeeId).toList());
        return page;
    }

    /**
     * Shows a request.
     *
     * @param id the request
     * @return the request
     */
    @GET
    @Path("{id}")
    @Permitted("privacy:sign")
    @Operation(summary = "Shows what somebody asked for")
    public RequestView show(@PathParam("id") UUID id) {
        return desk.view(desk.find(id));
    }

    /**
     * Registers a letter.
     *
     * @param letter the letter
     * @return the request with its due day
     */
    @POST
    @Permitted("privacy:sign")
    @Operation(summary = "Registers what somebody asked for in a letter")
    public RequestView register(Letter letter) {
        if (letter.employeeId() == null) {
            throw RestException.invalid("employeeId", "missing");
        }
        RelativeFields fields = letter.relative();
        Relative relative =
                fields == null ? null : fields.checkedBy(desk.account().name());
        return desk.file(
                desk.persons().card(letter.employeeId()), letter.kind(), letter.text(), letter.receivedOn(), relative);
    }

    /**
     * Extends the time to answer, once.
     *
     * @param id the request
     * @param extension why
     * @return the request with its new due day
     */
    @POST
    @Path("{id}/extension")
    @Permitted("privacy:sign")
    @Operation(summary = "Extends the time to answer as far as the rule book allows")
    public RequestView extend(@PathParam("id") UUID id, Extension extension) {
        RightsRequest request = desk.find(id);
        String reason = RequestDesk.text("reason", extension.reason(), true);
        return desk.view(requests.extend(request, reason));
    }

    /**
     * Answers a request. Whoever calls is named as the one who decided.
     *
     * @param id the request
     * @param answer the answer
     * @return the request
     */
    @POST
    @Path("{id}/decision")
    @Permitted("privacy:sign")
    @Operation(summary = "Answers a request; the caller is named as the one who decided")
    public RequestView decide(@PathParam("id") UUID id, Answer answer) {
        RightsRequest request = desk.find(id);
        RequestState outcome = outcome(answer.outcome());
        boolean refused = outcome == RequestState.REFUSED;
        boolean reviewed = !refused && request.kind() == RequestKind.HUMAN_REVIEW;
        Decision decision = new Decision(
                outcome,
                RequestDesk.text("answer", answer.answer(), true),
                RequestDesk.text("remedies", answer.remedies(), refused),
                RequestDesk.text("assessment", answer.assessment(), reviewed),
                RequestDesk.text("exception", answer.exception(), false),
                desk.account());
        return desk.view(requests.decide(request, decision));
    }

    private static RequestState outcome(@Nullable String code) {
        if (code == null) {
            throw RestException.invalid("outcome", "missing");
        }
        return switch (code) {
            case "fulfilled" -> RequestState.FULFILLED;
            case "refused" -> RequestState.REFUSED;
            default -> throw RestException.invalid("outcome", "unknown");
        };
    }
}
