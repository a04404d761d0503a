package org.holdfast.core.offboarding.papers;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.paper.Papers;
import org.holdfast.core.platform.rest.Permitted;

/** Letterheads and words of the papers of a subsidiary, for HR. */
@Path("offboardings/paper-templates/{subsidiaryId}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TemplatesResource {
    private static final String MANAGE = "papers:manage";

    private final TemplateDesk desk;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param desk keeps templates
     * @param visibility what the caller may see
     */
    @Inject
    TemplatesResource(TemplateDesk desk, Visibility visibility) {
        this.desk = desk;
        this.visibility = visibility;
    }

    /**
     * Returns how a subsidiary writes its papers.
     *
     * @param subsidiaryId the subsidiary
     * @return letterhead, words of each language, and what may stand in braces
     */
    @GET
    @Permitted(MANAGE)
    @Operation(summary = "Returns letterhead and words of the papers of a subsidiary")
    public TemplateView get(@PathParam("subsidiaryId") UUID subsidiaryId) {
        return desk.show(subsidiaryId, visibility);
    }

    /**
     * Says how a subsidiary writes its papers from now on. What was issued stays as it is.
     *
     * @param subsidiaryId the subsidiary
     * @param fields all of it, with the version as it was read
     * @return the texts
     */
    @PUT
    @Permitted(MANAGE)
    @Operation(summary = "Changes letterhead and words of the papers of a subsidiary; what was issued stays as it is")
    public TemplateView put(@PathParam("subsidiaryId") UUID subsidiaryId, TemplateFields fields) {
        return desk.write(subsidiaryId, fields, visibility);
    }

    /**
     * Prints a certificate of nobody by texts that need not be kept yet.
     *
     * @param subsidiaryId the subsidiary
     * @param fields the texts
     * @return a PDF file without a seal, with the word draft across each page
     */
    @POST
    @Path("preview")
    @Produces(Papers.PDF)
    @Permitted(MANAGE)
    @Operation(summary = "Prints a certificate of nobody by these texts, marked as a draft on each page")
    public byte[] preview(@PathParam("subsidiaryId") UUID subsidiaryId, TemplateFields fields) {
        return desk.preview(subsidiaryId, fields, visibility);
    }
}
