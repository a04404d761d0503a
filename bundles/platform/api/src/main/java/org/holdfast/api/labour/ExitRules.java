package org.holdfast.api.labour;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a country's labour law says of the end of an employment, as data. The host does the sums; the bundle names figures and
 * articles.
 *
 * <p>An article is named by a code such as {@code lcl37}; what people read is the text of the key {@code article.<country>.lcl37}.
 *
 * <p>Safe for use from many threads.
 *
 * @param endings what holds for each kind of ending; a kind that is not among them is one the country's rules say nothing of
 * @param settlement how what is due is computed
 * @param deadlines until when what has to be done
 * @param nonCompete how far a duty not to compete may go; empty where the rules say nothing of it
 * @since 1.1.0
 */
public record ExitRules(
        List<EndingRule> endings,
        SettlementRules settlement,
        ExitDeadlines deadlines,
        Optional<NonCompeteLimits> nonCompete) {

    /** Copies and checks. */
    public ExitRules {
        endings = List.copyOf(endings);
        Objects.requireNonNull(settlement, "settlement");
        Objects.requireNonNull(deadlines, "deadlines");
        Objects.requireNonNull(nonCompete, "nonCompete");
        Set<ExitKind> seen = new HashSet<>();
        for (EndingRule ending : endings) {
            if (!seen.add(ending.kind())) {
                throw new IllegalArgumentException(
                        "A kind of ending has two rules: " + ending.kind().code());
            }
            if (ending.severance() && settlement.severance().isEmpty()) {
                throw new IllegalArgumentException("Severance is due for "
                        + ending.kind().code() + ", and the rules do not say how it is computed");
            }
        }
    }

    /**
     * Returns what holds for a kind of ending.
     *
     * @param kind the kind
     * @return its rule, or empty where the country's rules say nothing of it
     */
    public Optional<EndingRule> ending(ExitKind kind) {
        return endings.stream().filter(ending -> ending.kind() == kind).findFirst();
    }

    /** Returns an article's code as it was given, or refuses it. */
    static String article(String code) {
        if (!code.matches("[a-z][A-Za-z0-9.-]{0,79}")) {
            throw new IllegalArgumentException("Article \"" + code
                    + "\" is not letters, digits, dots and hyphens beginning with a lower-case letter");
        }
        return code;
    }
}
