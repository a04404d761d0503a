package org.holdfast.core.risk.rest;

import jakarta.enterprise.context.Dependent;
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
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.RightsRequests;
import org.holdfast.core.risk.runs.CurrentScores;
import org.holdfast.core.risk.runs.CurrentScores.Current;
import org.holdfast.core.risk.runs.RiskSource;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.jspecify.annotations.Nullable;

/** The risk of one person. */
@Path("employees/{id}/risk")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class EmployeeRiskResource {
    private final People people;
    private final RiskSource source;
    private final CurrentScores current;
    private final RiskPresenter presenter;
    private final Reader reader;

    /**
     * Creates the resource.
     *
     * @param people who works where
     * @param source firms
     * @param current the current scores
     * @param presenter shows scores
     * @param reader who reads
     */
    @Inject
    public EmployeeRiskResource(
            People people, RiskSource source, CurrentScores current, RiskPresenter presenter, Reader reader) {
        this.people = people;
        this.source = source;
        this.current = current;
        this.presenter = presenter;
        this.reader = reader;
    }

    /**
     * Who reads, and in which language.
     *
     * @param visibility what the reader may see
     * @param texts which languages there are
     * @param alerts the open alerts
     * @param requests what people found who reviewed scores
     */
    public record Reader(Visibility visibility, Texts texts, OpenAlerts alerts, RightsRequests requests) {}

    /**
     * Shows a person's risk.
     *
     * @param id the person
     * @param acceptLanguage the reader's languages
     * @return the score with its reasons for HR; band and prompt for a line manager
     */
    @GET
    @Permitted({"risk:read", "risk:readBand"})
    @Operation(summary = "Shows a person's risk: score and reasons to HR, band and talk prompt to the line manager")
    public RiskAnswer show(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        PersonCard card = people.card(id).orElseThrow(RestException::notFound);
        UUID subsidiaryId = card.subsidiaryId();
        reader.visibility().requirePerson(subsidiaryId, id);
        String language = reader.texts().negotiate(acceptLanguage);
        Firm firm = source.firm(subsidiaryId).orElseThrow(RestException::notFound);
        Current score =
                current.of(id).filter(found -> presenter.mayShow(found.score())).orElseThrow(RestException::notFound);
        // A superior's band is another one: of a day before today. So it is another answer, not a shorter one.
        if (!reader.visibility().tells("score", id, subsidiaryId)) {
            return presenter.toManager(score, firm, language);
        }
        return presenter.toHr(score.score(), firm, language, around(subsidiaryId, id));
    }

    private RiskPresenter.Around around(UUID subsidiaryId, UUID id) {
        Visibility visibility = reader.visibility();
        return new RiskPresenter.Around(
                people.employee(id).flatMap(presenter::cost).orElse(null),
                reader.alerts().of(id, visibility).orElse(null),
                reader.requests().reviews(Subject.person(subsidiaryId, id)),
                category -> visibility.tells(category.code(), id, subsidiaryId));
    }
}
