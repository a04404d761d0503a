package org.holdfast.core.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.intake.Imports.Upload;
import org.holdfast.core.people.SealedPeople;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/** Files that come in. */
@Path("imports")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class ImportsResource {
    private static final String WRITE = "imports:write";
    private static final int LATEST = 1_000;
    /** What a form may hold beside its file. */
    private static final long LARGEST_FRAME = 1 << 20;

    private final Imports imports;
    private final SealedPeople people;
    private final Cursors cursors;
    private final Texts texts;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param imports takes files in
     * @param people knows subsidiaries
     * @param cursors for paging
     * @param texts messages
     * @param visibility what the caller may see
     */
    @Inject
    ImportsResource(Imports imports, SealedPeople people, Cursors cursors, Texts texts, Visibility visibility) {
        this.imports = imports;
        this.people = people;
        this.cursors = cursors;
        this.texts = texts;
        this.visibility = visibility;
    }

    /**
     * The answer to an upload.
     *
     * @param id the import
     * @param jobId its job
     */
    @TellsNothing
    public record Submitted(UUID id, UUID jobId) {}

    /**
     * What is uploaded.
     *
     * @param file the file's bytes
     * @param subsidiary code or id of the subsidiary; may be missing where the file says it
     * @param dryRun whether only to look
     * @param kind the kind of file; may be missing where its name or header tells
     */
    @SuppressWarnings("ArrayRecordComponent") // only described, never made
    public record Form(
            byte[] file,
            @Nullable String subsidiary,
            @Nullable Boolean dryRun,
            @Nullable String kind) {}

    /**
     * Takes a file.
     *
     * @param type media type with the boundary of the parts
     * @param length announced length of the body, where it was
     * @param body the parts as they arrive
     * @return 202 with the import's id
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Permitted(WRITE)
    @Operation(summary = "Imports a file")
    @APIResponseSchema(value = Submitted.class, responseCode = "202")
    @RequestBodySchema(Form.class)
    public Response submit(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
            InputStream body) {
        if (length != null && length > Spool.LARGEST + LARGEST_FRAME) {
            throw Spool.tooLarge();
        }
        try (UploadForm form = new UploadForm(imports)) {
            form.read(type, body);
            String kind = form.field("kind");
            Upload upload = new Upload(
                    form.fileName(),
                    subsidiary(form.field("subsidiary")),
                    form.field("dryRun").equals("true"),
                    kind.isEmpty()
                            ? null
                            : ImportKind.ofCode(kind).orElseThrow(() -> RestException.invalid("kind", "notOneOf")));
            UUID id = imports.submit(upload, form.submitted());
            return Response.accepted(new Submitted(id, id)).build();
        }
    }

    /**
     * Lists imports.
     *
     * @param limit items per page
     * @param cursor where to begin
     * @param language the reader's language
     * @return newest first
     */
    @GET
    @Permitted(WRITE)
    @Operation(summary = "Lists the imports")
    public Page<ImportView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        List<ImportStatus> seen =
                imports.latest(LATEST).stream().filter(this::maySee).toList();
        UnaryOperator<String> words = words(language);
        String query = "imports " + visibility.caller().id();
        return cursors.page(seen, query, limit, cursor).map(status -> ImportView.of(status, null, words));
    }

    /**
     * Tells how an import stands.
     *
     * @param id the import
     * @param language the reader's language
     * @return the import with its preview
     */
    @GET
    @Path("{id}")
    @Permitted(WRITE)
    @Operation(summary = "Tells how an import stands")
    public ImportView one(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        ImportStatus status = seen(id);
        return ImportView.of(status, imports.preview(id), words(language));
    }

    /**
     * Returns the rejected rows as a file.
     *
     * @param id the import
     * @param language the reader's language
     * @return CSV with the columns of the file, line and error
     */
    @GET
    @Path("{id}/errors.csv")
    @Produces("text/csv;charset=UTF-8")
    @Permitted(WRITE)
    @Operation(summary = "Returns the rejected rows as CSV")
    public Response errors(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        ImportStatus status = seen(id);
        if (!visibility.tellsIn("files", status.subsidiaryId())) {
            throw RestException.notFound();
        }
        ErrorFile file = new ErrorFile(imports, words(language));
        StreamingOutput body = out -> file.write(id, out);
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors.csv\"")
                .build();
    }

    /**
     * Returns an empty file to be filled in: one line with every column, in Chinese for Chinese readers.
     *
     * @param kind what the file is to hold
     * @param language the reader's language
     * @return CSV, with the mark by which spreadsheets know UTF-8
     */
    @GET
    @Path("templates/{kind}")
    @Produces("text/csv;charset=UTF-8")
    @Permitted(WRITE)
    @Operation(summary = "Returns an empty file with the columns of a kind")
    public Response template(
            @PathParam("kind") String kind, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        ImportKind found = ImportKind.ofCode(kind).orElseThrow(RestException::notFound);
        boolean chinese = texts.negotiate(language).startsWith("zh");
        String header = found.columns().stream()
                .map(column -> chinese ? Columns.chinese(found, column) : column)
                .collect(Collectors.joining(","));
        return Response.ok("\uFEFF" + header + "\r\n")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + found.code() + ".csv\"")
                .build();
    }

    private @Nullable UUID subsidiary(String codeOrId) {
        if (codeOrId.isEmpty()) {
            if (visibility.caller().subsidiaryIds().isEmpty()) {
                return null;
            }
            throw RestException.invalid("subsidiary", "missing");
        }
        Subsidiary found = people.subsidiaries().stream()
                .filter(one ->
                        one.code().equals(codeOrId) || one.id().toString().equals(codeOrId))
                .filter(one -> visibility.maySeeSubsidiary(one.id()))
                .findFirst()
                .orElseThrow(() -> RestException.invalid("subsidiary", "notOneOf"));
        return found.id();
    }

    private ImportStatus seen(UUID id) {
        return imports.find(id).filter(this::maySee).orElseThrow(RestException::notFound);
    }

    private boolean maySee(ImportStatus status) {
        UUID subsidiaryId = status.subsidiaryId();
        return subsidiaryId == null
                ? visibility.caller().subsidiaryIds().isEmpty()
                : visibility.maySeeSubsidiary(subsidiaryId);
    }

    private UnaryOperator<String> words(@Nullable String language) {
        String tag = texts.negotiate(language);
        return key -> texts.text(tag, key);
    }
}
