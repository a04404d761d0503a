package org.holdfast.core.retention.cases;

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
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;

/** The files of a talk. Names of files never stand in an address: they may name somebody. */
@Path("cases/{id}/talks/{talk}/attachments")
@Dependent
public final class AttachmentsResource {
    private final CaseReader reader;
    private final AttachmentDesk files;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param reader shows cases
     * @param files the files
     * @param visibility what the caller may see
     * @param audit told who is shown
     */
    @Inject
    AttachmentsResource(CaseReader reader, AttachmentDesk files, Visibility visibility, AuditNotes audit) {
        this.reader = reader;
        this.files = files;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * What is sent.
     *
     * @param key a random UUID made by who sends it
     * @param file the file's bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // only described, never made
    public record Form(UUID key, byte[] file) {}

    /**
     * Adds a file. None is ever changed or taken away.
     *
     * @param id the case
     * @param talk the talk
     * @param type media type with the boundary of the parts
     * @param body the parts as they arrive
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Permitted("alerts:write")
    @Operation(summary = "Adds a file to a talk")
    @RequestBodySchema(Form.class)
    public void add(
            @PathParam("id") UUID id,
            @PathParam("talk") UUID talk,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            InputStream body) {
        RetentionCase one = reader.find(id, visibility);
        files.add(one, talk, visibility, AttachmentForm.read(type, body));
        audit.told(List.of(one.personId()));
    }

    /**
     * Returns a file, to be saved and never shown by the browser.
     *
     * @param id the case
     * @param talk its talk
     * @param file the file
     * @return its bytes
     */
    @GET
    @Path("{file}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Permitted("alerts:read")
    @Operation(summary = "Returns a file of a talk")
    public Response get(@PathParam("id") UUID id, @PathParam("talk") UUID talk, @PathParam("file") UUID file) {
        RetentionCase one = reader.find(id, visibility);
        if (!visibility.tells("talks", one.personId(), one.subsidiaryId())) {
            throw RestException.notFound();
        }
        AttachmentDesk.Handed handed = files.get(one, talk, file, visibility);
        audit.told(List.of(one.personId()));
        return Response.ok(handed.content(), MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition(handed.facts().name()))
                .build();
    }

    /** Any name in any language, as RFC 6266 and RFC 8187 have it. */
    private static String disposition(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename*=UTF-8''" + encoded;
    }
}
