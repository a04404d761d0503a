package org.holdfast.core.retention.history;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.jspecify.annotations.Nullable;

/** What was done to keep somebody before, for HR. */
@Path("employees/{id}/retention-history")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class HistoryResource {
    private final HistoryDesk desk;
    private final Instance<HistorySource> sources;
    private final People people;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param desk puts the history together
     * @param sources what the parts of the room know
     * @param people who works where
     * @param visibility what the caller may see
     */
    @Inject
    HistoryResource(HistoryDesk desk, Instance<HistorySource> sources, People people, Visibility visibility) {
        this.desk = desk;
        this.sources = sources;
        this.people = people;
        this.visibility = visibility;
    }

    /**
     * Shows what was done to keep a person, and how long it held.
     *
     * @param id the person
     * @param language the reader's languages
     * @return newest first
     */
    @GET
    @Permitted("risk:read")
    @Operation(summary = "Shows what was done to keep a person before, and how long each of it held")
    public HistoryView show(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        PersonCard card = people.card(id).orElseThrow(RestException::notFound);
        visibility.requirePerson(card.subsidiaryId(), id);
        return desk.of(Subject.person(card.subsidiaryId(), id), sources, visibility, language);
    }
}
