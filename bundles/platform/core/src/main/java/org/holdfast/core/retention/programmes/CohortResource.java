package org.holdfast.core.retention.programmes;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.platform.rest.ToldJson;
import org.holdfast.core.retention.programmes.Programme.Action;
import org.holdfast.core.retention.programmes.ProgrammePeople.MemberView;
import org.jspecify.annotations.Nullable;

/** Who belongs to a programme, and what became of them, for HR alone. */
@Path("programmes/{id}/cohort")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class CohortResource {
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ProgrammeReader reader;
    private final ProgrammeEffects effects;
    private final Told told;

    /**
     * What answers are made with.
     *
     * @param cursors for paging
     * @param visibility what the caller may see
     * @param audit told who is shown
     * @param texts the words of files
     */
    record Told(Cursors cursors, Visibility visibility, AuditNotes audit, Texts texts) {
        void people(List<Member> shown) {
            audit.told(shown.stream().map(Member::personId).toList());
        }
    }

    /**
     * Creates the resource.
     *
     * @param reader shows programmes
     * @param effects counts
     * @param told what answers are made with
     */
    @Inject
    CohortResource(ProgrammeReader reader, ProgrammeEffects effects, Told told) {
        this.reader = reader;
        this.effects = effects;
        this.told = told;
    }

    /**
     * Lists the members of a programme.
     *
     * @param id the programme
     * @param limit items per page
     * @param cursor where to begin
     * @return members the caller sees, who have left among them; nobody before it was started
     */
    @GET
    @Permitted(ProgrammesResource.READ)
    @Operation(summary = "Lists who belongs to a programme, and what of it they have got")
    public Page<MemberView> members(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Programme of = reader.find(id, told.visibility());
        Page<Member> page = told.cursors()
                .page(
                        reader.members(of, told.visibility()),
                        "members " + told.visibility().caller().id() + ' ' + id,
                        limit,
                        cursor);
        told.people(page.items());
        return page.map(reader::member);
    }

    /**
     * Exports the members of a programme.
     *
     * @param id the programme
     * @param acceptLanguage the reader's languages
     * @return an Excel file
     */
    @GET
    @Path("members.xlsx")
    @Produces(EXCEL)
    @Permitted(ProgrammesResource.READ)
    @Operation(summary = "Exports who belongs to a programme as an Excel file")
    public byte[] sheet(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Programme of = reader.find(id, told.visibility());
        List<Member> members = reader.members(of, told.visibility());
        told.people(members);
        return MemberSheet.write(
                members.stream().map(member -> ToldJson.tree(reader.member(member), told.visibility())),
                of.content().actions().stream().filter(Action::each).toList(),
                told.texts(),
                told.texts().negotiate(acceptLanguage));
    }

    /**
     * Counts what became of the cohort.
     *
     * @param id the programme
     * @param months within how many months an exit counts: 3, 6 or 12; null for 6
     * @return the effect
     */
    @GET
    @Path("effect")
    @Permitted(ProgrammesResource.READ)
    @Operation(summary = "Compares how many of a cohort left with before, and with others; few people are not told of")
    public EffectView effect(@PathParam("id") UUID id, @QueryParam("months") @Nullable Integer months) {
        return effects.show(reader.find(id, told.visibility()), months);
    }
}
