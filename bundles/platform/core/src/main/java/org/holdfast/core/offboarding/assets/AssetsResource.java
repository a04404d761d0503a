package org.holdfast.core.offboarding.assets;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.assets.AssetReader.Held;
import org.holdfast.core.offboarding.assets.AssetViews.AssetView;
import org.holdfast.core.offboarding.assets.AssetViews.HoldingView;
import org.holdfast.core.offboarding.assets.AssetViews.ImportedView;
import org.holdfast.core.offboarding.assets.AssetViews.ReturnsView;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.platform.rest.ToldJson;
import org.jspecify.annotations.Nullable;

/** The register of what the firm lends to its people. */
@Path("assets")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AssetsResource {
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final AssetDesk desk;
    private final AssetReader reader;
    private final Tools tools;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param desk does something with assets
     * @param reader shows them
     * @param tools what lists and files need
     * @param visibility what the caller may see
     */
    @Inject
    AssetsResource(AssetDesk desk, AssetReader reader, Tools tools, Visibility visibility) {
        this.desk = desk;
        this.reader = reader;
        this.tools = tools;
        this.visibility = visibility;
    }

    /** What lists and files need. For one call. */
    @Dependent
    static final class Tools {
        private final AssetImport imports;
        private final Returns returns;
        private final Cursors cursors;
        private final Texts texts;
        private final AuditNotes audit;

        @Inject
        Tools(AssetImport imports, Returns returns, Cursors cursors, Texts texts, AuditNotes audit) {
            this.imports = imports;
            this.returns = returns;
            this.cursors = cursors;
            this.texts = texts;
            this.audit = audit;
        }
    }

    /**
     * A form with a file.
     *
     * @param file a table with a header: number, kind and label at least
     * @param subsidiaryId whose assets it tells of
     */
    @SuppressWarnings("ArrayRecordComponent") // only described, never made
    public record Form(byte[] file, UUID subsidiaryId) {}

    /**
     * Searches the register.
     *
     * @param search which assets
     * @return assets of the subsidiary, with who holds them
     */
    @POST
    @Path("search")
    @Permitted(AssetDesk.READ)
    @Operation(summary = "Searches the assets of a subsidiary, with who holds them")
    public Page<AssetView> search(AssetSearch search) {
        List<Held> found = reader.find(search, visibility);
        String query = "assets " + visibility.caller().id() + ' ' + search.fingerprint();
        Page<Held> page = tools.cursors.page(found, query, search.limit(), search.cursor());
        List<AssetView> views = reader.rows(page.items());
        told(views);
        return new Page<>(views, page.next(), page.total());
    }

    /**
     * Registers an asset.
     *
     * @param fields the asset
     * @return as it was registered
     */
    @POST
    @Permitted(AssetDesk.WRITE)
    @Operation(summary = "Registers an asset")
    public AssetView register(AssetFields fields) {
        return reader.whole(desk.register(fields, visibility).id());
    }

    /**
     * Registers the assets of a file.
     *
     * @param type type of the body
     * @param language the reader's language
     * @param body the form
     * @return what became of it, with every line that was left out
     */
    @POST
    @Path("imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Permitted(AssetDesk.WRITE)
    @Operation(summary = "Registers the assets of a file; a file that was read before changes nothing")
    @RequestBodySchema(Form.class)
    public ImportedView take(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            InputStream body) {
        return tools.imports.take(AssetUpload.read(type, body), visibility, tools.texts.negotiate(language));
    }

    /**
     * Exports the register.
     *
     * @param subsidiaryId whose assets
     * @param language the reader's language
     * @return an Excel file
     */
    @GET
    @Path("assets.xlsx")
    @Produces(EXCEL)
    @Permitted(AssetDesk.READ)
    @Operation(summary = "Exports the assets of a subsidiary as an Excel file")
    public byte[] workbook(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return file(language).workbook(all(subsidiaryId));
    }

    /**
     * Exports the register in the form an import takes.
     *
     * @param subsidiaryId whose assets
     * @param language the reader's language
     * @return a CSV file in UTF-8 with a byte order mark
     */
    @GET
    @Path("assets.csv")
    @Produces("text/csv;charset=UTF-8")
    @Permitted(AssetDesk.READ)
    @Operation(summary = "Exports the assets of a subsidiary as a CSV file")
    public byte[] csv(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return file(language).csv(all(subsidiaryId));
    }

    /**
     * Tells how much came back by its day.
     *
     * @param subsidiaryId the subsidiary
     * @return counts by month of the due day
     */
    @GET
    @Path("returns")
    @Permitted(AssetDesk.READ)
    @Operation(summary = "Tells by month how much of what was due came back by its day")
    public ReturnsView returns(@QueryParam("subsidiaryId") @Nullable UUID subsidiaryId) {
        if (subsidiaryId == null) {
            throw RestException.invalid("subsidiaryId", "missing");
        }
        visibility.requireSubsidiary(subsidiaryId);
        return tools.returns.months(subsidiaryId);
    }

    private AssetFile file(@Nullable String language) {
        return new AssetFile(tools.texts, tools.texts.negotiate(language));
    }

    private List<JsonNode> all(@Nullable UUID subsidiaryId) {
        List<AssetView> views = reader.rows(reader.find(AssetSearch.all(subsidiaryId), visibility));
        told(views);
        return views.stream().map(view -> ToldJson.tree(view, visibility)).toList();
    }

    private void told(List<AssetView> views) {
        tools.audit.told(views.stream()
                .flatMap(view -> Stream.ofNullable(view.holding()))
                .map(HoldingView::employeeId)
                .toList());
    }
}
