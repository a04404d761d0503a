package org.holdfast.core.people;

import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;

/**
 * A subsidiary as the API shows it.
 *
 * @param id its id
 * @param code its code
 * @param name its name
 * @param country its country
 * @param industry its industry
 * @param timezone its time zone
 * @param language its language
 * @param sandbox whether its people are generated
 * @param headcount people at work
 * @param model what scores it
 */
@TellsNothing
public record SubsidiaryView(
        UUID id,
        String code,
        String name,
        String country,
        String industry,
        String timezone,
        String language,
        boolean sandbox,
        int headcount,
        ModelSummary.Model model) {

    static SubsidiaryView of(Subsidiary subsidiary, int headcount, ModelSummary.Model model) {
        return new SubsidiaryView(
                subsidiary.id(),
                subsidiary.code(),
                subsidiary.name(),
                subsidiary.country(),
                subsidiary.industry(),
                subsidiary.timezone().getId(),
                subsidiary.language(),
                subsidiary.sandbox(),
                headcount,
                model);
    }
}
