package org.holdfast.core.privacy.breach;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.bytes.ByteSink;
import org.holdfast.core.platform.bytes.ByteSource;

/**
 * Something that was done about a breach and stays as evidence (GDPR Art. 33(5)).
 *
 * @param id its id
 * @param breachId the breach
 * @param whom who was told, or that it was closed
 * @param sent whether something was sent; false where it is said why nothing is due, and for a closure
 * @param at when
 * @param by the account that did it
 * @param words what was sent to whom, and reasons
 */
record BreachStep(UUID id, UUID breachId, Whom whom, boolean sent, Instant at, UUID by, Said words) {

    /** Who is told. */
    enum Whom {
        /** The supervisory authority. */
        AUTHORITY,
        /** The people concerned. */
        PEOPLE,
        /** Nobody: the breach is closed. */
        CLOSURE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Whom> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(whom -> whom.code().equals(code))
                    .findFirst();
        }
    }

    /**
     * Its words, sealed under the subsidiary's key.
     *
     * @param recipient which authority, or on which way people were told; empty where nothing was sent
     * @param text what was sent, or what was learnt at the closure; empty where nothing was sent
     * @param reason why it came late, or why nothing is due; empty where there is none
     */
    record Said(String recipient, String text, String reason) {
        byte[] encode() {
            ByteSink out = new ByteSink(recipient.length() + text.length() + reason.length() + 16);
            out.text(recipient);
            out.text(text);
            out.text(reason);
            return out.toBytes();
        }

        static Said decode(byte[] plain) {
            ByteSource in = new ByteSource(plain);
            return new Said(in.text(), in.text(), in.text());
        }

        /** Says nothing: words about a breach belong in no log. */
        @Override
        public String toString() {
            return "what was said of a breach";
        }
    }
}
