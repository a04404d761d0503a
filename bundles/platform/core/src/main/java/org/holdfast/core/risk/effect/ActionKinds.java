package org.holdfast.core.risk.effect;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.holdfast.api.industry.ActionKind;

/** The words under which kinds of actions are reported. */
final class ActionKinds {
    private static final Map<String, ActionKind> ALSO = Map.of("raise", ActionKind.PAY);

    private ActionKinds() {}

    /** Finds the kind a word stands for; an action of no known kind is no part of a study. */
    static Optional<ActionKind> ofWord(String word) {
        String plain = word.strip();
        return ActionKind.ofCode(plain).or(() -> Optional.ofNullable(ALSO.get(plain.toLowerCase(Locale.ROOT))));
    }
}
