package org.holdfast.core.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.platform.rest.Permitted;

/** Where the caller gets mail. */
@Path("session/mail-address")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OwnMailAddressResource {
    private static final String MAY = "session:own";

    private final Accounts accounts;
    private final MailAddresses addresses;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param accounts the accounts
     * @param addresses their addresses
     * @param visibility who calls
     */
    @Inject
    OwnMailAddressResource(Accounts accounts, MailAddresses addresses, Visibility visibility) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.visibility = visibility;
    }

    /**
     * Returns where the caller's mail is sent to.
     *
     * @return the address, if there is one
     */
    @GET
    @Permitted(MAY)
    @Operation(summary = "Returns where the caller's mail is sent to")
    public MailAddressView get() {
        return new MailAddressView(addresses.find(own()).orElse(null));
    }

    /**
     * Says where the caller's mail is sent to.
     *
     * @param wanted the address; none: no mail is sent
     * @return the address as it is now
     */
    @PUT
    @Permitted(MAY)
    @Operation(summary = "Says where the caller's mail is sent to")
    public MailAddressView change(MailAddressChange wanted) {
        UUID account = own();
        addresses.take(account, wanted.address());
        return new MailAddressView(addresses.find(account).orElse(null));
    }

    private UUID own() {
        return accounts.find(SessionResource.accountId(visibility.caller())).id();
    }
}
