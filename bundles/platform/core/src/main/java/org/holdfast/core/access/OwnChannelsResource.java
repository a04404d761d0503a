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
import org.jspecify.annotations.Nullable;

/** Where the caller is reached by the channels of bundles. */
@Path("session/channels")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OwnChannelsResource {
    private static final String MAY = "session:own";

    private final Accounts accounts;
    private final ChannelAddresses addresses;
    private final ChannelAddressViews views;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param accounts the accounts
     * @param addresses their addresses
     * @param views show them
     * @param visibility who calls
     */
    @Inject
    OwnChannelsResource(
            Accounts accounts, ChannelAddresses addresses, ChannelAddressViews views, Visibility visibility) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.views = views;
        this.visibility = visibility;
    }

    /**
     * Returns by which channels the caller can be reached, and where.
     *
     * @param language the header {@code Accept-Language}
     * @return all channels there are
     */
    @GET
    @Permitted(MAY)
    @Operation(summary = "Returns by which channels the caller is reached")
    public ChannelAddressesView get(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return views.of(own(), language);
    }

    /**
     * Says where the caller is reached by a channel.
     *
     * @param channel code of the channel
     * @param language the header {@code Accept-Language}
     * @param wanted the address; none: not at all
     * @return the addresses as they are now
     */
    @PUT
    @Path("{channel}")
    @Permitted(MAY)
    @Operation(summary = "Says where the caller is reached by a channel")
    public ChannelAddressesView change(
            @PathParam("channel") String channel,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
            ChannelAddressChange wanted) {
        UUID account = own();
        addresses.take(account, channel, wanted.address());
        return views.of(account, language);
    }

    private UUID own() {
        return accounts.find(SessionResource.accountId(visibility.caller())).id();
    }
}
