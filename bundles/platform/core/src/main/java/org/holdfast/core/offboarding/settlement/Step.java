package org.holdfast.core.offboarding.settlement;

import java.util.List;

/**
 * A step of a sum.
 *
 * @param code which: its formula in words is a text under {@code settlement.step.}
 * @param figures what stands in the formula, in the order of its places
 * @param result what it comes to
 * @param article key of the text of the article it is from
 */
record Step(String code, List<Figure> figures, Figure result, String article) {

    Step {
        figures = List.copyOf(figures);
    }
}
