package org.holdfast.core.risk.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Whom;
import org.holdfast.core.risk.effect.ActionEffect;
import org.holdfast.core.risk.effect.EffectTable.StoredStudy;
import org.holdfast.core.risk.effect.Expectations.Expectation;
import org.holdfast.core.risk.runs.CurrentScores.Current;
import org.holdfast.core.risk.scoring.RiskScore;
import org.jspecify.annotations.Nullable;

/** Which action is expected to help a person most. */
@Path("employees/{id}/risk/actions")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class PersonActionsResource {
    private final RankingDesk desk;
    private final People people;
    private final WhatIfDesk.Shown shown;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param desk knows what is to be expected
     * @param people who works where
     * @param shown whose scores are shown
     * @param visibility what the reader may see
     * @param audit told who is shown
     */
    @Inject
    public PersonActionsResource(
            RankingDesk desk, People people, WhatIfDesk.Shown shown, Visibility visibility, AuditNotes audit) {
        this.desk = desk;
        this.people = people;
        this.shown = shown;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * What is to be expected for a person.
     *
     * @param employeeId the person
     * @param state as in {@link RankingView}
     * @param asOf as of which day the study knew outcomes; null without one
     * @param horizonDays within how many days an exit counts; null without a study
     * @param probability of leaving within it, 0 to 1, null where unknown
     * @param actions what retains most first; nothing where the state is not {@code ready}
     * @param unknown codes of the kinds that were done, too seldom to say anything
     */
    public record ActionsView(
            @Whom UUID employeeId,
            @TellsNothing String state,
            @TellsNothing @Nullable LocalDate asOf,
            @TellsNothing @Nullable Integer horizonDays,
            @Told("score") @Nullable Double probability,
            @Told("reasons") List<Expectation> actions,
            @TellsNothing List<String> unknown) {

        /** Copies the lists. */
        public ActionsView {
            actions = List.copyOf(actions);
            unknown = List.copyOf(unknown);
        }
    }

    /**
     * Shows which action is expected to help a person most.
     *
     * @param id the person
     * @return the kinds whose effect is known, best first
     */
    @GET
    @Permitted("risk:read")
    @Operation(summary = "Shows which action is expected to help a person most, each with its interval")
    public ActionsView show(@PathParam("id") UUID id) {
        PersonCard card = people.card(id).orElseThrow(RestException::notFound);
        UUID firm = card.subsidiaryId();
        visibility.requirePerson(firm, id);
        if (!visibility.tells("score", id, firm) || !visibility.tells("reasons", id, firm)) {
            throw RestException.notFound();
        }
        desk.requirePermission(firm);
        RiskScore score = shown.current()
                .of(id)
                .map(Current::score)
                .filter(shown.presenter()::mayShow)
                .orElseThrow(RestException::notFound);
        audit.told(List.of(id));
        return view(score, desk.expected(firm));
    }

    private ActionsView view(RiskScore score, ExpectedActions expected) {
        boolean ready = expected.isReady(List.of(score));
        return new ActionsView(
                score.personId(),
                ready ? "ready" : expected.lacks(),
                expected.study().map(StoredStudy::asOf).orElse(null),
                expected.study().map(found -> found.study().horizonDays()).orElse(null),
                RiskView.known(score.probability()),
                ready
                        ? expected.of(score, visibility).stream()
                                .sorted(Comparator.comparingDouble(Expectation::retained)
                                        .reversed())
                                .toList()
                        : List.of(),
                expected.study().stream()
                        .flatMap(found -> found.study().effects().stream())
                        .filter(effect -> effect.estimate() == null)
                        .map(ActionEffect::kind)
                        .toList());
    }
}
