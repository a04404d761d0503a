package org.holdfast.api.industry;

import java.util.List;

/**
 * What a reason suggests: the needs that may stand behind it and the plans that answer them.
 *
 * <p>The texts are message keys of the bundle: {@code need.<need>}, {@code plan.<plan>}.
 *
 * @param signal code of the signal that is the reason
 * @param needs codes of likely needs, likeliest first: {@code promotion}, {@code pay}, {@code growth}, …
 * @param plans codes of plan templates, most fitting first
 */
public record Guidance(String signal, List<String> needs, List<String> plans) {

    /** Copies the lists. */
    public Guidance {
        needs = List.copyOf(needs);
        plans = List.copyOf(plans);
    }
}
