package org.holdfast.core.offboarding.assets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.assets.AssetFields.SignFields;
import org.holdfast.core.offboarding.assets.AssetViews.PersonAssetsView;
import org.holdfast.core.platform.rest.Permitted;

/** What the caller holds of the firm; they sign for it themselves. */
@Path("assets/own")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OwnAssetsResource {
    private final OwnAssets own;
    private final AssetReader reader;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param own what holders sign
     * @param reader shows assets
     * @param visibility who calls
     */
    @Inject
    OwnAssetsResource(OwnAssets own, AssetReader reader, Visibility visibility) {
        this.own = own;
        this.reader = reader;
        this.visibility = visibility;
    }

    /**
     * Returns what the caller holds and held.
     *
     * @return the assets, and by which day they come back
     */
    @GET
    @Permitted("own:read")
    @Operation(summary = "Returns what the caller holds and held of the firm, and until when")
    public PersonAssetsView list() {
        return own.self(visibility)
                .map(reader::of)
                .orElseGet(() -> new PersonAssetsView(null, null, null, true, List.of()));
    }

    /**
     * Signs that the caller has an asset.
     *
     * @param id the holding
     * @param fields the version of the asset as it was read
     * @return what the caller holds
     */
    @POST
    @Path("{id}/receipt")
    @Permitted("own:write")
    @Operation(summary = "Signs that the caller has received an asset")
    public PersonAssetsView receive(@PathParam("id") UUID id, SignFields fields) {
        own.receive(id, fields.version(), visibility);
        return list();
    }

    /**
     * Signs that the caller returns an asset.
     *
     * @param id the holding
     * @param fields by whom it comes, and the version of the asset as it was read
     * @return what the caller holds
     */
    @POST
    @Path("{id}/return")
    @Permitted("own:write")
    @Operation(summary = "Signs that the caller returns an asset, by hand or by courier")
    public PersonAssetsView giveBack(@PathParam("id") UUID id, SignFields fields) {
        own.giveBack(id, fields, visibility);
        return list();
    }
}
