package org.holdfast.api.labour;

import java.util.Objects;

/**
 * What the law says of one kind of ending.
 *
 * @param kind the kind
 * @param article code of the article that allows it
 * @param notice how long before it has to be said
 * @param severanceArticle code of the article by which severance is due; empty where none is due
 * @since 1.1.0
 */
public record EndingRule(ExitKind kind, String article, NoticeRule notice, String severanceArticle) {

    /** Checks. */
    public EndingRule {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(notice, "notice");
        ExitRules.article(article);
        if (!severanceArticle.isEmpty()) {
            ExitRules.article(severanceArticle);
        }
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
