package org.holdfast.core.offboarding.assets;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * Which assets somebody looks for. Sent as a body: names have no place in an address.
 *
 * @param subsidiaryId whose assets
 * @param text a part of number, label, serial, or of the holder's name or number; null for all
 * @param kind a code of {@link AssetKind}, null for all
 * @param state a code of {@link AssetState}, null for all
 * @param overdueOnly whether only what should have come back
 * @param sort a code of {@link Order}, null for the number
 * @param descending whether the last comes first
 * @param limit items per page
 * @param cursor where to begin
 */
public record AssetSearch(
        @Nullable UUID subsidiaryId,
        @Nullable String text,
        @Nullable String kind,
        @Nullable String state,
        @Nullable Boolean overdueOnly,
        @Nullable String sort,
        @Nullable Boolean descending,
        @Nullable Integer limit,
        @Nullable String cursor) {
    private static final int LONGEST = 200;

    /** What a list is sorted by. */
    enum Order implements Coded {
        /** By inventory number. */
        INVENTORY_NO("inventoryNo"),
        /** By kind. */
        KIND("kind"),
        /** By label. */
        LABEL("label"),
        /** By state. */
        STATE("state"),
        /** By the day it has to come back. */
        DUE_ON("dueOn");

        private final String code;

        Order(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** Returns a search for everything of a subsidiary. */
    static AssetSearch all(@Nullable UUID subsidiaryId) {
        return new AssetSearch(subsidiaryId, null, null, null, null, null, null, null, null);
    }

    UUID firm() {
        if (subsidiaryId == null) {
            throw RestException.invalid("subsidiaryId", "missing");
        }
        return subsidiaryId;
    }

    /** Returns the text that is looked for, in small letters. */
    String words() {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() > LONGEST) {
            throw RestException.invalid("text", "tooLong");
        }
        return stripped.toLowerCase(Locale.ROOT);
    }

    Order order() {
        return word("sort", Order.class, sort, Order.INVENTORY_NO);
    }

    boolean overdue() {
        return Boolean.TRUE.equals(overdueOnly);
    }

    boolean backwards() {
        return Boolean.TRUE.equals(descending);
    }

    boolean fits(Asset asset) {
        AssetKind wantedKind = word("kind", AssetKind.class, kind, asset.mark().kind());
        AssetState wantedState = word("state", AssetState.class, state, asset.state());
        return asset.mark().kind() == wantedKind && asset.state() == wantedState;
    }

    /** Refuses words that nobody knows, also where there is nothing to find. */
    void check() {
        firm();
        order();
        words();
        word("kind", AssetKind.class, kind, AssetKind.OTHER);
        word("state", AssetState.class, state, AssetState.IN_STOCK);
    }

    /** Returns what tells this search from others, for cursors. */
    String fingerprint() {
        return String.join(
                "|",
                String.valueOf(subsidiaryId),
                words(),
                Objects.toString(kind, ""),
                Objects.toString(state, ""),
                String.valueOf(overdue()),
                order().code(),
                String.valueOf(backwards()));
    }

    private static <E extends Enum<E> & Coded> E word(String field, Class<E> type, @Nullable String code, E otherwise) {
        return AssetForm.empty(code)
                ? otherwise
                : Coded.find(type, Objects.requireNonNull(code))
                        .orElseThrow(() -> RestException.invalid(field, "notOneOf"));
    }
}
