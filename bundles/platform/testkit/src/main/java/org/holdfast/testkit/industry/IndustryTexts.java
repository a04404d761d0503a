package org.holdfast.testkit.industry;

import java.util.Set;
import java.util.TreeSet;
import org.holdfast.api.industry.Guidance;
import org.holdfast.api.industry.IndustryModel;

/** The message keys an industry model needs, so that readers see words instead of codes. */
final class IndustryTexts {
    private IndustryTexts() {}

    static Set<String> keys(IndustryModel model) {
        Set<String> keys = new TreeSet<>();
        String code = model.code();
        keys.add("industry." + code);
        keys.add("strategy." + code + ".1");
        keys.add("phrase.use." + code + ".1");
        keys.add("phrase.avoid." + code + ".1");
        model.signals().forEach(signal -> keys.add("signal." + signal.code()));
        model.positionFamilies().forEach(family -> keys.add("family." + family));
        model.features().forEach(feature -> {
            keys.add("signal." + feature.signal());
            keys.add("reason." + feature.signal());
        });
        model.lexicon().stream()
                .filter(entry -> !entry.need().isEmpty())
                .forEach(entry -> keys.add("need." + entry.need()));
        model.guidance().forEach(guidance -> add(keys, guidance));
        model.handovers().forEach(template -> template.items().forEach(item -> keys.add("handover." + item.code())));
        return keys;
    }

    private static void add(Set<String> keys, Guidance guidance) {
        guidance.needs().forEach(need -> keys.add("need." + need));
        guidance.plans().forEach(plan -> {
            keys.add("plan." + plan);
            keys.add("plan." + plan + ".text");
        });
    }
}
