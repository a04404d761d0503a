package org.holdfast.core.offboarding.interview;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;

/** The exit interview of somebody who leaves, for HR that was not above them. */
@Path("offboardings/{id}/exit-interview")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class InterviewsResource {
    private static final String WRITE = "interviews:write";

    private final InterviewDesk desk;
    private final InterviewReader reader;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param desk offers and holds interviews
     * @param reader shows them
     * @param visibility who calls
     * @param audit notes whose were read
     */
    @Inject
    InterviewsResource(InterviewDesk desk, InterviewReader reader, Visibility visibility, AuditNotes audit) {
        this.desk = desk;
        this.reader = reader;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Returns the interview.
     *
     * @param id the offboarding case
     * @return the interview, with what was said
     */
    @GET
    @Permitted("interviews:read")
    @Operation(summary = "Returns the exit interview of a case, with each version of what was said")
    public InterviewView get(@PathParam("id") UUID id) {
        ExitCase of = desk.find(id, visibility);
        audit.told(List.of(of.personId()));
        return reader.show(of, visibility);
    }

    /**
     * Offers an interview.
     *
     * @param id the offboarding case
     * @param fields who holds it, until when
     * @return the interview
     */
    @PUT
    @Path("offer")
    @Permitted(WRITE)
    @Operation(summary = "Offers an exit interview, to be filled in alone or held by somebody of HR")
    public InterviewView offer(@PathParam("id") UUID id, InterviewFields.Offer fields) {
        desk.offer(id, fields, visibility);
        return get(id);
    }

    /**
     * Keeps what was written so far.
     *
     * @param id the offboarding case
     * @param fields answers, as many as there are
     * @return the interview
     */
    @PUT
    @Path("draft")
    @Permitted(WRITE)
    @Operation(summary = "Keeps what the holder of an exit interview has written so far")
    public InterviewView draft(@PathParam("id") UUID id, InterviewFields.Answers fields) {
        desk.draft(id, fields, visibility);
        return get(id);
    }

    /**
     * Takes what was said.
     *
     * @param id the offboarding case
     * @param fields the answers
     * @return the interview
     */
    @POST
    @Path("answers")
    @Permitted(WRITE)
    @Operation(summary = "Takes what was said in an exit interview, or corrects it by a further version")
    public InterviewView say(@PathParam("id") UUID id, InterviewFields.Answers fields) {
        desk.say(id, fields, visibility);
        return get(id);
    }

    /**
     * Notes that there was none.
     *
     * @param id the offboarding case
     * @param fields whether it was declined or missed
     * @return the interview
     */
    @POST
    @Path("closing")
    @Permitted(WRITE)
    @Operation(summary = "Notes that an exit interview was declined or missed")
    public InterviewView close(@PathParam("id") UUID id, InterviewFields.Closing fields) {
        desk.close(id, fields, visibility);
        return get(id);
    }
}
