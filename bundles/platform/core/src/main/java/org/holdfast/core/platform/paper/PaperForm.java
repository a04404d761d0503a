package org.holdfast.core.platform.paper;

import com.fasterxml.jackson.databind.JsonNode;
import org.holdfast.paper.Paper;

/** Lays out one kind of answer as a paper. */
@FunctionalInterface
public interface PaperForm {

    /**
     * Lays an answer out.
     *
     * @param told what of the answer its reader is told; what the reader is not told is absent
     * @param words the reader's language
     * @return the paper
     */
    Paper lay(JsonNode told, PaperWords words);
}
