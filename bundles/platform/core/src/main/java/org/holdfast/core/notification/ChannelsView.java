package org.holdfast.core.notification;

import java.util.List;
import org.holdfast.core.platform.rest.TellsNothing;

/**
 * How the channels of bundles go.
 *
 * @param linked whether the server knows where the console is; nothing is sent before
 * @param items the channels
 */
@TellsNothing
public record ChannelsView(boolean linked, List<ChannelStatusView> items) {
    /** Copies the list. */
    public ChannelsView {
        items = List.copyOf(items);
    }
}
