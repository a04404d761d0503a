package org.holdfast.core.protection.basis;

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

/** A copy of what a bundle's rule book says: the gate asks millions of times, a bundle is asked once. */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // a rule book may say nothing of them
record InstalledRules(
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

    InstalledRules {
        countries = Set.copyOf(countries);
        bases = List.copyOf(bases);
        retention = List.copyOf(retention);
        responseTimes = List.copyOf(responseTimes);
        statutory = List.copyOf(statutory);
    }

    static InstalledRules of(RuleBook book) {
        return new InstalledRules(
                book.code(),
                book.version(),
                book.countries(),
                book.bases(),
                book.assessment(),
                book.retention(),
                book.responseTimes(),
                book.breaches(),
                book.transfers(),
                book.statutory(),
                book.automatedDecisions());
    }
}
