package org.holdfast.core.access;

import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * Where an account is reached by a channel.
 *
 * @param channel code of the channel
 * @param name what people call it, in the caller's language
 * @param form what an address looks like, in the caller's language
 * @param address the address; null where none was given
 */
@TellsNothing
public record ChannelAddressView(
        String channel, String name, String form, @Nullable String address) {}
