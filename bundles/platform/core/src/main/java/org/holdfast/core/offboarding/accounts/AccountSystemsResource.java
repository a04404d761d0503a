package org.holdfast.core.offboarding.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.accounts.SystemViews.ConnectorsView;
import org.holdfast.core.offboarding.accounts.SystemViews.SystemView;
import org.holdfast.core.offboarding.accounts.SystemViews.SystemsView;
import org.holdfast.core.offboarding.accounts.SystemViews.TestView;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** The systems in which people have accounts, for who sets them up. Tells of nobody, and no secret. */
@Path("account-systems")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountSystemsResource {
    private static final String MANAGE = "accounts:manage";

    private final SystemDesk desk;
    private final SystemReader reader;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param desk sets systems up
     * @param reader shows them
     * @param visibility what the caller may see
     */
    @Inject
    AccountSystemsResource(SystemDesk desk, SystemReader reader, Visibility visibility) {
        this.desk = desk;
        this.reader = reader;
        this.visibility = visibility;
    }

    /**
     * Lists the systems of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @param language the reader's language
     * @return by code
     */
    @GET
    @Permitted(MANAGE)
    @Operation(summary = "Lists the systems in which people of a subsidiary have accounts")
    public SystemsView list(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return new SystemsView(desk.of(required(subsidiaryId), visibility).stream()
                .map(one -> reader.view(one, language))
                .toList());
    }

    /**
     * Lists the kinds of systems there can be.
     *
     * @param subsidiaryId the subsidiary
     * @param language the reader's language
     * @return what bundles that are enabled there speak to
     */
    @GET
    @Path("connectors")
    @Permitted(MANAGE)
    @Operation(summary = "Lists the kinds of systems, with what has to be known of each")
    public ConnectorsView connectors(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        visibility.requireSubsidiary(required(subsidiaryId));
        return new ConnectorsView(reader.connectors(required(subsidiaryId), language));
    }

    /**
     * Adds a system, or changes it.
     *
     * @param id its id, of the caller's choice for a new one
     * @param fields the system
     * @param language the reader's language
     * @return the system
     */
    @PUT
    @Path("{id}")
    @Permitted(MANAGE)
    @Operation(summary = "Adds a system in which people have accounts, or changes it")
    public SystemView put(
            @PathParam("id") UUID id,
            SystemFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return reader.view(desk.put(id, fields, visibility), language);
    }

    /**
     * Asks a system whether it can be read. Changes nothing there.
     *
     * @param id the system
     * @param language the reader's language
     * @return what came of it
     */
    @POST
    @Path("{id}/test")
    @Permitted(MANAGE)
    @Operation(summary = "Asks a system whether it can be read")
    public TestView test(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return reader.test(desk.find(id, visibility), language);
    }

    /**
     * Has all accounts of a system looked at within the minute.
     *
     * @param id the system
     * @param language the reader's language
     * @return the system
     */
    @POST
    @Path("{id}/scan")
    @Permitted(MANAGE)
    @Operation(summary = "Has all accounts of a system looked at now")
    public SystemView scan(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        desk.scanNow(desk.find(id, visibility));
        return reader.view(desk.find(id, visibility), language);
    }

    private static UUID required(@Nullable UUID subsidiaryId) {
        if (subsidiaryId == null) {
            throw RestException.invalid("subsidiaryId", "missing");
        }
        return subsidiaryId;
    }
}
