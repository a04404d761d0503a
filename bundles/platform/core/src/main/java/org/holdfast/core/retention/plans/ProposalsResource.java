package org.holdfast.core.retention.plans;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.retention.PlanTemplates;
import org.holdfast.core.retention.cases.Cases;
import org.holdfast.core.retention.cases.RetentionCase;
import org.jspecify.annotations.Nullable;

/** What an industry proposes to do in a case. */
@Path("plans/proposals/{caseId}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class ProposalsResource {
    private final Cases cases;
    private final Alerts alerts;
    private final PlanTemplates templates;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param cases the cases
     * @param alerts why they were opened
     * @param templates what industries know
     * @param visibility what the caller may see
     * @param audit told who is shown
     */
    @Inject
    ProposalsResource(Cases cases, Alerts alerts, PlanTemplates templates, Visibility visibility, AuditNotes audit) {
        this.cases = cases;
        this.alerts = alerts;
        this.templates = templates;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * What is proposed in a case.
     *
     * @param employeeId whom it is about
     * @param subsidiaryId the subsidiary
     * @param items for HR those that answer a reason first; for a superior in the same order for everybody of an industry
     * @param because the signals behind the reasons that templates answer, for those who are told reasons
     */
    public record ProposalsView(
            @Whom UUID employeeId,
            @Where UUID subsidiaryId,
            @Told("plans") List<ProposalView> items,
            @Told("reasons") List<Because> because) {

        /** Copies the lists. */
        public ProposalsView {
            items = List.copyOf(items);
            because = List.copyOf(because);
        }
    }

    /**
     * A template.
     *
     * @param template its code
     * @param kind code of the kind of action
     * @param title its title
     * @param text what to agree on, with blanks
     * @param asks what has to be said before it can be approved: {@code percent}, {@code cost}, {@code target}
     */
    public record ProposalView(String template, String kind, String title, String text, List<String> asks) {

        /** Copies what it asks. */
        public ProposalView {
            asks = List.copyOf(asks);
        }
    }

    /**
     * Which reasons a template answers.
     *
     * @param template its code
     * @param signals codes of the signals
     */
    public record Because(String template, List<String> signals) {

        /** Copies the signals. */
        public Because {
            signals = List.copyOf(signals);
        }
    }

    /**
     * Proposes what to do.
     *
     * @param of the case
     * @param language the reader's language
     * @return the templates of the industry
     */
    @GET
    @Permitted("alerts:read")
    @Operation(summary = "Proposes what to do in a case")
    public ProposalsView list(
            @PathParam("caseId") UUID of, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        RetentionCase found = cases.acted(of, visibility);
        audit.told(List.of(found.personId()));
        List<PlanTemplates.Proposal> all = alerts.lookUp(found.alertId())
                .map(alert -> templates.proposed(alert, visibility, language))
                .orElse(List.of());
        return new ProposalsView(
                found.personId(),
                found.subsidiaryId(),
                all.stream().map(ProposalsResource::view).toList(),
                all.stream()
                        .filter(one -> !one.because().isEmpty())
                        .map(one -> new Because(one.template().code(), one.because()))
                        .toList());
    }

    private static ProposalView view(PlanTemplates.Proposal one) {
        return new ProposalView(
                one.template().code(),
                one.template().kind().code(),
                one.title(),
                one.text(),
                one.template().asks().stream()
                        .map(ask -> ask.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
    }
}
