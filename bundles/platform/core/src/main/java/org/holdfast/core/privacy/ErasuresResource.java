package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.StaffRegister;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.protection.erasure.Erasure;
import org.holdfast.core.protection.erasure.Erasures;
import org.jspecify.annotations.Nullable;

/** Who was erased in a subsidiary: random ids that lead to nothing any more. */
@Path("privacy/erasures/{subsidiaryId}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ErasuresResource {
    private final Erasures erasures;
    private final StaffRegister register;
    private final Cursors cursors;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param erasures what was erased
     * @param register knows the numbers of erased people
     * @param cursors for paging
     * @param visibility what the caller may see
     */
    @Inject
    ErasuresResource(Erasures erasures, StaffRegister register, Cursors cursors, Visibility visibility) {
        this.erasures = erasures;
        this.register = register;
        this.cursors = cursors;
        this.visibility = visibility;
    }

    /**
     * An erasure.
     *
     * @param employeeId random id of the person
     * @param erasedAt when
     * @param ground why: {@code request}, {@code consentWithdrawn}, {@code objection}, {@code unlawful},
     *     {@code purposeEnded}, {@code retention}, or {@code repeated} where a restored database had brought the rows back
     * @param by random id of the account that ordered it, null where the retention schedule did
     */
    @TellsNothing
    public record ErasureView(
            UUID employeeId,
            OffsetDateTime erasedAt,
            String ground,
            @Nullable UUID by) {
        static ErasureView of(Erasure erasure) {
            return new ErasureView(
                    erasure.personId(),
                    erasure.at().atOffset(ZoneOffset.UTC),
                    erasure.ground().code(),
                    erasure.by());
        }
    }

    /**
     * Whose number may be used again.
     *
     * @param employeeNo the employee number
     */
    public record Readmitted(@Nullable String employeeNo) {}

    /**
     * Lists the erasures in a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @param limit items per page
     * @param cursor where to begin
     * @return newest first
     */
    @GET
    @Permitted("privacy:read")
    @Operation(summary = "Lists who was erased in a subsidiary, by random id")
    public Page<ErasureView> list(
            @PathParam("subsidiaryId") UUID subsidiaryId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        visibility.requireSubsidiary(subsidiaryId);
        String query = "erasures " + visibility.caller().id() + ' ' + subsidiaryId;
        return cursors.page(erasures.of(subsidiaryId), query, limit, cursor).map(ErasureView::of);
    }

    /**
     * Lets files bring in the number of an erased person again, such as of somebody who is hired again. Nothing that was
     * erased comes back.
     *
     * @param subsidiaryId the subsidiary
     * @param readmitted the number
     */
    @POST
    @Path("readmissions")
    @Permitted("privacy:sign")
    @Operation(summary = "Lets files bring in the number of an erased person again")
    public void readmit(@PathParam("subsidiaryId") UUID subsidiaryId, Readmitted readmitted) {
        visibility.requireSubsidiary(subsidiaryId);
        String number =
                readmitted.employeeNo() == null ? "" : readmitted.employeeNo().strip();
        if (number.isEmpty()) {
            throw RestException.invalid("employeeNo", "missing");
        }
        if (!register.readmit(subsidiaryId, number)) {
            throw RestException.notFound();
        }
    }
}
