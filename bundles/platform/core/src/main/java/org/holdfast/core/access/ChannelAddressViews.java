package org.holdfast.core.access;

import java.util.Map;
import java.util.UUID;
import org.holdfast.core.platform.channel.Channels;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/** Shows where accounts are reached. Safe for use from many threads. */
final class ChannelAddressViews {
    private final ChannelAddresses addresses;
    private final Channels channels;
    private final Texts texts;

    ChannelAddressViews(ChannelAddresses addresses, Channels channels, Texts texts) {
        this.addresses = addresses;
        this.channels = channels;
        this.texts = texts;
    }

    ChannelAddressesView of(UUID account, @Nullable String acceptLanguage) {
        String language = texts.negotiate(acceptLanguage);
        Map<String, String> known = addresses.all(account);
        return new ChannelAddressesView(channels.all().stream()
                .map(offered -> new ChannelAddressView(
                        offered.code(),
                        offered.name(texts, language),
                        texts.find(language, "channel." + offered.code() + ".address")
                                .orElse(""),
                        known.get(offered.code())))
                .toList());
    }
}
