package org.holdfast.core.offboarding.interview;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Exit interviews that are to be held, how many are reached, and what is asked. */
@Path("exit-interviews")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class InterviewLinesResource {
    private static final String READ = "interviews:read";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final InterviewReader reader;
    private final Coverage coverage;
    private final FormDesk forms;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param reader lists interviews
     * @param coverage counts them
     * @param forms knows what is asked
     * @param visibility who calls
     * @param audit notes whose were read
     */
    @Inject
    InterviewLinesResource(
            InterviewReader reader, Coverage coverage, FormDesk forms, Visibility visibility, AuditNotes audit) {
        this.reader = reader;
        this.coverage = coverage;
        this.forms = forms;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Lists the interviews of those whose case goes on.
     *
     * @return the one whose last day comes first first
     */
    @GET
    @Permitted(READ)
    @Operation(summary = "Lists how the exit interviews of those who leave stand, at most 500")
    public InterviewView.Lines list() {
        List<InterviewView.Line> lines = reader.lines(visibility);
        audit.told(lines.stream().map(one -> one.employee().id()).toList());
        return new InterviewView.Lines(lines);
    }

    /**
     * Returns how many of those who left were reached.
     *
     * @param subsidiaryId the subsidiary
     * @param year the year, null for the present one
     * @return the year and its quarters
     */
    @GET
    @Path("coverage")
    @Permitted(READ)
    @Operation(summary = "Returns how many exits of a year had an interview, and the mean exit-experience score")
    public CoverageView coverage(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId, @QueryParam("year") @Nullable Integer year) {
        if (subsidiaryId == null) {
            throw RestException.invalid("subsidiaryId", "missing");
        }
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw RestException.invalid("year", "form");
        }
        visibility.requireSubsidiary(subsidiaryId);
        return coverage.of(subsidiaryId, year);
    }

    /**
     * Returns what is asked.
     *
     * @param subsidiaryId the subsidiary
     * @return the form that is asked now
     */
    @GET
    @Path("forms/{subsidiary}")
    @Permitted(READ)
    @Operation(summary = "Returns the form of a subsidiary's exit interviews")
    public FormView form(@PathParam("subsidiary") UUID subsidiaryId) {
        visibility.requireSubsidiary(subsidiaryId);
        return forms.show(subsidiaryId);
    }

    /**
     * Publishes what is asked from now on.
     *
     * @param subsidiaryId the subsidiary
     * @param fields the form
     * @return the form
     */
    @PUT
    @Path("forms/{subsidiary}")
    @Permitted("interviews:manage")
    @Operation(summary = "Publishes the next version of a form; interviews that have begun stay on theirs")
    public FormView publish(@PathParam("subsidiary") UUID subsidiaryId, FormFields fields) {
        visibility.requireSubsidiary(subsidiaryId);
        return forms.publish(subsidiaryId, fields);
    }
}
