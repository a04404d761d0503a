package org.holdfast.core.notification;

import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * What became of a test message.
 *
 * @param delivered whether the other side took it
 * @param reason why not, in the caller's language; null where it did
 */
@TellsNothing
public record ChannelTestView(boolean delivered, @Nullable String reason) {}
