package org.holdfast.core.offboarding.assets;

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
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.assets.AssetFields.IssueFields;
import org.holdfast.core.offboarding.assets.AssetFields.ReturnFields;
import org.holdfast.core.offboarding.assets.AssetFields.StateFields;
import org.holdfast.core.offboarding.assets.AssetViews.AssetView;
import org.holdfast.core.offboarding.assets.AssetViews.EntryView;
import org.holdfast.core.offboarding.assets.AssetViews.HoldingView;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.jspecify.annotations.Nullable;

/** One asset: issued, taken back, handed on, lost, checked. Whoever calls signs by their account. */
@Path("assets")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AssetStepsResource {
    private final AssetDesk desk;
    private final AssetReader reader;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param desk does something with assets
     * @param reader shows them
     * @param visibility what the caller may see
     * @param audit told who is shown
     */
    @Inject
    AssetStepsResource(AssetDesk desk, AssetReader reader, Visibility visibility, AuditNotes audit) {
        this.desk = desk;
        this.reader = reader;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Returns an asset.
     *
     * @param id the asset
     * @return the asset with who holds it and what was done with it
     */
    @GET
    @Path("{id}")
    @Permitted(AssetDesk.READ)
    @Operation(summary = "Returns an asset with who holds it and what was done with it")
    public AssetView get(@PathParam("id") UUID id) {
        return whole(desk.find(id, visibility));
    }

    /**
     * Describes an asset anew.
     *
     * @param id the asset
     * @param fields all of it, with the version as it was read
     * @return the asset
     */
    @PUT
    @Path("{id}")
    @Permitted(AssetDesk.WRITE)
    @Operation(summary = "Describes an asset anew")
    public AssetView describe(@PathParam("id") UUID id, AssetFields fields) {
        Asset asset = desk.find(id, visibility);
        desk.describe(asset, fields, visibility);
        return whole(asset);
    }

    /**
     * Issues an asset to somebody.
     *
     * @param id the asset
     * @param fields to whom, until when
     * @return the asset
     */
    @POST
    @Path("{id}/issue")
    @Permitted(AssetDesk.WRITE)
    @Operation(summary = "Issues an asset of the stock to an employee, who signs by their account or on paper")
    public AssetView issue(@PathParam("id") UUID id, IssueFields fields) {
        Asset asset = desk.find(id, visibility);
        desk.issue(asset, fields, visibility);
        return whole(asset);
    }

    /**
     * Takes an asset back.
     *
     * @param id the asset
     * @param fields when, and in which condition
     * @return the asset
     */
    @POST
    @Path("{id}/return")
    @Permitted(AssetDesk.WRITE)
    @Operation(summary = "Takes an asset back whose holder has signed, with its condition")
    public AssetView receive(@PathParam("id") UUID id, ReturnFields fields) {
        Asset asset = desk.find(id, visibility);
        desk.receive(asset, fields, visibility);
        return whole(asset);
    }

    /**
     * Has its holder hand an asset to somebody else.
     *
     * @param id the asset
     * @param fields to whom
     * @return the asset
     */
    @POST
    @Path("{id}/transfer")
    @Permitted(AssetDesk.WRITE)
    @Operation(summary = "Notes that the holder of an asset has handed it to another employee")
    public AssetView pass(@PathParam("id") UUID id, IssueFields fields) {
        Asset asset = desk.find(id, visibility);
        desk.pass(asset, fields, visibility);
        return whole(asset);
    }

    /**
     * Says where an asset is.
     *
     * @param id the asset
     * @param fields the state, and what was decided
     * @return the asset
     */
    @POST
    @Path("{id}/state")
    @Permitted(AssetDesk.WRITE)
    @Operation(summary = "Says that an asset is checked, lost with what was decided, found, or retired")
    public AssetView put(@PathParam("id") UUID id, StateFields fields) {
        Asset asset = desk.find(id, visibility);
        desk.put(asset, fields, visibility);
        return whole(asset);
    }

    private AssetView whole(Asset asset) {
        AssetView view = reader.whole(asset.id());
        Stream<UUID> holder = Stream.ofNullable(view.holding()).map(HoldingView::employeeId);
        List<EntryView> history = Objects.requireNonNullElse(view.history(), List.of());
        Stream<@Nullable UUID> others = history.stream().map(EntryView::employeeId);
        audit.told(Stream.concat(holder, others.filter(Objects::nonNull))
                .distinct()
                .toList());
        return view;
    }
}
