package org.holdfast.core.offboarding.papers;

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
import org.holdfast.core.platform.paper.Papers;
import org.holdfast.core.platform.rest.Permitted;

/** The caller's own leaving certificates. */
@Path("offboardings/papers")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class OwnPapersResource {
    private static final String READ = "own:read";

    private final CertificateDesk desk;
    private final CertificateReader reader;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param desk knows the files
     * @param reader shows them
     * @param visibility who calls
     */
    @Inject
    OwnPapersResource(CertificateDesk desk, CertificateReader reader, Visibility visibility) {
        this.desk = desk;
        this.reader = reader;
        this.visibility = visibility;
    }

    /**
     * Returns the caller's own certificates.
     *
     * @return the latest first
     */
    @GET
    @Path("own")
    @Permitted(READ)
    @Operation(summary = "Returns the caller's own leaving certificates")
    public CertificateView.OwnPapersView list() {
        return new CertificateView.OwnPapersView(
                visibility.caller().employeeId().map(reader::own).orElse(List.of()));
    }

    /**
     * Returns one of them as it was issued.
     *
     * @param paper the certificate
     * @return a PDF file, byte by byte as it was issued
     */
    @GET
    @Path("{paper}/own")
    @Produces(Papers.PDF)
    @Permitted(READ)
    @Operation(summary = "Returns a leaving certificate of the caller's own as it was issued, as a sealed PDF file")
    public byte[] file(@PathParam("paper") UUID paper) {
        return desk.own(paper, visibility);
    }
}
