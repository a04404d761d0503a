package org.holdfast.core.offboarding.assets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.assets.AssetViews.PersonAssetsView;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;

/** What an employee holds, for whoever keeps the register. */
@Path("employees/{id}/assets")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class PersonAssetsResource {
    private final AssetReader reader;
    private final AssetDesk desk;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param reader shows assets
     * @param desk knows people
     * @param visibility what the caller may see
     * @param audit told who is shown
     */
    @Inject
    PersonAssetsResource(AssetReader reader, AssetDesk desk, Visibility visibility, AuditNotes audit) {
        this.reader = reader;
        this.desk = desk;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Returns what an employee holds and held.
     *
     * @param id the employee
     * @return the assets, and by which day they come back
     */
    @GET
    @Permitted(AssetDesk.READ)
    @Operation(summary = "Returns what an employee holds and held of the firm, and until when")
    public PersonAssetsView list(@PathParam("id") UUID id) {
        PersonCard person = desk.world()
                .people()
                .card(id)
                .filter(card -> visibility.maySee(card.subsidiaryId(), card.id()))
                .orElseThrow(RestException::notFound);
        audit.told(List.of(person.id()));
        return reader.of(person);
    }
}
