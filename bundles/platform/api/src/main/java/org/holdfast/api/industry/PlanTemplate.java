package org.holdfast.api.industry;

import java.util.Objects;
import java.util.Set;

/**
 * A template of an action in a retention plan. The title of {@code stayTalk} is the text {@code plan.stayTalk}, what to agree on
 * {@code plan.stayTalk.text}.
 *
 * @param code its code, as {@link Guidance#plans()} names it
 * @param kind what kind of action it is
 * @param asks what has to be said before the plan can be put before somebody to approve; may be empty
 * @since 1.2.0
 */
public record PlanTemplate(String code, ActionKind kind, Set<Ask> asks) {

    /** Copies and checks. */
    public PlanTemplate {
        Objects.requireNonNull(kind, "kind");
        asks = Set.copyOf(asks);
        if (!code.matches("[a-z][A-Za-z0-9.-]{0,79}")) {
            throw new IllegalArgumentException("Plan \"" + code
                    + "\" is not letters, digits, dots and hyphens beginning with a lower-case letter");
        }
    }

    /** What a template asks for. */
    public enum Ask {
        /** By how many percent pay rises. */
        PERCENT,
        /** What it costs the firm in a year. */
        COST,
        /** Which post, project or training it is about, in words. */
        TARGET
    }
}
