package org.holdfast.core.knowledge;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.knowledge.UploadDesk.Found;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestApplication;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * Files that are handed over, by the tus protocol 1.0.0 with its extensions creation, checksum, termination and expiration. Who may is
 * decided for each file: who leaves and HR or superiors send, they and the recipient read.
 */
@Path("knowledge/files")
@Dependent
public final class HandoverFilesResource {
    static final String VERSION = "1.0.0";
    private static final String OWN = "own:write";
    private static final String PIECES = "application/offset+octet-stream";
    private static final String OFFSET = "Upload-Offset";
    private static final String PROTOCOL = "Tus-Resumable";

    private final UploadDesk desk;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param desk takes files in
     * @param visibility who calls
     * @param audit about whom files are
     */
    @Inject
    HandoverFilesResource(UploadDesk desk, Visibility visibility, AuditNotes audit) {
        this.desk = desk;
        this.visibility = visibility;
        this.audit = audit;
    }

    /** Marks calls of the protocol. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Tus {}

    /** Names the protocol in every answer, refusals, too. */
    @Provider
    @Dependent
    @Tus
    public static final class ProtocolHeaders implements ContainerResponseFilter {
        /** Creates the filter. */
        public ProtocolHeaders() {
            // Nothing to keep.
        }

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            response.getHeaders().putSingle(PROTOCOL, VERSION);
            response.getHeaders().putSingle("Tus-Version", VERSION);
        }
    }

    /**
     * Says what the protocol can do here.
     *
     * @return nothing but headers
     */
    @OPTIONS
    @Tus
    @Permitted(OWN)
    @Operation(summary = "Says which uploads can be sent: tus 1.0.0")
    public Response abilities() {
        return Response.noContent()
                .header("Tus-Extension", "creation,checksum,termination,expiration")
                .header("Tus-Checksum-Algorithm", "sha256")
                .header("Tus-Max-Size", desk.largest())
                .build();
    }

    /**
     * Begins a file.
     *
     * @param item what it belongs to
     * @param version the version of the protocol
     * @param length how many bytes it has
     * @param metadata its {@code filename} and {@code filetype}, each in base64
     * @return where its bytes go
     */
    @POST
    @Path("of/{item}")
    @Tus
    @Permitted(OWN)
    @Operation(summary = "Begins a file that is handed over (tus)")
    public Response begin(
            @PathParam("item") UUID item,
            @HeaderParam(PROTOCOL) @Nullable String version,
            @HeaderParam("Upload-Length") @Nullable String length,
            @HeaderParam("Upload-Metadata") @Nullable String metadata) {
        requireVersion(version);
        StoredFile file = desk.begin(item, number("Upload-Length", length), UploadNames.read(metadata), visibility);
        return Response.created(URI.create(RestApplication.ROOT + "/knowledge/files/" + file.id()))
                .header("Upload-Expires", expires(file))
                .build();
    }

    /**
     * Says where a file ends so far.
     *
     * @param id the file
     * @param version the version of the protocol
     * @return nothing but headers
     */
    @HEAD
    @Path("{file}")
    @Tus
    @Permitted(OWN)
    @Operation(summary = "Says how much of a file has arrived (tus)")
    public Response state(@PathParam("file") UUID id, @HeaderParam(PROTOCOL) @Nullable String version) {
        requireVersion(version);
        StoredFile file = desk.sent(id, visibility).file();
        Response.ResponseBuilder answer = Response.noContent()
                .header(OFFSET, file.received())
                .header("Upload-Length", file.size())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return (file.complete() ? answer : answer.header("Upload-Expires", expires(file))).build();
    }

    /**
     * Takes the next bytes of a file.
     *
     * @param id the file
     * @param headers what the protocol says of them
     * @param offset where they begin
     * @param checksum {@code sha256} and their digest in base64, or nothing
     * @param body the bytes
     * @return where the file ends then
     */
    @PATCH
    @Path("{file}")
    @Consumes(PIECES)
    @Tus
    @Permitted(OWN)
    @Operation(summary = "Takes the next bytes of a file (tus)")
    public Response append(
            @PathParam("file") UUID id,
            @HeaderParam(PROTOCOL) @Nullable String headers,
            @HeaderParam(OFFSET) @Nullable String offset,
            @HeaderParam("Upload-Checksum") @Nullable String checksum,
            InputStream body) {
        requireVersion(headers);
        Found found = desk.sent(id, visibility);
        long from = number(OFFSET, offset);
        long end = checksum == null
                ? desk.append(found, from, body)
                : desk.appendChecked(found, from, body, UploadNames.digest(checksum));
        return Response.noContent()
                .header(OFFSET, end)
                .header("Upload-Expires", expires(found.file()))
                .build();
    }

    /**
     * Removes a file that nobody has accepted.
     *
     * @param id the file
     * @param version the version of the protocol
     */
    @DELETE
    @Path("{file}")
    @Tus
    @Permitted(OWN)
    @Operation(summary = "Removes a file that nobody has accepted (tus)")
    public void remove(@PathParam("file") UUID id, @HeaderParam(PROTOCOL) @Nullable String version) {
        requireVersion(version);
        desk.remove(desk.sent(id, visibility));
    }

    /**
     * Hands a file out, to be saved and never shown by the browser.
     *
     * @param id the file
     * @param range which part of it, as RFC 9110 has it; all of it without
     * @return its bytes
     */
    @GET
    @Path("{file}/content")
    @Permitted("own:read")
    @Operation(summary = "Hands a file out, or a part of it")
    public Response content(@PathParam("file") UUID id, @HeaderParam("Range") @Nullable String range) {
        Found found = desk.readable(id, visibility);
        UUID person = found.item().of().personId();
        audit.told(person == null ? List.of() : List.of(person));
        ByteRange part = ByteRange.of(range, found.file().size());
        StreamingOutput out = stream -> desk.send(found, part.from(), part.to(), stream);
        Response.ResponseBuilder answer = Response.status(part.whole() ? 200 : 206)
                .entity(out)
                .type(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_LENGTH, part.length())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition(found.file().facts().name()));
        return (part.whole() ? answer : answer.header("Content-Range", part.header())).build();
    }

    /** Any name in any language, as RFC 6266 and RFC 8187 have it. */
    private static String disposition(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename*=UTF-8''" + encoded;
    }

    private String expires(StoredFile file) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(desk.expires(file).atOffset(ZoneOffset.UTC));
    }

    private static void requireVersion(@Nullable String version) {
        if (!VERSION.equals(version)) {
            throw RestException.of(KnowledgeError.UPLOAD_PROTOCOL, "Uploads are sent by tus 1.0.0 (Tus-Resumable).");
        }
    }

    private static long number(String header, @Nullable String value) {
        if (value == null || !value.matches("[0-9]{1,18}")) {
            throw RestException.invalid(header, value == null ? "missing" : "form");
        }
        return Long.parseLong(value);
    }
}
