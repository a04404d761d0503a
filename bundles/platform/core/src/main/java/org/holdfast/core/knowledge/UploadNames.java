package org.holdfast.core.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Reads what a sender says of a file in headers: texts in base64, which may hold anything. */
final class UploadNames {
    private static final String METADATA = "Upload-Metadata";
    private static final int LONGEST = 4096;
    private static final int LONGEST_NAME = 255;
    private static final int DIGEST = 32;
    private static final String UNNAMED = "file";

    private UploadNames() {}

    /** Reads name and media type; what is not known is passed over. */
    static StoredFile.Facts read(@Nullable String metadata) {
        String name = "";
        String type = "";
        if (metadata != null && metadata.length() > LONGEST) {
            throw RestException.invalid(METADATA, "tooLong");
        }
        for (String pair : metadata == null ? new String[0] : metadata.split(",", -1)) {
            String[] parts = pair.strip().split(" ", 2);
            switch (parts[0].toLowerCase(Locale.ROOT)) {
                case "filename" -> name = text(parts);
                case "filetype" -> type = text(parts);
                default -> {
                    // Other clients send more.
                }
            }
        }
        return new StoredFile.Facts(plain(name), type.matches("[\\w.+-]{1,100}/[\\w.+-]{1,100}") ? type : "");
    }

    /** Reads the digest of what is sent. */
    static byte[] digest(String checksum) {
        String[] parts = checksum.strip().split(" ", 2);
        if (!parts[0].equals("sha256")) {
            throw RestException.of(KnowledgeError.UPLOAD_CHECKSUM_UNKNOWN, "Checksums are of sha256.");
        }
        byte[] digest = decoded("Upload-Checksum", parts.length == 2 ? parts[1] : "");
        if (digest.length != DIGEST) {
            throw RestException.invalid("Upload-Checksum", "form");
        }
        return digest;
    }

    private static String text(String[] parts) {
        return parts.length < 2 ? "" : new String(decoded(METADATA, parts[1]), StandardCharsets.UTF_8);
    }

    private static byte[] decoded(String header, String value) {
        try {
            return Base64.getDecoder().decode(value.strip());
        } catch (IllegalArgumentException e) {
            throw RestException.invalid(header, "form");
        }
    }

    /** A name without folders, and without what could pass for something else on a screen or in a shell. */
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        String cut = last.length() > LONGEST_NAME ? last.substring(last.length() - LONGEST_NAME) : last;
        return cut.isEmpty() || cut.equals(".") || cut.equals("..") ? UNNAMED : cut;
    }
}
