package org.holdfast.core.offboarding.papers;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.platform.paper.Papers;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.jspecify.annotations.Nullable;

/** The leaving certificates of somebody who leaves, for HR. */
@Path("offboardings/{id}/certificate")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CertificatesResource {
    private static final String READ = "papers:read";
    private static final String ISSUE = "papers:issue";

    private final CertificateDesk desk;
    private final CertificateReader reader;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param desk issues certificates
     * @param reader shows them
     * @param visibility what the caller may see
     * @param audit what the audit log has to know
     */
    @Inject
    CertificatesResource(CertificateDesk desk, CertificateReader reader, Visibility visibility, AuditNotes audit) {
        this.desk = desk;
        this.reader = reader;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Returns what was issued, and what keeps a certificate from being issued.
     *
     * @param id the offboarding case
     * @param language the reader's languages
     * @return the certificates
     */
    @GET
    @Permitted(READ)
    @Operation(summary = "Returns the leaving certificates of somebody, and what keeps one from being issued")
    public CertificateView get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return show(id, language);
    }

    /**
     * Issues a certificate.
     *
     * @param id the offboarding case
     * @param fields key, languages, what it replaces, and whether it says how the employment ended
     * @param language the reader's languages
     * @return the certificates
     */
    @POST
    @Permitted(ISSUE)
    @Operation(
            summary =
                    "Issues a leaving certificate under the next number, sealed; a correction replaces the one before")
    public CertificateView issue(
            @PathParam("id") UUID id,
            CertificateFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        desk.issue(id, fields, visibility);
        return show(id, language);
    }

    /**
     * Prints what would be issued.
     *
     * @param id the offboarding case
     * @return a PDF file without a seal, with the word draft across each page
     */
    @GET
    @Path("draft.pdf")
    @Produces(Papers.PDF)
    @Permitted(ISSUE)
    @Operation(summary = "Prints a leaving certificate as it would be issued, marked as a draft on each page")
    public byte[] draft(@PathParam("id") UUID id) {
        told(desk.find(id, visibility));
        return desk.draft(id, visibility);
    }

    /**
     * Returns a certificate as it was issued.
     *
     * @param id the offboarding case
     * @param paper the certificate
     * @return a PDF file, byte by byte as it was issued
     */
    @GET
    @Path("{paper}/certificate.pdf")
    @Produces(Papers.PDF)
    @Permitted(READ)
    @Operation(summary = "Returns a leaving certificate as it was issued, as a sealed PDF file")
    public byte[] file(@PathParam("id") UUID id, @PathParam("paper") UUID paper) {
        told(desk.find(id, visibility));
        return desk.file(id, paper, visibility);
    }

    private CertificateView show(UUID id, @Nullable String language) {
        ExitCase of = desk.find(id, visibility);
        told(of);
        return reader.show(of, language);
    }

    private void told(ExitCase of) {
        audit.told(List.of(of.personId()));
    }
}
