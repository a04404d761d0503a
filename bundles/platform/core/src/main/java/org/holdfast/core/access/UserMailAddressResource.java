package org.holdfast.core.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;

/** Where a user gets mail, for the security administrator. */
@Path("users/{id}/mail-address")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UserMailAddressResource {
    private static final String MAY = "users:manage";

    private final Accounts accounts;
    private final MailAddresses addresses;

    /**
     * Creates the resource.
     *
     * @param accounts the accounts
     * @param addresses their addresses
     */
    @Inject
    UserMailAddressResource(Accounts accounts, MailAddresses addresses) {
        this.accounts = accounts;
        this.addresses = addresses;
    }

    /**
     * Returns where a user's mail is sent to.
     *
     * @param id the account
     * @return the address, if there is one
     */
    @GET
    @Permitted(MAY)
    @Operation(summary = "Returns where a user's mail is sent to")
    public MailAddressView get(@PathParam("id") String id) {
        return new MailAddressView(addresses.find(known(id)).orElse(null));
    }

    /**
     * Says where a user's mail is sent to.
     *
     * @param id the account
     * @param wanted the address; none: no mail is sent
     * @return the address as it is now
     */
    @PUT
    @Permitted(MAY)
    @Operation(summary = "Says where a user's mail is sent to")
    public MailAddressView change(@PathParam("id") String id, MailAddressChange wanted) {
        UUID account = known(id);
        addresses.take(account, wanted.address());
        return new MailAddressView(addresses.find(account).orElse(null));
    }

    private UUID known(String id) {
        try {
            return accounts.find(UUID.fromString(id)).id();
        } catch (IllegalArgumentException e) {
            throw RestException.notFound();
        }
    }
}
