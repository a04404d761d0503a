package org.holdfast.core.retention.cases;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of files a talk can have. The ending and the first bytes have to agree: what is named a picture and is none is
 * refused. Nothing here runs when it is opened, and the server only ever hands it out as a file to be saved.
 */
enum AttachmentType {
    /** Portable document (ISO 32000). */
    PDF("application/pdf", "pdf", "%PDF-"),
    /** Picture (ISO/IEC 15948). */
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    /** Picture (ISO/IEC 10918). */
    JPEG("image/jpeg", "jpg jpeg", "\u00ff\u00d8\u00ff"),
    /** Text document (ISO/IEC 29500). */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", AttachmentType.ZIP),
    /** Workbook (ISO/IEC 29500). */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", AttachmentType.ZIP),
    /** Plain text in UTF-8 or GB18030. */
    TEXT("text/plain", "txt", "");

    private static final String ZIP = "PK\u0003\u0004";

    private final String media;
    private final String endings;
    private final String beginning;

    AttachmentType(String media, String endings, String beginning) {
        this.media = media;
        this.endings = endings;
        this.beginning = beginning;
    }

    /** Returns its media type. */
    String media() {
        return media;
    }

    /** Finds the kind of a file; empty where it is none of them. */
    static Optional<AttachmentType> of(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> name.indexOf('.') > 0 && type.endings().contains(ending) && type.begins(content))
                .findFirst();
    }

    static Optional<AttachmentType> ofMedia(String media) {
        return Arrays.stream(values()).filter(type -> type.media.equals(media)).findFirst();
    }

    private Set<String> endings() {
        return Set.of(endings.split(" ", -1));
    }

    private boolean begins(byte[] content) {
        if (this == TEXT) {
            return isText(content, StandardCharsets.UTF_8) || isText(content, Charset.forName("GB18030"));
        }
        byte[] first = beginning.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= first.length && Arrays.equals(first, 0, first.length, content, 0, first.length);
    }

    private static boolean isText(byte[] content, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(content)).chars().noneMatch(letter -> letter == 0);
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
