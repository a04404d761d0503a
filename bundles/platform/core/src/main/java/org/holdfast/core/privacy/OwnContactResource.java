package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.protection.basis.Contacts;
import org.jspecify.annotations.Nullable;

/** Whom whoever calls asks about what is held about them (PIPL Art. 52 and 53, GDPR Art. 38(4)). */
@Path("privacy/own/contact")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class OwnContactResource {
    private final Contacts contacts;
    private final PersonDesk desk;

    /**
     * Creates the resource.
     *
     * @param contacts whom people ask
     * @param desk who asks
     */
    @Inject
    OwnContactResource(Contacts contacts, PersonDesk desk) {
        this.contacts = contacts;
        this.desk = desk;
    }

    /**
     * Whom the caller asks.
     *
     * @param contact the contact, null where nobody is named yet
     */
    @TellsNothing
    public record OwnContactView(@Nullable ContactView contact) {}

    /**
     * Shows whom the caller asks.
     *
     * @return the contact of the caller's subsidiary, else the group's
     */
    @GET
    @Permitted("own:read")
    @Operation(summary = "Shows whom the caller asks about what is held about them")
    public OwnContactView show() {
        return new OwnContactView(
                contacts.of(desk.self().subsidiaryId()).map(ContactView::of).orElse(null));
    }
}
