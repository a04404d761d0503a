package org.holdfast.api.labour;

import java.util.List;
import java.util.Objects;

/**
 * What the law says of one kind of ending.
 *
 * @param kind the kind
 * @param article code of the article that allows it
 * @param notice how long before it has to be said
 * @param severanceArticle code of the article by which severance is due; empty where none is due
 * @param evidence what has to be on file before, each kind once, in the order in which it comes about; empty where any single paper does
 * @since 1.1.0
 */
public record EndingRule(
        ExitKind kind, String article, NoticeRule notice, String severanceArticle, List<EvidenceRule> evidence) {

    /** Checks. */
    public EndingRule {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(notice, "notice");
        ExitRules.article(article);
        if (!severanceArticle.isEmpty()) {
            ExitRules.article(severanceArticle);
        }
        evidence = List.copyOf(evidence);
        if (evidence.stream().map(EvidenceRule::kind).distinct().count() != evidence.size()) {
            throw new IllegalArgumentException("Each kind of evidence is asked for once");
        }
    }

    /**
     * An ending for which any single paper does.
     *
     * @param kind the kind
     * @param article code of the article that allows it
     * @param notice how long before it has to be said
     * @param severanceArticle code of the article by which severance is due; empty where none is due
     */
    public EndingRule(ExitKind kind, String article, NoticeRule notice, String severanceArticle) {
        this(kind, article, notice, severanceArticle, List.of());
    }

    /**
     * Returns whether severance is due.
     *
     * @return true where an article says so
     */
    public boolean severance() {
        return !severanceArticle.isEmpty();
    }
}
