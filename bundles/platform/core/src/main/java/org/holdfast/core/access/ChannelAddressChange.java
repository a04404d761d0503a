package org.holdfast.core.access;

import org.jspecify.annotations.Nullable;

/**
 * Where an account is to be reached by a channel.
 *
 * @param address the address as the channel wants it, at most 200 characters; empty or missing: it is not reached there
 */
public record ChannelAddressChange(@Nullable String address) {}
