package org.holdfast.core.retention.holdout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.AccountNames;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/** The hold-outs of a subsidiary: wanted by group HR, confirmed by a second person, stopped at once. Nobody's lot is told here. */
@Path("subsidiaries/{subsidiaryId}/holdouts")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class HoldoutResource {
    private static final String MANAGE = "holdout:manage";
    private static final String CONFIRM = "holdout:countersign";

    private final HoldoutDesk desk;
    private final Visibility visibility;
    private final AccountNames names;
    private final AuditNotes audit;
    private final Texts texts;

    /**
     * Creates the resource.
     *
     * @param desk begins and stops
     * @param visibility what the caller may see
     * @param names names of who signed
     * @param audit told which hold-out it was
     * @param texts the words of the note
     */
    @Inject
    HoldoutResource(HoldoutDesk desk, Visibility visibility, AccountNames names, AuditNotes audit, Texts texts) {
        this.desk = desk;
        this.visibility = visibility;
        this.names = names;
        this.audit = audit;
        this.texts = texts;
    }

    /**
     * The hold-outs of a subsidiary.
     *
     * @param noteVersion version of the ethics note
     * @param note what a hold-out means for people, a sentence each
     * @param items the newest first; at most one is proposed or runs
     */
    @TellsNothing
    public record HoldoutList(int noteVersion, List<String> note, List<HoldoutView> items) {

        /** Copies the lists. */
        public HoldoutList {
            note = List.copyOf(note);
            items = List.copyOf(items);
        }
    }

    /**
     * A hold-out.
     *
     * @param id its id
     * @param state {@code proposed}, {@code withdrawn}, {@code running}, {@code over} or {@code stopped}
     * @param share of a hundred people, how many are held out on average
     * @param lastDay the last day on which lots are drawn
     * @param keyPostsExempt whether nobody on a key post is drawn
     * @param highestExempt whether nobody in the highest band is drawn
     * @param noteVersion version of the ethics note that was confirmed
     * @param reasons why the firm does it
     * @param wantedBy name of the account that wanted it, empty where it is gone
     * @param wantedAt when
     * @param own whether the caller wanted it, and so cannot confirm it
     * @param confirmedBy name of the account that confirmed it; null before
     * @param confirmedAt when it began; null before
     * @param stoppedAt when it was stopped or taken back; null where it was not
     */
    @TellsNothing
    public record HoldoutView(
            UUID id,
            String state,
            int share,
            LocalDate lastDay,
            boolean keyPostsExempt,
            boolean highestExempt,
            int noteVersion,
            String reasons,
            String wantedBy,
            Instant wantedAt,
            boolean own,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt,
            @Nullable Instant stoppedAt) {}

    /**
     * Lists hold-outs.
     *
     * @param subsidiaryId the subsidiary
     * @param language the reader's language
     * @return hold-outs with the ethics note
     */
    @GET
    @Permitted({"models:read", CONFIRM})
    @Operation(summary = "Lists the hold-outs of a subsidiary with the ethics note")
    public HoldoutList list(
            @PathParam("subsidiaryId") UUID subsidiaryId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        visibility.requireSubsidiary(subsidiaryId);
        return new HoldoutList(
                EthicsNote.VERSION,
                EthicsNote.lines(texts, texts.negotiate(language)),
                desk.of(subsidiaryId).stream().map(this::view).toList());
    }

    /**
     * Wants a hold-out. Nothing is drawn before a second person has confirmed it.
     *
     * @param subsidiaryId the subsidiary
     * @param draft the hold-out
     * @return the hold-out
     */
    @POST
    @Permitted(MANAGE)
    @Operation(summary = "Wants a randomised hold-out; it begins once a second person has confirmed it")
    public HoldoutView want(@PathParam("subsidiaryId") UUID subsidiaryId, HoldoutDraft draft) {
        visibility.requireSubsidiary(subsidiaryId);
        Holdout wanted = desk.want(subsidiaryId, draft, caller());
        audit.detail("share", String.valueOf(wanted.rules().share()));
        return noted(wanted);
    }

    /**
     * Confirms a hold-out as second person: it begins.
     *
     * @param subsidiaryId the subsidiary
     * @param id the hold-out
     * @return the hold-out
     */
    @POST
    @Path("{id}/countersignature")
    @Consumes(MediaType.WILDCARD)
    @Permitted(CONFIRM)
    @Operation(summary = "Confirms a hold-out as second person; who wanted it cannot")
    public HoldoutView confirm(@PathParam("subsidiaryId") UUID subsidiaryId, @PathParam("id") UUID id) {
        visibility.requireSubsidiary(subsidiaryId);
        return noted(desk.confirm(subsidiaryId, id, caller()));
    }

    /**
     * Stops a hold-out at once, or takes it back before it began.
     *
     * @param subsidiaryId the subsidiary
     * @param id the hold-out
     * @return the hold-out
     */
    @POST
    @Path("{id}/stop")
    @Consumes(MediaType.WILDCARD)
    @Permitted({MANAGE, CONFIRM})
    @Operation(summary = "Stops a hold-out at once: who was held out and is still over the threshold gets an alert")
    public HoldoutView stop(@PathParam("subsidiaryId") UUID subsidiaryId, @PathParam("id") UUID id) {
        visibility.requireSubsidiary(subsidiaryId);
        return noted(desk.stop(subsidiaryId, id, caller()));
    }

    private UUID caller() {
        return UUID.fromString(visibility.caller().id());
    }

    private HoldoutView noted(Holdout holdout) {
        audit.detail("holdout", holdout.id().toString());
        return view(holdout);
    }

    private HoldoutView view(Holdout holdout) {
        UUID second = holdout.signatures().second();
        UUID by = holdout.signatures().by();
        return new HoldoutView(
                holdout.id(),
                desk.state(holdout).code(),
                holdout.rules().share(),
                holdout.rules().lastDay(),
                holdout.rules().keyPostsExempt(),
                holdout.rules().highestExempt(),
                holdout.grounds().note(),
                holdout.grounds().reasons(),
                names.of(by).orElse(""),
                holdout.signatures().at(),
                by.toString().equals(visibility.caller().id()),
                second == null ? null : names.of(second).orElse(""),
                holdout.signatures().secondAt(),
                holdout.signatures().stoppedAt());
    }
}
