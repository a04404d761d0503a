package org.holdfast.core.retention.cases;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.FormParts;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** A file as somebody adds it to a talk: the parts {@code key}, a random UUID, and {@code file}. For one thread. */
final class AttachmentForm {
    /** A scan of some pages, or a picture of a phone. */
    static final int LARGEST = 10 << 20;

    private static final int LONGEST_NAME = 200;

    private String name = "";
    private String key = "";
    private byte @Nullable [] content;

    private AttachmentForm() {}

    /**
     * A file that may be kept.
     *
     * @param key made by who sent it
     * @param name its name
     * @param type its kind
     * @param content its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Sent(UUID key, String name, AttachmentType type, byte[] content) {}

    /**
     * Reads a form.
     *
     * @throws RestException with status 400 where something is missing or of no kind that is taken, 413 where it is too large
     */
    static Sent read(String contentType, InputStream body) {
        AttachmentForm form = new AttachmentForm();
        FormParts.read(contentType, body, form::take);
        return form.sent();
    }

    private void take(FormParts.Part part) throws IOException {
        if (part.name().equals("file") && content == null) {
            name = part.fileName().strip();
            content = part.content().readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw RestException.of(RestError.BODY_TOO_LARGE, "A file of a talk has at most 10 MiB.");
            }
        } else if (part.name().equals("key")) {
            key = part.text();
        }
    }

    private Sent sent() {
        List<FieldError> errors = new ArrayList<>();
        byte[] bytes = content == null ? new byte[0] : content;
        Optional<AttachmentType> type = AttachmentType.of(name, bytes);
        Optional<UUID> random = uuid(key);
        if (random.isEmpty()) {
            errors.add(FieldError.of("key", key.isEmpty() ? "missing" : "uuid"));
        }
        if (bytes.length == 0) {
            errors.add(FieldError.of("file", content == null ? "missing" : "fileEmpty"));
        } else if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            errors.add(FieldError.of("file", "fileName"));
        } else if (type.isEmpty()) {
            errors.add(FieldError.of("file", "attachmentType"));
        }
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        return new Sent(random.orElseThrow(), name, type.orElseThrow(), bytes);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
