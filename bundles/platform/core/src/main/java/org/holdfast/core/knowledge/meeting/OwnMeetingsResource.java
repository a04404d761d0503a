package org.holdfast.core.knowledge.meeting;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Permitted;
import org.jspecify.annotations.Nullable;

/** The meetings that the caller has to sign, as who leaves, as who goes on, and as superior. */
@Path("knowledge/own/meetings")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OwnMeetingsResource {
    private static final String READ = "own:read";
    private static final String WRITE = "own:write";

    private final MeetingDesk desk;
    private final MeetingReader reader;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param desk signs
     * @param reader shows meetings
     * @param visibility who calls
     */
    @Inject
    OwnMeetingsResource(MeetingDesk desk, MeetingReader reader, Visibility visibility) {
        this.desk = desk;
        this.reader = reader;
        this.visibility = visibility;
    }

    /**
     * Meetings of the caller.
     *
     * @param own the meetings, null where the caller is no employee
     */
    public record OwnMeetings(@Nullable OwnMeetingsView own) {}

    /**
     * Returns the meetings that the caller has to sign.
     *
     * @param language the reader's languages
     * @return the meetings
     */
    @GET
    @Permitted(READ)
    @Operation(summary = "Returns the meetings about handovers that the caller has to sign")
    public OwnMeetings get(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return new OwnMeetings(reader.own(visibility, language).orElse(null));
    }

    /**
     * Signs minutes.
     *
     * @param id the offboarding case
     * @param fields the digest of the minutes as they were read
     * @param language the reader's languages
     * @return the meetings
     */
    @POST
    @Path("{id}/signature")
    @Permitted(WRITE)
    @Operation(summary = "Signs the minutes of a meeting as they were read")
    public OwnMeetings sign(
            @PathParam("id") UUID id,
            @Nullable SignatureFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        desk.sign(id, MeetingForm.given(fields), visibility);
        return get(language);
    }

    /**
     * Says why the caller does not sign.
     *
     * @param id the offboarding case
     * @param fields the digest of the minutes as they were read, and why
     * @param language the reader's languages
     * @return the meetings
     */
    @POST
    @Path("{id}/refusal")
    @Permitted(WRITE)
    @Operation(summary = "Says why the caller does not sign the minutes of a meeting")
    public OwnMeetings refuse(
            @PathParam("id") UUID id,
            @Nullable SignatureFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        desk.refuse(id, MeetingForm.given(fields), visibility);
        return get(language);
    }
}
