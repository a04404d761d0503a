package org.holdfast.api.jurisdiction;

import java.util.List;
import java.util.Optional;
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

    /**
     * Returns within which time a personal-data breach is told. The words of what is told are texts of the bundle:
     * {@code breach.gdpr.authority} and {@code breach.gdpr.people} for the rule book {@code gdpr}.
     *
     * @return the times; empty where the rule book says nothing, and the host takes the shortest it knows
     * @since 1.1.0
     */
    default Optional<BreachRules> breaches() {
        return Optional.empty();
    }

    /**
     * Returns on which mechanisms data about single people may leave a subsidiary.
     *
     * @return the mechanisms; empty where the rule book says nothing, and no data about single people leaves
     * @since 1.1.0
     */
    default Optional<TransferRules> transfers() {
        return Optional.empty();
    }

    /**
     * Returns what is kept of a person who is erased, and for how long.
     *
     * @return at most one rule for each section of the person's record; empty where nothing is kept
     * @since 1.2.0
     */
    default List<StatutoryRule> statutory() {
        return List.of();
    }

    /**
     * Returns what people can do about being evaluated by automated means.
     *
     * @return the rules; empty where the rule book says nothing, and the host takes the strictest: every claim suspends, and
     *     none is declined
     * @since 1.3.0
     */
    default Optional<AutomatedDecisionRules> automatedDecisions() {
        return Optional.empty();
    }
}
