package org.holdfast.core.risk.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a study of a subsidiary's actions came to.
 *
 * @param horizonDays within how many days after the action an exit counts
 * @param comparisons with how many rows of people on whom nothing was done the others are compared
 * @param effects one for each kind that was ever done, what retained most first, what is not known last
 * @param curves how many are still here after something happened to them
 * @param forWhom for whom the kinds work about which that can be told
 * @param raiseAlone how long a raise alone holds; null where that is not known
 */
public record EffectStudy(
        int horizonDays,
        int comparisons,
        List<ActionEffect> effects,
        List<SurvivalCurve> curves,
        List<ForWhom> forWhom,
        @Nullable RaiseAlone raiseAlone) {

    /** Copies the lists; a study that was kept before it was told for whom an action works has none. */
    public EffectStudy {
        effects = List.copyOf(effects);
        curves = List.copyOf(curves);
        forWhom = forWhom == null ? List.of() : List.copyOf(forWhom);
    }
}
