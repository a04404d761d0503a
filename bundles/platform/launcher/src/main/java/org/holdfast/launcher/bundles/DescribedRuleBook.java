package org.holdfast.launcher.bundles;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.api.jurisdiction.AssessmentRules;
import org.holdfast.api.jurisdiction.AutomatedDecisionRules;
import org.holdfast.api.jurisdiction.BasisRule;
import org.holdfast.api.jurisdiction.BreachRules;
import org.holdfast.api.jurisdiction.ResponseTime;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.api.jurisdiction.StatutoryRule;
import org.holdfast.api.jurisdiction.TransferRules;

/** A rule book that was read from a file. */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // a rule book may say nothing of them
record DescribedRuleBook(
        String code,
        String version,
        Set<String> countries,
        List<BasisRule> bases,
        AssessmentRules assessment,
        List<RetentionRule> retention,
        List<ResponseTime> responseTimes,
        Optional<BreachRules> breaches,
        Optional<TransferRules> transfers,
        List<StatutoryRule> statutory,
        Optional<AutomatedDecisionRules> automatedDecisions)
        implements RuleBook {

    DescribedRuleBook {
        countries = Set.copyOf(countries);
        bases = List.copyOf(bases);
        retention = List.copyOf(retention);
        responseTimes = List.copyOf(responseTimes);
        statutory = List.copyOf(statutory);
    }
}
