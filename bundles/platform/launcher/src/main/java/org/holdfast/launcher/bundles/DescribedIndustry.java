package org.holdfast.launcher.bundles;

import java.util.List;
import java.util.Set;
import org.holdfast.api.industry.FeatureDefinition;
import org.holdfast.api.industry.Guidance;
import org.holdfast.api.industry.HandoverTemplate;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.industry.LexiconEntry;
import org.holdfast.api.industry.PlanTemplate;
import org.holdfast.api.industry.Scorecard;
import org.holdfast.api.signal.SignalDefinition;

/** An industry model that was read from a file. */
record DescribedIndustry(
        String code,
        String version,
        List<SignalDefinition> signals,
        List<FeatureDefinition> features,
        Scorecard scorecard,
        List<LexiconEntry> lexicon,
        List<Guidance> guidance,
        Set<String> positionFamilies,
        List<PlanTemplate> plans,
        List<HandoverTemplate> handovers)
        implements IndustryModel {

    DescribedIndustry {
        signals = List.copyOf(signals);
        features = List.copyOf(features);
        lexicon = List.copyOf(lexicon);
        guidance = List.copyOf(guidance);
        positionFamilies = Set.copyOf(positionFamilies);
        plans = List.copyOf(plans);
        handovers = List.copyOf(handovers);
    }
}
