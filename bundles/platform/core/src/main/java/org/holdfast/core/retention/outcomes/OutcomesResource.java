package org.holdfast.core.retention.outcomes;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.retention.cases.Cases;
import org.holdfast.core.retention.cases.RetentionCase;

/** What came of cases, for HR and for the superiors who had to talk. */
@Path("outcomes/{caseId}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OutcomesResource {
    private final OutcomeDesk desk;
    private final OutcomeReader reader;
    private final Cases cases;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param desk records outcomes
     * @param reader shows them
     * @param cases the cases
     * @param visibility what the caller may see
     * @param audit told who is shown
     */
    @Inject
    OutcomesResource(OutcomeDesk desk, OutcomeReader reader, Cases cases, Visibility visibility, AuditNotes audit) {
        this.desk = desk;
        this.reader = reader;
        this.cases = cases;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Returns what came of a case.
     *
     * @param of the case
     * @return the outcome, and how it went on
     */
    @GET
    @Permitted("alerts:read")
    @Operation(summary = "Returns what came of a case")
    public OutcomeView get(@PathParam("caseId") UUID of) {
        return told(cases.acted(of, visibility));
    }

    /**
     * Records an outcome: the case and its alert are closed. A further one corrects it.
     *
     * @param of the case
     * @param draft the outcome
     * @return what came of the case
     */
    @POST
    @Permitted("alerts:write")
    @Operation(summary = "Records what came of a case")
    public OutcomeView record(@PathParam("caseId") UUID of, OutcomeDraft draft) {
        desk.record(cases.seen(of, visibility), visibility, draft);
        return told(cases.acted(of, visibility));
    }

    /**
     * Records how it went on.
     *
     * @param of the case
     * @param draft how it went on
     * @return what came of the case
     */
    @POST
    @Path("follow-ups")
    @Permitted("alerts:write")
    @Operation(summary = "Records how it went on")
    public OutcomeView follow(@PathParam("caseId") UUID of, FollowUpDraft draft) {
        desk.follow(cases.seen(of, visibility), visibility, draft);
        return told(cases.acted(of, visibility));
    }

    private OutcomeView told(RetentionCase one) {
        audit.told(List.of(one.personId()));
        return reader.view(one, visibility);
    }
}
