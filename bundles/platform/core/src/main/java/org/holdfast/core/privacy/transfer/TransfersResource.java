package org.holdfast.core.privacy.transfer;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.api.jurisdiction.TransferRules;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.privacy.transfer.TransferGate.Counters;
import org.holdfast.core.privacy.transfer.TransferPermit.Grounds;
import org.holdfast.core.privacy.transfer.TransferPermit.Signatures;
import org.holdfast.core.protection.basis.Notices;
import org.jspecify.annotations.Nullable;

/** Permits for data about single people to leave a subsidiary, and how much has left (PIPL Art. 38 to 40). */
@Path("privacy/transfers/{subsidiaryId}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TransfersResource {
    private static final String COUNTERSIGN = "transfers:countersign";

    private final Transfers transfers;
    private final Notices notices;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param transfers permits and counters
     * @param notices the notices a permit names
     * @param visibility what the caller may see
     */
    @Inject
    TransfersResource(Transfers transfers, Notices notices, Visibility visibility) {
        this.transfers = transfers;
        this.notices = notices;
        this.visibility = visibility;
    }

    /**
     * A permit to sign.
     *
     * @param country where to, ISO 3166-1 code of two capital letters
     * @param mechanism code of a mechanism of the rule book
     * @param sensitive whether it is for sensitive data, too
     * @param evidence SHA-256 of the contract, certificate or decision, 64 hexadecimal digits
     * @param assessmentId the signed impact assessment that covers it
     * @param noticeId the notice that tells people of it
     * @param validTo last day
     */
    public record Wanted(
            @Nullable String country,
            @Nullable String mechanism,
            @Nullable Boolean sensitive,
            @Nullable String evidence,
            @Nullable UUID assessmentId,
            @Nullable UUID noticeId,
            @Nullable LocalDate validTo) {}

    /**
     * A permit.
     *
     * @param id its id
     * @param country where to
     * @param mechanism code of the mechanism
     * @param sensitive whether it is for sensitive data, too
     * @param evidence SHA-256 of the document it rests on
     * @param assessmentId the impact assessment it rests on
     * @param noticeId the notice that tells people of it
     * @param validTo last day
     * @param signedBy the officer's account
     * @param signedAt when the officer signed
     * @param countersignedBy the second person's account, null before that person signed
     * @param countersignedAt when that was
     * @param revokedAt when it was taken back, null where it was not
     */
    @TellsNothing
    public record PermitView(
            UUID id,
            String country,
            String mechanism,
            boolean sensitive,
            String evidence,
            UUID assessmentId,
            UUID noticeId,
            LocalDate validTo,
            UUID signedBy,
            Instant signedAt,
            @Nullable UUID countersignedBy,
            @Nullable Instant countersignedAt,
            @Nullable Instant revokedAt) {}

    /**
     * Transfers of a subsidiary.
     *
     * @param people about how many people data has left since 1 January
     * @param sensitivePeople about how many of them it was sensitive
     * @param mechanisms codes of the mechanisms its rule book knows
     * @param permits newest first
     */
    @TellsNothing
    public record TransfersView(long people, long sensitivePeople, List<String> mechanisms, List<PermitView> permits) {

        /** Copies the lists. */
        public TransfersView {
            mechanisms = List.copyOf(mechanisms);
            permits = List.copyOf(permits);
        }
    }

    /**
     * Shows permits and counters.
     *
     * @param subsidiaryId the subsidiary
     * @return both
     */
    @GET
    @Permitted({"privacy:read", COUNTERSIGN})
    @Operation(summary = "Shows the permits for data to leave a subsidiary, and how much has left this year")
    public TransfersView show(@PathParam("subsidiaryId") UUID subsidiaryId) {
        visibility.requireSubsidiary(subsidiaryId);
        Counters since = transfers.since(subsidiaryId);
        return new TransfersView(
                since.people(),
                since.sensitive(),
                transfers.rules(subsidiaryId).map(TransferRules::mechanisms).orElse(List.of()).stream()
                        .map(TransferRules.Mechanism::code)
                        .toList(),
                transfers.permits().of(subsidiaryId).stream()
                        .map(TransfersResource::view)
                        .toList());
    }

    /**
     * Signs a permit as data-protection officer. It permits nothing before a second person has signed it.
     *
     * @param subsidiaryId the subsidiary
     * @param wanted the permit
     * @return the permit
     */
    @POST
    @Permitted("privacy:sign")
    @Operation(summary = "Signs a permit for data about single people to leave a subsidiary")
    public PermitView sign(@PathParam("subsidiaryId") UUID subsidiaryId, Wanted wanted) {
        visibility.requireSubsidiary(subsidiaryId);
        TransferPermit permit = new TransferPermit(
                UUID.randomUUID(),
                subsidiaryId,
                matching("country", wanted.country(), "[A-Z]{2}"),
                mechanism(subsidiaryId, wanted.mechanism()),
                Boolean.TRUE.equals(wanted.sensitive()),
                grounds(subsidiaryId, wanted),
                validTo(subsidiaryId, wanted.validTo()),
                new Signatures(caller(), transfers.now(), null, null, null));
        transfers.permits().add(permit);
        return view(permit);
    }

    /**
     * Signs a permit as second person.
     *
     * @param subsidiaryId the subsidiary
     * @param id the permit
     * @return the permit
     */
    @POST
    @Path("{id}/countersignature")
    @Permitted(COUNTERSIGN)
    @Operation(summary = "Signs a permit as second person; the officer who signed it cannot")
    public PermitView countersign(@PathParam("subsidiaryId") UUID subsidiaryId, @PathParam("id") UUID id) {
        TransferPermit permit = find(subsidiaryId, id);
        if (!transfers.permits().countersign(permit.id(), caller(), transfers.now())) {
            throw RestException.of(
                    TransferError.NOT_TO_BE_COUNTERSIGNED, "It is signed by two, taken back, or the caller's own.");
        }
        return view(find(subsidiaryId, id));
    }

    /**
     * Takes a permit back at once.
     *
     * @param subsidiaryId the subsidiary
     * @param id the permit
     * @return the permit
     */
    @POST
    @Path("{id}/revocation")
    @Permitted("privacy:sign")
    @Operation(summary = "Takes a permit back at once")
    public PermitView revoke(@PathParam("subsidiaryId") UUID subsidiaryId, @PathParam("id") UUID id) {
        transfers.permits().revoke(find(subsidiaryId, id).id(), transfers.now());
        return view(find(subsidiaryId, id));
    }

    private TransferPermit find(UUID subsidiaryId, UUID id) {
        visibility.requireSubsidiary(subsidiaryId);
        return transfers
                .permits()
                .find(id)
                .filter(permit -> permit.subsidiaryId().equals(subsidiaryId))
                .orElseThrow(RestException::notFound);
    }

    private String mechanism(UUID subsidiaryId, @Nullable String code) {
        if (code == null) {
            throw RestException.invalid("mechanism", "missing");
        }
        boolean known = transfers.rules(subsidiaryId).stream()
                .flatMap(rules -> rules.mechanisms().stream())
                .anyMatch(mechanism -> mechanism.code().equals(code));
        if (!known) {
            throw RestException.invalid("mechanism", "unknown");
        }
        return code;
    }

    private Grounds grounds(UUID subsidiaryId, Wanted wanted) {
        UUID assessment = wanted.assessmentId();
        if (assessment == null || !transfers.holds(subsidiaryId, assessment, transfers.today(subsidiaryId))) {
            throw RestException.invalid("assessmentId", assessment == null ? "missing" : "unknown");
        }
        UUID notice = wanted.noticeId();
        boolean told = notice != null
                && notices.find(notice)
                        .filter(found -> found.subsidiaryId().equals(subsidiaryId))
                        .isPresent();
        if (notice == null || !told) {
            throw RestException.invalid("noticeId", notice == null ? "missing" : "unknown");
        }
        return new Grounds(matching("evidence", wanted.evidence(), "[0-9a-f]{64}"), assessment, notice);
    }

    private LocalDate validTo(UUID subsidiaryId, @Nullable LocalDate day) {
        if (day == null) {
            throw RestException.invalid("validTo", "missing");
        }
        if (day.isBefore(transfers.today(subsidiaryId))) {
            throw RestException.invalid("validTo", "past");
        }
        return day;
    }

    private static String matching(String field, @Nullable String text, String form) {
        if (text == null) {
            throw RestException.invalid(field, "missing");
        }
        if (!text.matches(form)) {
            throw RestException.invalid(field, "form");
        }
        return text;
    }

    private UUID caller() {
        return UUID.fromString(visibility.caller().id());
    }

    private static PermitView view(TransferPermit permit) {
        return new PermitView(
                permit.id(),
                permit.country(),
                permit.mechanism(),
                permit.sensitive(),
                permit.grounds().evidence(),
                permit.grounds().assessmentId(),
                permit.grounds().noticeId(),
                permit.validTo(),
                permit.signatures().officer(),
                permit.signatures().at(),
                permit.signatures().second(),
                permit.signatures().secondAt(),
                permit.signatures().revokedAt());
    }
}
