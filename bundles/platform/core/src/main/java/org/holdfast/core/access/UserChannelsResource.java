package org.holdfast.core.access;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Where a user is reached by the channels of bundles, for the security administrator. */
@Path("users/{id}/channels")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UserChannelsResource {
    private static final String MAY = "users:manage";

    private final Accounts accounts;
    private final ChannelAddresses addresses;
    private final ChannelAddressViews views;

    /**
     * Creates the resource.
     *
     * @param accounts the accounts
     * @param addresses their addresses
     * @param views show them
     */
    @Inject
    UserChannelsResource(Accounts accounts, ChannelAddresses addresses, ChannelAddressViews views) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.views = views;
    }

    /**
     * Returns by which channels a user can be reached, and where.
     *
     * @param id the account
     * @param language the header {@code Accept-Language}
     * @return all channels there are
     */
    @GET
    @Permitted(MAY)
    @Operation(summary = "Returns by which channels a user is reached")
    public ChannelAddressesView get(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return views.of(known(id), language);
    }

    /**
     * Says where a user is reached by a channel.
     *
     * @param id the account
     * @param channel code of the channel
     * @param language the header {@code Accept-Language}
     * @param wanted the address; none: not at all
     * @return the addresses as they are now
     */
    @PUT
    @Path("{channel}")
    @Permitted(MAY)
    @Operation(summary = "Says where a user is reached by a channel")
    public ChannelAddressesView change(
            @PathParam("id") String id,
            @PathParam("channel") String channel,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            ChannelAddressChange wanted) {
        UUID account = known(id);
        addresses.take(account, channel, wanted.address());
        return views.of(account, language);
    }

    private UUID known(String id) {
        try {
            return accounts.find(UUID.fromString(id)).id();
        } catch (IllegalArgumentException e) {
            throw RestException.notFound();
        }
    }
}
