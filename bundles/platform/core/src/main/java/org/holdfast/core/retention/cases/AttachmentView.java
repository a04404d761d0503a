package org.holdfast.core.retention.cases;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A file of a talk, without its content; told with the words of the talk.
 *
 * @param id the file
 * @param name its name
 * @param type its media type
 * @param size bytes
 * @param recordedAt when it was added
 * @param by name of the account that added it
 */
public record AttachmentView(UUID id, String name, String type, long size, OffsetDateTime recordedAt, String by) {}
