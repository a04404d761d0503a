package org.holdfast.core.retention;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.ToldAs;
import org.jspecify.annotations.Nullable;

/**
 * The papers of an alert.
 *
 * @param hr for HR
 * @param manager for the superior
 */
public record AlertDocuments(
        @Told("reasons") HrDocument hr, @Told("prompt") ManagerDocument manager) {

    /**
     * What HR reads.
     *
     * @param factors why the score is what it is, strongest first
     * @param needs what the person may need, likeliest first
     * @param strategy how to talk, in order
     */
    public record HrDocument(List<Factor> factors, List<Need> needs, List<String> strategy) {

        /** Copies the lists. */
        public HrDocument {
            factors = List.copyOf(factors);
            needs = List.copyOf(needs);
            strategy = List.copyOf(strategy);
        }
    }

    /**
     * A reason in words.
     *
     * @param signal code of the signal
     * @param category code of its data category
     * @param text the reason with its values
     * @param value the latest value, null where not known, as behind the weaker reasons
     * @param change relative change, null where not known
     * @param contribution log-odds it adds
     * @param direction {@code raises} or {@code lowers}
     */
    public record Factor(
            String signal,
            @ToldAs String category,
            String text,
            @Nullable Double value,
            @Nullable Double change,
            double contribution,
            String direction) {}

    /**
     * What the person may need.
     *
     * @param code code of the need
     * @param text its words
     */
    public record Need(String code, String text) {}

    /**
     * What the superior reads: nothing in it stems from the reasons, and no number tells how high the risk is.
     *
     * @param summary what it is about
     * @param prompt how to begin
     * @param talkBy the last day for the talk, null before delivery
     * @param plans the plans of the industry to choose from, by code
     * @param phrasesToUse what helps
     * @param phrasesToAvoid what hurts
     */
    public record ManagerDocument(
            String summary,
            String prompt,
            @Nullable LocalDate talkBy,
            List<Plan> plans,
            List<String> phrasesToUse,
            List<String> phrasesToAvoid) {

        /** Copies the lists. */
        public ManagerDocument {
            plans = List.copyOf(plans);
            phrasesToUse = List.copyOf(phrasesToUse);
            phrasesToAvoid = List.copyOf(phrasesToAvoid);
        }
    }

    /**
     * A template of a plan.
     *
     * @param code its code
     * @param title its title
     * @param text its text with blanks to fill
     */
    public record Plan(String code, String title, String text) {}
}
