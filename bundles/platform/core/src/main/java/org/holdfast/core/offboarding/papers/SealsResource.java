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
import org.holdfast.core.platform.rest.Permitted;

/** The seal by which a subsidiary signs papers, for administrators. */
@Path("offboardings/seals/{subsidiaryId}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SealsResource {
    private static final String MANAGE = "seals:manage";

    private final SealDesk desk;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param desk keeps seals
     * @param visibility what the caller may see
     */
    @Inject
    SealsResource(SealDesk desk, Visibility visibility) {
        this.desk = desk;
        this.visibility = visibility;
    }

    /**
     * Returns the seal.
     *
     * @param subsidiaryId the subsidiary
     * @return its certificate, never its key
     */
    @GET
    @Permitted(MANAGE)
    @Operation(summary = "Returns the certificate by which a subsidiary signs papers")
    public SealView get(@PathParam("subsidiaryId") UUID subsidiaryId) {
        return desk.show(subsidiaryId, visibility);
    }

    /**
     * Takes a key with its certificates.
     *
     * @param subsidiaryId the subsidiary
     * @param fields a PKCS #12 file with its password
     * @return the seal
     */
    @PUT
    @Path("key")
    @Permitted(MANAGE)
    @Operation(summary = "Takes the key by which papers are signed, with its certificates, from a PKCS #12 file")
    public SealView upload(@PathParam("subsidiaryId") UUID subsidiaryId, SealFields fields) {
        return desk.upload(subsidiaryId, fields, visibility);
    }

    /**
     * Makes a key that certifies itself.
     *
     * @param subsidiaryId the subsidiary
     * @param fields the version as it was read
     * @return the seal
     */
    @POST
    @Path("key")
    @Permitted(MANAGE)
    @Operation(
            summary = "Makes a key by which papers are signed; it certifies itself until somebody issues a certificate")
    public SealView make(@PathParam("subsidiaryId") UUID subsidiaryId, SealFields fields) {
        return desk.make(subsidiaryId, fields, visibility);
    }

    /**
     * Asks for a certificate for the key.
     *
     * @param subsidiaryId the subsidiary
     * @return the request, for whoever issues certificates
     */
    @GET
    @Path("request")
    @Permitted(MANAGE)
    @Operation(summary = "Returns a request for a certificate of the key, by PKCS #10")
    public SealView.RequestView request(@PathParam("subsidiaryId") UUID subsidiaryId) {
        return desk.request(subsidiaryId, visibility);
    }

    /**
     * Takes certificates that were issued for the key.
     *
     * @param subsidiaryId the subsidiary
     * @param fields the certificates
     * @return the seal
     */
    @PUT
    @Path("certificate")
    @Permitted(MANAGE)
    @Operation(summary = "Takes the certificates that somebody issued for the key")
    public SealView certify(@PathParam("subsidiaryId") UUID subsidiaryId, SealFields fields) {
        return desk.certify(subsidiaryId, fields, visibility);
    }
}
