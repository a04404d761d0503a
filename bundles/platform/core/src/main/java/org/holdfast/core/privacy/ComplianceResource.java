package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.launcher.audit.AuditFailure;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.CompliancePack;
import org.holdfast.launcher.audit.EvidenceUnavailableException;
import org.holdfast.launcher.host.Host;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Evidence for a compliance audit (PIPL Art. 54 and the audit rules of 2025), as one signed pack. */
@Path("privacy/compliance-audit")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
public final class ComplianceResource {
    private static final Logger LOG = LoggerFactory.getLogger(ComplianceResource.class);

    private final ComplianceFile file;
    private final People people;
    private final Visibility visibility;
    private final Host host;
    private final AuditNotes notes;

    /**
     * Creates the resource.
     *
     * @param file puts the documents together
     * @param people the subsidiaries
     * @param visibility what the caller may see
     * @param host has the log and who signs it
     * @param notes takes the digest of the pack
     */
    @Inject
    ComplianceResource(ComplianceFile file, People people, Visibility visibility, Host host, AuditNotes notes) {
        this.file = file;
        this.people = people;
        this.visibility = visibility;
        this.host = host;
        this.notes = notes;
    }

    /**
     * What is audited.
     *
     * @param subsidiaryIds the subsidiaries, null for all the caller sees
     */
    public record Wanted(@Nullable List<UUID> subsidiaryIds) {}

    /**
     * Hands out the evidence. The digest of its manifest stands in the audit log.
     *
     * @param wanted what is audited
     * @param acceptLanguage the reader's languages
     * @return a zip, which {@code holdfast audit verify --evidence} verifies
     */
    @POST
    @Produces("application/zip")
    @Permitted("audit:readEvidence")
    @Operation(summary = "Hands out the evidence for a compliance audit as one signed pack")
    public Response pack(Wanted wanted, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        List<Subsidiary> firms = firms(wanted.subsidiaryIds());
        CompliancePack pack = make(firms, acceptLanguage == null ? "" : acceptLanguage);
        notes.detail("manifest", pack.digest());
        notes.detail("subsidiaries", String.valueOf(firms.size()));
        StreamingOutput body = pack::write;
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"compliance-audit.zip\"")
                .build();
    }

    private List<Subsidiary> firms(@Nullable List<UUID> wanted) {
        if (wanted == null) {
            return people.subsidiaries().stream()
                    .filter(firm -> visibility.maySeeSubsidiary(firm.id()))
                    .toList();
        }
        if (wanted.isEmpty()) {
            throw RestException.invalid("subsidiaryIds", "missing");
        }
        wanted.forEach(visibility::requireSubsidiary);
        return wanted.stream()
                .distinct()
                .map(id -> people.subsidiary(id).orElseThrow(RestException::notFound))
                .toList();
    }

    private CompliancePack make(List<Subsidiary> firms, String language) {
        try {
            return CompliancePack.make(
                    AuditFolder.of(host.dataDirectory()), host.audit(), file.documents(firms, language), host.clock());
        } catch (EvidenceUnavailableException e) {
            throw RestException.of(RestError.UNAVAILABLE, "Nobody signs while the key ring is closed.");
        } catch (AuditFailure e) {
            LOG.error("No compliance pack can be made", e);
            throw RestException.of(RestError.AUDIT_UNAVAILABLE, "The audit log is not as it was signed.");
        }
    }
}
