package org.holdfast.core.offboarding.interview;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.interview.InterviewView.OwnInterviewView;
import org.holdfast.core.platform.rest.Permitted;

/** The caller's own exit interview. */
@Path("offboardings/own/exit-interview")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OwnInterviewResource {
    private static final String WRITE = "own:write";

    private final OwnInterviewDesk desk;
    private final InterviewReader reader;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param desk takes what the caller says
     * @param reader shows it
     * @param visibility who calls
     */
    @Inject
    OwnInterviewResource(OwnInterviewDesk desk, InterviewReader reader, Visibility visibility) {
        this.desk = desk;
        this.reader = reader;
        this.visibility = visibility;
    }

    /**
     * Returns the caller's own interview.
     *
     * @return the interview; of the state {@code none} where none was offered
     */
    @GET
    @Permitted("own:read")
    @Operation(summary = "Returns the caller's own exit interview, with what they said")
    public OwnInterviewView get() {
        return reader.own(desk.find(visibility), visibility);
    }

    /**
     * Keeps what the caller has written so far; nobody else reads it.
     *
     * @param fields answers, as many as there are
     * @return the interview
     */
    @PUT
    @Path("draft")
    @Permitted(WRITE)
    @Operation(summary = "Keeps what the caller has written so far in their own exit interview")
    public OwnInterviewView draft(InterviewFields.Answers fields) {
        desk.draft(fields, visibility);
        return get();
    }

    /**
     * Takes what the caller says.
     *
     * @param fields the answers
     * @return the interview
     */
    @POST
    @Path("answers")
    @Permitted(WRITE)
    @Operation(summary = "Takes the answers of the caller's own exit interview, or corrects them by a further version")
    public OwnInterviewView say(InterviewFields.Answers fields) {
        desk.say(fields, visibility);
        return get();
    }

    /**
     * Declines.
     *
     * @param fields the version as it was read
     * @return the interview
     */
    @POST
    @Path("declining")
    @Permitted(WRITE)
    @Operation(summary = "Declines the caller's own exit interview; nothing follows from it")
    public OwnInterviewView decline(InterviewFields.Declining fields) {
        desk.decline(fields, visibility);
        return get();
    }
}
