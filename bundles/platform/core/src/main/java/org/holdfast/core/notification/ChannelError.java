package org.holdfast.core.notification;

import org.holdfast.core.platform.rest.StatusCode;

/** What stands against a test of a channel. The names are part of the API. */
enum ChannelError implements StatusCode {
    /** Nobody has said where the console is, so that a message could not lead there. */
    CHANNEL_LINK_MISSING,
    /** The account has no address for the channel. */
    CHANNEL_ADDRESS_MISSING;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
