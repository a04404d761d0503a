package org.holdfast.launcher.bundles;

import java.util.List;
import java.util.Set;
import org.holdfast.api.jurisdiction.AssessmentRules;
import org.holdfast.api.jurisdiction.BasisRule;
import org.holdfast.api.jurisdiction.ResponseTime;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.api.jurisdiction.RuleBook;

/** A rule book that was read from a file. */
record DescribedRuleBook(
        String code,
        String version,
        Set<String> countries,
        List<BasisRule> bases,
        AssessmentRules assessment,
        List<RetentionRule> retention,
        List<ResponseTime> responseTimes)
        implements RuleBook {

    DescribedRuleBook {
        countries = Set.copyOf(countries);
        bases = List.copyOf(bases);
        retention = List.copyOf(retention);
        responseTimes = List.copyOf(responseTimes);
    }
}
