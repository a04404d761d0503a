package org.holdfast.core.protection.basis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.protection.basis.ProcessingScope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * An impact assessment of a subsidiary (PIPL Art. 55 and 56, GDPR Art. 35). Once signed it is never changed.
 *
 * @param id its id
 * @param subsidiaryId the subsidiary
 * @param version 1 for the subsidiary's first
 * @param book which rule book asked, {@code code@version}
 * @param scope the data categories and models it is about
 * @param answers by code of the question
 * @param openedAt when it was begun
 * @param signature who signed it, null while it is a draft
 */
public record Assessment(
        UUID id,
        UUID subsidiaryId,
        int version,
        String book,
        Scope scope,
        Map<String, String> answers,
        Instant openedAt,
        @Nullable Signature signature) {

    /** Copies the answers. */
    public Assessment {
        Objects.requireNonNull(scope, "scope");
        answers = Map.copyOf(answers);
    }

    /**
     * A signature.
     *
     * @param by the account of the data-protection officer who signed
     * @param at when
     * @param validTo last day on which it holds
     */
    public record Signature(UUID by, Instant at, LocalDate validTo) {}

    /**
     * Returns whether scoring may rest on it.
     *
     * @param day the day, in the subsidiary's time zone
     * @return whether it is signed and holds on the day
     */
    public boolean holds(LocalDate day) {
        return signature != null && !day.isAfter(signature.validTo());
    }

    Assessment answered(Set<DataCategory> categories, Map<String, String> fresh) {
        return new Assessment(
                id, subsidiaryId, version, book, new Scope(categories, scope.models()), fresh, openedAt, signature);
    }
}
