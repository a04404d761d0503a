package org.holdfast.api.channel;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;

/**
 * A message to one account. It holds no personal data but the address.
 *
 * @param key its key for delivery, the same at each attempt: a message with a known key may be dropped on the other side. What it
 *     says can have become less between two attempts, since what was settled meanwhile is no longer told
 * @param address whom it is for, as {@link Channel#accepts} took it
 * @param content what it says
 */
public record ChannelMessage(UUID key, String address, Content content) {

    /** Checks that nothing is null. */
    public ChannelMessage {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(content, "content");
    }

    /** Says nothing of address and text: they belong in no log. */
    @Override
    public String toString() {
        return key.toString();
    }

    /**
     * What a message says: how many reminders of which kind, in the reader's language.
     *
     * @param language tag of the language, such as {@code zh}
     * @param subject one line of at most 60 characters that tells enough by itself, for channels with little room
     * @param text lines of plain text, at most 2,000 characters, without the link
     * @param link where the console is
     */
    public record Content(String language, String subject, String text, URI link) {

        /** Checks that nothing is null. */
        public Content {
            Objects.requireNonNull(language, "language");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(link, "link");
        }
    }
}
