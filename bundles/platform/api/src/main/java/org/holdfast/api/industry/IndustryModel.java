package org.holdfast.api.industry;

import java.util.List;
import java.util.Set;
import org.holdfast.api.signal.SignalDefinition;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What an industry knows about attrition, as data: which signals there are, which features are computed from them,
 * a scorecard for the cold start, a lexicon, and what to do about a reason.
 *
 * <p>A bundle can provide it as a Declarative Services component, or without a class by a JSON description named in
 * its manifest. The host asks once after the bundle has started and keeps the answers; they must not change while it
 * runs. Methods may be called from any thread.
 */
@ConsumerType
public interface IndustryModel {

    /**
     * Returns the code a subsidiary names as its industry.
     *
     * @return for example {@code manufacturing}; lower-case letters, digits and hyphens
     */
    String code();

    /**
     * Returns the version of the data, which is stored with every score.
     *
     * @return a version such as {@code 1.2.0}
     */
    String version();

    /**
     * Returns the features, in the order in which models see them.
     *
     * @return at least one feature, codes unique
     */
    List<FeatureDefinition> features();

    /**
     * Returns the scorecard for the cold start.
     *
     * @return the scorecard; its items name features of {@link #features()}
     */
    Scorecard scorecard();

    /**
     * Returns signals that this industry adds to the core's.
     *
     * @return the added catalogue entries
     */
    default List<SignalDefinition> signals() {
        return List.of();
    }

    /**
     * Returns the position families that this industry adds to the core's ({@code rd}, {@code qc}, {@code sales},
     * {@code production}, {@code hr}, {@code finance}, {@code it}, {@code admin}, {@code other}). Employees of a
     * subsidiary of this industry can be imported with them; their names are the texts {@code family.} followed by the code.
     *
     * @return codes of letters and digits, beginning with a lower-case letter, at most 60 long
     */
    default Set<String> positionFamilies() {
        return Set.of();
    }

    /**
     * Returns the phrases that count as hits in text signals.
     *
     * @return the lexicon
     */
    default List<LexiconEntry> lexicon() {
        return List.of();
    }

    /**
     * Returns what to do about reasons.
     *
     * @return guidance, at most one entry per signal
     */
    default List<Guidance> guidance() {
        return List.of();
    }

    /**
     * Returns the templates of plans that guidance names.
     *
     * @return templates, codes unique; a plan without one is taken for a conversation that asks for nothing
     * @since 1.2.0
     */
    default List<PlanTemplate> plans() {
        return List.of();
    }

    /**
     * Returns what people hand over when they leave, by post.
     *
     * @return templates, codes unique; without one a list begins empty
     * @since 1.3.0
     */
    default List<HandoverTemplate> handovers() {
        return List.of();
    }
}
