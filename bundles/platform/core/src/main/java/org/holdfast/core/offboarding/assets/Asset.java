package org.holdfast.core.offboarding.assets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something of the firm that people are given.
 *
 * @param id random id, chosen by whoever registered it: what is sent twice is registered once
 * @param subsidiaryId whose it is
 * @param version how often something was done with it: who does something names the version they saw
 * @param state where it is
 * @param mark what tells it from others
 * @param content its description; sealed under the subsidiary's key
 */
record Asset(UUID id, UUID subsidiaryId, int version, AssetState state, Mark mark, Content content) {

    /**
     * What tells it from others.
     *
     * @param kind what it is
     * @param inventoryNo its number, unique in its subsidiary
     * @param valueClass what it is worth, null where nobody said
     */
    record Mark(
            AssetKind kind, String inventoryNo, @Nullable ValueClass valueClass) {}

    /**
     * Its description.
     *
     * @param label what people call it
     * @param serial the maker's number, may be empty
     */
    record Content(String label, String serial) {}

    Asset in(AssetState other) {
        return new Asset(id, subsidiaryId, version, other, mark, content);
    }

    Asset described(Mark other, Content words) {
        return new Asset(id, subsidiaryId, version, state, other, words);
    }

    boolean sameAs(Mark other, Content words) {
        return mark.equals(other) && content.equals(words);
    }
}
