package org.holdfast.core.risk.runs;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.Surroundings;
import org.holdfast.core.risk.runs.RiskSource.Firm;

/** Computes the features of earlier days to learn from, from what may be used today. */
final class LawfulFeatures {
    private final Scoring.Inputs inputs;

    LawfulFeatures(Scoring.Inputs inputs) {
        this.inputs = inputs;
    }

    FeatureRun run(Firm firm, IndustryModel industry, LocalDate today, List<PersonSeries> people) {
        Surroundings around = new Surroundings(people, inputs.source().market());
        return new FeatureRun(industry, firm.id(), lawfulNow(firm.id(), today, people), around);
    }

    /**
     * Training is a use of data today, so today's basis decides. Job-site data moreover counts only for the days a
     * consent covered: on others nobody was looking, which is not the same as nothing happening.
     */
    private SignalGate lawfulNow(UUID subsidiaryId, LocalDate today, List<PersonSeries> people) {
        List<UUID> ids = people.stream().map(PersonSeries::id).toList();
        SignalGate gate = inputs.gate().read(subsidiaryId, ids);
        return (subsidiary, person, category, day) -> gate.lets(subsidiary, person, category, today)
                && (category != DataCategory.JOB_SITE || gate.lets(subsidiary, person, category, day));
    }
}
