package org.holdfast.core.access;

import java.util.List;
import org.holdfast.core.platform.rest.TellsNothing;

/**
 * Where an account is reached by the channels of bundles.
 *
 * @param items all channels there are; none where no bundle brings one
 */
@TellsNothing
public record ChannelAddressesView(List<ChannelAddressView> items) {
    /** Copies the list. */
    public ChannelAddressesView {
        items = List.copyOf(items);
    }
}
