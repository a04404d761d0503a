package org.holdfast.core.retention.plans;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.retention.plans.ApprovalRule.Approval;
import org.jspecify.annotations.Nullable;

/** Who approves the plans of a subsidiary. */
@Path("subsidiaries/{subsidiaryId}/plan-approval")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ApprovalRuleResource {
    private final ApprovalRules rules;
    private final People people;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param rules the rules
     * @param people everybody
     * @param visibility what the caller may see
     */
    @Inject
    ApprovalRuleResource(ApprovalRules rules, People people, Visibility visibility) {
        this.rules = rules;
        this.people = people;
        this.visibility = visibility;
    }

    /**
     * Who approves.
     *
     * @param approval {@code line} for the superior above the one who has the case, which is so where nobody has said anything,
     *     {@code named} for one employee, {@code none} where nobody has to
     * @param approverId the employee, for {@code named} alone; null where nobody is named
     */
    @TellsNothing
    public record ApprovalFields(
            @Nullable String approval, @Nullable UUID approverId) {}

    /**
     * Returns who approves.
     *
     * @param subsidiaryId the subsidiary
     * @return who does
     */
    @GET
    @Permitted("group:read")
    @Operation(summary = "Returns who approves the plans of a subsidiary")
    public ApprovalFields get(@PathParam("subsidiaryId") UUID subsidiaryId) {
        visibility.requireSubsidiary(subsidiaryId);
        ApprovalRule rule = rules.of(subsidiaryId);
        return new ApprovalFields(rule.approval().code(), rule.approverId());
    }

    /**
     * Says who approves from now on. Group HR can approve in any case.
     *
     * @param subsidiaryId the subsidiary
     * @param fields who does
     * @return who does
     */
    @PUT
    @Permitted("plans:manage")
    @Operation(summary = "Says who approves the plans of a subsidiary from now on")
    public ApprovalFields set(@PathParam("subsidiaryId") UUID subsidiaryId, ApprovalFields fields) {
        visibility.requireSubsidiary(subsidiaryId);
        if (fields.approval() == null) {
            throw RestException.invalid("approval", "missing");
        }
        Approval approval =
                Approval.ofCode(fields.approval()).orElseThrow(() -> RestException.invalid("approval", "unknown"));
        UUID approver = approval == Approval.NAMED ? named(fields.approverId()) : null;
        rules.set(subsidiaryId, new ApprovalRule(approval, approver));
        return get(subsidiaryId);
    }

    private UUID named(@Nullable UUID employeeId) {
        if (employeeId == null) {
            throw RestException.invalid("approverId", "missing");
        }
        return people.card(employeeId)
                .filter(card -> card.status() == Employee.Status.ACTIVE)
                .map(PersonCard::id)
                .orElseThrow(() -> RestException.invalid("approverId", "unknown"));
    }
}
