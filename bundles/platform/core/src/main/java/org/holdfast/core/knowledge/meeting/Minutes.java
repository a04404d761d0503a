package org.holdfast.core.knowledge.meeting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.knowledge.Handovers.OpenItem;
import org.holdfast.core.platform.rest.Json;

/**
 * What is signed.
 *
 * @param place where the meeting is
 * @param agenda what it is about
 * @param text what was said; empty before the meeting
 * @param open what of the handover list was open when this was written
 * @param signers random ids of the rows of who has to sign
 * @param salt random, so that the digest tells nothing of the words
 */
record Minutes(String place, String agenda, String text, List<OpenItem> open, List<UUID> signers, UUID salt) {

    Minutes {
        open = List.copyOf(open);
        signers = List.copyOf(signers);
    }

    /** Says whether somebody has written the same; what is accepted meanwhile does not make it another meeting. */
    boolean sameAs(Minutes other) {
        return equals(new Minutes(other.place, other.agenda, other.text, open, other.signers, salt));
    }

    /** Returns the digest over these minutes of a meeting at that time. */
    String digest(Instant startsAt) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Long.toString(startsAt.toEpochMilli()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(Json.mapper().writeValueAsBytes(this)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells nothing of what was said. */
    @Override
    public String toString() {
        return "minutes";
    }
}
