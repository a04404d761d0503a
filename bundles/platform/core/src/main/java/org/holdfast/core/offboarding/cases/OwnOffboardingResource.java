package org.holdfast.core.offboarding.cases;

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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/** The caller's own resignation: begun by themselves, and taken back while nobody has approved it. */
@Path("offboardings/own")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OwnOffboardingResource {
    private static final String READ = "own:read";
    private static final String WRITE = "own:write";

    private final OffboardingDesk desk;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param desk begins cases
     * @param visibility who calls
     */
    @Inject
    OwnOffboardingResource(OffboardingDesk desk, Visibility visibility) {
        this.desk = desk;
        this.visibility = visibility;
    }

    /**
     * The caller's own resignation.
     *
     * @param offboarding their case, null where there never was one
     * @param mayResign whether they can resign here now
     * @param why why they cannot: {@code noEmployee}, {@code left} or {@code running}
     * @param notice what the law says of a resignation today, null where they cannot resign
     */
    public record OwnView(
            @Nullable OffboardingView offboarding,
            @TellsNothing boolean mayResign,
            @TellsNothing @Nullable String why,
            @TellsNothing @Nullable NoticeView notice) {}

    /**
     * Returns the caller's own case.
     *
     * @param language the reader's language
     * @return their case, or what a resignation would mean
     */
    @GET
    @Permitted(READ)
    @Operation(summary = "Returns the caller's own case, or what a resignation today would mean")
    public OwnView get(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return view(desk.own(visibility), language);
    }

    /**
     * Resigns.
     *
     * @param fields the key, the last day and, if the caller wants, the reason
     * @param language the reader's language
     * @return the case that has begun
     */
    @POST
    @Permitted(WRITE)
    @Operation(summary = "Resigns: begins the caller's own case")
    public OffboardingView resign(
            OffboardingFields fields, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(desk.resign(fields.draft(), visibility), language);
    }

    /**
     * Takes the resignation back.
     *
     * @param step the version as it was read, with a note
     * @param language the reader's language
     * @return the case
     */
    @POST
    @Path("withdrawal")
    @Permitted(WRITE)
    @Operation(summary = "Takes the caller's own resignation back, while nobody has approved it")
    public OffboardingView withdraw(
            CaseStep step, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(desk.withdrawOwn(step.version(), step.note(), visibility), language);
    }

    /**
     * Notes that one of the caller's own tasks is done.
     *
     * @param taskId the task
     * @param step how it was done
     * @param language the reader's language
     * @return the case
     */
    @POST
    @Path("tasks/{taskId}")
    @Permitted(WRITE)
    @Operation(summary = "Notes that a task of the caller's own case is done, such as giving back what is the firm's")
    public OffboardingView complete(
            @PathParam("taskId") String taskId,
            TaskStep step,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        Offboarding of = desk.completeOwn(taskId, step.outcome(), step.note(), visibility);
        return whole(desk.own(visibility).orElse(of), language);
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // as the desk finds it
    private OwnView view(Optional<Offboarding> own, @Nullable String language) {
        Optional<String> why = desk.whyNot(visibility);
        OffboardingView view = own.map(one -> whole(one, language)).orElse(null);
        return new OwnView(view, why.isEmpty(), why.orElse(null), why.isEmpty() ? notice(language) : null);
    }

    private OffboardingView whole(Offboarding one, @Nullable String language) {
        return desk.reader().own(one, visibility, language).whole(one);
    }

    private @Nullable NoticeView notice(@Nullable String language) {
        return desk.self(visibility)
                .map(card -> desk.reader()
                        .notice(
                                desk.offboardings()
                                        .notice(
                                                card,
                                                ExitKind.RESIGNATION,
                                                desk.offboardings().firm().today(card.subsidiaryId())),
                                false,
                                desk.reader().tag(language)))
                .orElse(null);
    }
}
