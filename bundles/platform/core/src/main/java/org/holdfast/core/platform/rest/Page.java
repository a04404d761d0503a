package org.holdfast.core.platform.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items what is on it
 * @param next cursor of the next page, null on the last
 * @param total how many there are on all pages
 * @param <T> what is listed
 */
public record Page<T>(
        List<T> items,
        @TellsNothing @Nullable String next,
        @TellsNothing long total) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Returns the same page with each item changed, for views of rows.
     *
     * @param view makes an item's view
     * @return the changed page
     * @param <V> what is listed then
     */
    public <V> Page<V> map(Function<? super T, ? extends V> view) {
        return new Page<>(items.stream().<V>map(view).toList(), next, total);
    }
}
