package org.holdfast.core.surveys;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.Anonymous;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.surveys.OwnSurveysView.OwnSignal;
import org.jspecify.annotations.Nullable;

/** Surveys that whoever calls can answer, or not: nobody else is told which. */
@Path("surveys/own")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OwnSurveysResource {
    private final OwnSurveys surveys;
    private final People people;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param surveys takes answers
     * @param people knows who the caller is
     * @param visibility who calls
     */
    @Inject
    OwnSurveysResource(OwnSurveys surveys, People people, Visibility visibility) {
        this.surveys = surveys;
        this.people = people;
        this.visibility = visibility;
    }

    /**
     * Lists the surveys that are open to the caller. Nothing of the call is written down.
     *
     * @param language the reader's language
     * @return the surveys with their questions; none for an account without an employee
     */
    @GET
    @Permitted("own:read")
    @Anonymous
    @Operation(summary = "Lists the surveys the caller can answer, with their questions")
    public OwnSurveysView list(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return self().map(card -> surveys.of(card, language))
                .orElseGet(() -> new OwnSurveysView(List.of(), new OwnSignal(false, null)));
    }

    /**
     * Answers a survey, once. Nothing of the call is written down but the answer, which leads to nobody, and, where the caller
     * wants that and has agreed, a signal about them.
     *
     * @param id the round
     * @param answer what the caller answers
     */
    @POST
    @Path("{id}/answers")
    @Permitted("own:write")
    @Anonymous
    @Operation(summary = "Answers a survey, once")
    public void answer(@PathParam("id") UUID id, AnswerForm answer) {
        surveys.answer(required(), id, answer);
    }

    /**
     * Agrees to the use of answers as signals about the caller.
     *
     * @return since when
     */
    @PUT
    @Path("consent")
    @Permitted("own:write")
    @Operation(summary = "Agrees to the use of the caller's survey answers as signals")
    public OwnSignal agree() {
        return surveys.agree(required());
    }

    /**
     * Withdraws the consent and destroys the signals that rest on it.
     *
     * @return that there is none
     */
    @DELETE
    @Path("consent")
    @Permitted("own:write")
    @Operation(summary = "Withdraws that consent, and destroys the signals that rest on it")
    public OwnSignal withdraw() {
        return surveys.withdraw(required());
    }

    private Optional<PersonCard> self() {
        return visibility.caller().employeeId().flatMap(people::card);
    }

    private PersonCard required() {
        return self().orElseThrow(RestException::notFound);
    }
}
