package org.holdfast.core.retention.cases;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that belongs to a talk, such as minutes that both have signed. It is added once and never changed or taken away.
 *
 * @param id random id
 * @param talkId the talk
 * @param key made by who sends it, so that a request that is sent twice is taken once
 * @param recordedAt when it was added
 * @param size bytes
 * @param facts what is sealed beside the content
 */
record Attachment(UUID id, UUID talkId, UUID key, Instant recordedAt, long size, Facts facts) {

    /**
     * What tells something about the file.
     *
     * @param name the file's name
     * @param type its kind
     * @param digest SHA-256 of the content in lower-case hex digits
     * @param by name of the account that added it
     */
    record Facts(String name, AttachmentType type, String digest, String by) {}
}
