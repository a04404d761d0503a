package org.holdfast.core.risk.effect;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.holdfast.api.industry.Guidance;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.industry.PlanTemplate;

/**
 * On which features it may depend for whom a kind of action works: those of the signals that the industry answers with it. What an
 * action has nothing to do with would only find patterns in chance.
 */
final class Moderators {
    private final IndustryModel industry;

    Moderators(IndustryModel industry) {
        this.industry = industry;
    }

    /** Returns the columns of the features, in order; none where the industry answers nothing with that kind. */
    int[] of(String kind) {
        Map<String, String> kindOfPlan = industry.plans().stream()
                .collect(
                        Collectors.toMap(PlanTemplate::code, plan -> plan.kind().code()));
        Set<String> signals = industry.guidance().stream()
                .filter(guidance -> guidance.plans().stream().anyMatch(plan -> kind.equals(kindOfPlan.get(plan))))
                .map(Guidance::signal)
                .collect(Collectors.toSet());
        return IntStream.range(0, industry.features().size())
                .filter(column ->
                        signals.contains(industry.features().get(column).signal()))
                .toArray();
    }
}
