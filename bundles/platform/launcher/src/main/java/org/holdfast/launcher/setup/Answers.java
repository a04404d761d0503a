package org.holdfast.launcher.setup;

import java.util.Optional;
import org.holdfast.launcher.config.Setting;

/** Where the answers come from: a person at a terminal, or the options of a script. */
@FunctionalInterface
public interface Answers {

    /**
     * Answers a question.
     *
     * @param setting what is asked for
     * @param proposal what it is now, or would be without an answer
     * @return the answer; empty keeps the proposal
     */
    Optional<String> ask(Setting setting, String proposal);
}
