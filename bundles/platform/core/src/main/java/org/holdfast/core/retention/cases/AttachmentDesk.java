package org.holdfast.core.retention.cases;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.retention.cases.Attachment.Facts;
import org.holdfast.core.retention.cases.AttachmentForm.Sent;

/**
 * Adds files to talks and hands them out: to whom may read the words of the talk, and to nobody else. Safe for use from many
 * threads.
 */
final class AttachmentDesk {
    private final AttachmentTable table;
    private final TalkDesk talks;
    private final Clock clock;

    AttachmentDesk(AttachmentTable table, TalkDesk talks, Clock clock) {
        this.table = table;
        this.talks = talks;
        this.clock = clock;
    }

    /**
     * A file that is handed out.
     *
     * @param facts what it is
     * @param content its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Handed(Facts facts, byte[] content) {}

    /** Adds a file to a talk the caller may write to. The same request sent twice is taken once. */
    void add(RetentionCase one, UUID talkId, Visibility caller, Sent sent) {
        Talk talk = talks.writable(one, talkId, caller);
        Facts facts = new Facts(
                sent.name(),
                sent.type(),
                digest(sent.content()),
                caller.caller().name());
        Attachment file = new Attachment(
                UUID.randomUUID(),
                talk.id(),
                sent.key(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                sent.content().length,
                facts);
        if (taken(one, file)) {
            return;
        }
        switch (table.add(one, file, sent.content())) {
            case FULL -> throw RestException.invalid("file", "manyFiles");
            case TAKEN -> taken(one, file);
            case DONE -> {
                // It stands.
            }
        }
    }

    /** Hands out a file of a talk the caller may read, else answers 404. */
    Handed get(RetentionCase one, UUID talkId, UUID fileId, Visibility caller) {
        Talk talk = talks.readable(one, talkId, caller);
        Attachment file = table.of(one).getOrDefault(talk.id(), List.of()).stream()
                .filter(known -> known.id().equals(fileId))
                .findFirst()
                .orElseThrow(RestException::notFound);
        return new Handed(file.facts(), table.content(one, fileId).orElseThrow(RestException::notFound));
    }

    /** Says whether this very file is there already. */
    private boolean taken(RetentionCase one, Attachment file) {
        Optional<Attachment> same = table.of(one).getOrDefault(file.talkId(), List.of()).stream()
                .filter(known -> known.key().equals(file.key()))
                .findFirst();
        if (same.isPresent()
                && !(same.get().facts().digest().equals(file.facts().digest())
                        && same.get().facts().name().equals(file.facts().name()))) {
            throw RestException.of(CaseError.FILE_KEY_USED, "The key was used for another file: make a new one.");
        }
        return same.isPresent();
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has it", e);
        }
    }
}
