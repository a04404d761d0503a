package org.holdfast.core.offboarding.papers;

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
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.jspecify.annotations.Nullable;

/** The transfer of personnel archive and social insurance of somebody who leaves, for HR. */
@Path("offboardings/{id}/transfer")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TransfersResource {
    private final TransferDesk desk;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param desk notes transfers
     * @param visibility what the caller may see
     * @param audit what the audit log has to know
     */
    @Inject
    TransfersResource(TransferDesk desk, Visibility visibility, AuditNotes audit) {
        this.desk = desk;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Returns the transfer.
     *
     * @param id the offboarding case
     * @param language the reader's languages
     * @return where archive and social insurance went, and until when they have to
     */
    @GET
    @Permitted("papers:read")
    @Operation(summary = "Returns where personnel archive and social insurance went, and until when they have to")
    public TransferView get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        ExitCase of = desk.find(id, visibility);
        audit.told(List.of(of.personId()));
        return desk.show(of, language);
    }

    /**
     * Notes the transfer.
     *
     * @param id the offboarding case
     * @param fields all of it, with the version as it was read
     * @param language the reader's languages
     * @return the transfer
     */
    @PUT
    @Permitted("papers:issue")
    @Operation(summary = "Notes where personnel archive and social insurance went, or why there is none to transfer")
    public TransferView note(
            @PathParam("id") UUID id,
            TransferFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        desk.note(id, fields, visibility);
        return get(id, language);
    }
}
