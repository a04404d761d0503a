package org.holdfast.api.jurisdiction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What people can do about being evaluated by automated means (PIPL Art. 24, GDPR Art. 18, 21 and 22). The product decides
 * nothing about anybody by a machine alone and ends the scoring of whoever was granted a refusal; a rule book says when that
 * begins and whether it can be declined.
 *
 * @param suspending claims that suspend the scoring of whoever files them until they are answered; may be empty
 * @param exceptions codes of the grounds on which a refusal of automated decisions may be declined, no two alike; empty where
 *     it is always granted. The words of {@code contract} in the rule book {@code gdpr} are the text
 *     {@code automatedDecision.gdpr.contract}
 * @param law which articles, for people to read, for example {@code GDPR Art. 22}
 * @since 1.3.0
 */
public record AutomatedDecisionRules(Set<Claim> suspending, List<String> exceptions, String law) {

    /** Copies and checks. */
    public AutomatedDecisionRules {
        suspending = Set.copyOf(suspending);
        exceptions = List.copyOf(exceptions);
        Set<String> codes = new HashSet<>();
        for (String code : exceptions) {
            if (!code.matches("[a-z][A-Za-z0-9]{0,59}") || !codes.add(code)) {
                throw new IllegalArgumentException("Exception \"" + code
                        + "\" stands there twice, or is not letters and digits beginning with a lower-case letter");
            }
        }
        if (law.isBlank()) {
            throw new IllegalArgumentException("Rules about automated decisions name their law");
        }
    }

    /** What somebody claims who does not want to be scored. */
    public enum Claim {
        /** That scoring ends (PIPL Art. 44, GDPR Art. 21). */
        OBJECTION,
        /** That nothing is decided by a machine alone (PIPL Art. 24(3), GDPR Art. 22(1)). */
        REFUSAL_OF_AUTOMATED_DECISION
    }
}
