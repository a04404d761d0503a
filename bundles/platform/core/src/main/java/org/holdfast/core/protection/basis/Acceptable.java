package org.holdfast.core.protection.basis;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.holdfast.api.jurisdiction.BasisKind;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;

/**
 * The bases on file of one subsidiary that its rule book accepts.
 *
 * @param byCategory the bases by what they are for
 */
record Acceptable(Map<DataCategory, List<LawfulBasis>> byCategory) {

    Acceptable {
        // The gate asks for each person and category of a night: this map compares nothing to find one.
        Map<DataCategory, List<LawfulBasis>> copy = new EnumMap<>(DataCategory.class);
        copy.putAll(byCategory);
        byCategory = Collections.unmodifiableMap(copy);
    }

    /** What the bases of a category come to on a day. */
    enum Answer {
        /** There is none. */
        NONE,
        /** There is one, and the person need not agree. */
        HOLDS,
        /** There is one where the person agrees. */
        CONSENT
    }

    /**
     * Picks from what is on file.
     *
     * @param onFile what is on file
     * @param book the subsidiary's rule book
     * @param sandbox whether the people are generated: then no rule book is needed
     */
    static Acceptable of(Collection<LawfulBasis> onFile, Optional<RuleBook> book, boolean sandbox) {
        if (book.isEmpty() && !sandbox) {
            return new Acceptable(Map.of());
        }
        return new Acceptable(onFile.stream()
                .filter(basis -> book.isEmpty() || RuleBooks.accepts(book.get(), basis))
                .collect(Collectors.groupingBy(
                        LawfulBasis::category, () -> new EnumMap<>(DataCategory.class), Collectors.toList())));
    }

    Answer on(DataCategory category, Purpose purpose, LocalDate day) {
        Answer answer = Answer.NONE;
        for (LawfulBasis basis : byCategory.getOrDefault(category, List.of())) {
            if (basis.purpose() == purpose && basis.validity().covers(day)) {
                // Job-site data rests on consent alone, whatever else is on file.
                if (basis.kind() == BasisKind.CONSENT) {
                    answer = Answer.CONSENT;
                } else if (category != DataCategory.JOB_SITE) {
                    return Answer.HOLDS;
                }
            }
        }
        return answer;
    }
}
