package org.holdfast.api.labour;

import java.util.Objects;

/**
 * A piece of evidence without which an employment cannot end in a certain way.
 *
 * @param kind what has to be shown
 * @param article code of the article that asks for it
 * @since 1.2.0
 */
public record EvidenceRule(EvidenceKind kind, String article) {

    /** Checks. */
    public EvidenceRule {
        Objects.requireNonNull(kind, "kind");
        ExitRules.article(article);
    }
}
