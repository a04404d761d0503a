package org.holdfast.core.knowledge.meeting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.knowledge.Handovers;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.jspecify.annotations.Nullable;

/** The meeting about a handover, for HR and superiors. */
@Path("knowledge/offboardings/{id}/meeting")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MeetingResource {
    private final MeetingDesk desk;
    private final MeetingReader reader;
    private final Handovers lists;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param desk changes meetings
     * @param reader shows them
     * @param lists who may
     * @param visibility who calls
     * @param audit about whom meetings are
     */
    @Inject
    MeetingResource(MeetingDesk desk, MeetingReader reader, Handovers lists, Visibility visibility, AuditNotes audit) {
        this.desk = desk;
        this.reader = reader;
        this.lists = lists;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Returns the meeting of a case.
     *
     * @param id the offboarding case
     * @param language the reader's languages
     * @return the meeting; version 0 where there is none
     */
    @GET
    @Permitted(Handovers.READ)
    @Operation(summary = "Returns the meeting about a handover, and who has not signed its minutes")
    public MeetingView get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return show(lists.readable(id, visibility), language);
    }

    /**
     * Says anew when the meeting is, who takes part, and what was said. What was signed before has to be signed anew.
     *
     * @param id the offboarding case
     * @param fields all of it, with the version as it was read
     * @param language the reader's languages
     * @return the meeting
     */
    @PUT
    @Permitted(Handovers.WRITE)
    @Operation(
            summary = "Says when the meeting is, who signs, and what was said; what was signed before is signed anew")
    public MeetingView save(
            @PathParam("id") UUID id,
            @Nullable MeetingFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        ExitCase of = lists.readable(id, visibility);
        lists.requireOpen(of);
        desk.save(of, MeetingForm.given(fields), visibility);
        return show(of, language);
    }

    private MeetingView show(ExitCase of, @Nullable String language) {
        audit.told(List.of(of.personId()));
        return reader.show(of, visibility, language);
    }
}
