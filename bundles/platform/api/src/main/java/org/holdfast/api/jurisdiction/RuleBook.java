package org.holdfast.api.jurisdiction;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The privacy rules of one jurisdiction, as data. A subsidiary names the rule book it follows; where it names none, it
 * follows the one its country belongs to. Without one, nothing about its people may be used.
 *
 * <p>A bundle can provide it as a Declarative Services component, or without a class by a JSON description named in its
 * manifest. The host asks once after the bundle has started and keeps the answers; they must not change while it runs.
 * Methods may be called from any thread.
 *
 * <p>A rule book can make the product's own limits narrower, not wider: job-site data rests on consent alone in every one.
 */
@ConsumerType
public interface RuleBook {

    /**
     * Returns the code a subsidiary names.
     *
     * @return for example {@code gdpr}; lower-case letters, digits and hyphens. Its name is the text of the key
     *     {@code jurisdiction.gdpr}
     */
    String code();

    /**
     * Returns the version of the rules, which is stored with every assessment.
     *
     * @return a version such as {@code 1.2.0}
     */
    String version();

    /**
     * Returns the countries whose subsidiaries follow it unless they name another.
     *
     * @return ISO 3166-1 codes of two capital letters, may be empty
     */
    Set<String> countries();

    /**
     * Returns on which bases data may be used.
     *
     * @return at most one rule for each pair of purpose and category
     */
    List<BasisRule> bases();

    /**
     * Returns the impact assessment.
     *
     * @return what it asks and how long it holds
     */
    AssessmentRules assessment();

    /**
     * Returns for how long records are kept.
     *
     * @return at most one rule for each kind of record
     */
    List<RetentionRule> retention();

    /**
     * Returns the times to answer requests.
     *
     * @return one for each kind of request
     */
    List<ResponseTime> responseTimes();
}
