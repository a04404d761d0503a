package org.holdfast.core.knowledge;

import java.util.List;
import java.util.UUID;
import org.holdfast.core.knowledge.ChecklistView.ItemView;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * What is handed over to the reader.
 *
 * @param recipientId the reader
 * @param items what they get, what is due first first
 */
public record ReceivedView(
        @Whom UUID recipientId, @Told("knowledge") List<ReceivedItem> items) {

    /** Copies the items. */
    public ReceivedView {
        items = List.copyOf(items);
    }

    /**
     * Something the reader gets.
     *
     * @param from name of who leaves, null once they were erased
     * @param item what it is; its files once it is handed over
     */
    public record ReceivedItem(@Nullable String from, ItemView item) {}
}
