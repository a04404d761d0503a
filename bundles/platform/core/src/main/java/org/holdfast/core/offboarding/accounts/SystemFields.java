package org.holdfast.core.offboarding.accounts;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A system as somebody writes it.
 *
 * @param subsidiaryId whose people have accounts in it; cannot be changed later
 * @param code code, unique in the subsidiary: a small letter, then at most 39 small letters, digits and hyphens
 * @param connector code of the connector that speaks to it; cannot be changed later
 * @param name its name for people, 1 to 100 characters
 * @param active whether it is asked, null for yes
 * @param values settings by name; a secret that is left out stays as it is
 * @param version the version as it was read, null for a new system
 */
public record SystemFields(
        @Nullable UUID subsidiaryId,
        @Nullable String code,
        @Nullable String connector,
        @Nullable String name,
        @Nullable Boolean active,
        @Nullable Map<String, @Nullable String> values,
        @Nullable Integer version) {

    /** Says nothing of the values: there are secrets among them. */
    @Override
    public String toString() {
        return "account system";
    }
}
