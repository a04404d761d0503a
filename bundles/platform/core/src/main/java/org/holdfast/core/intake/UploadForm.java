package org.holdfast.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.holdfast.core.intake.Imports.Kept;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * A form with a file, read as it arrives. The server's own reader of forms would first write the file to the folder for
 * temporary files, readable for whoever has the disk; here its bytes go straight into the sealed spool. For one thread.
 */
final class UploadForm implements AutoCloseable {
    private static final int LONGEST_FIELD = 1_000;
    private static final int MOST_PARTS = 20;

    private final Imports imports;
    private final Map<String, String> fields = new HashMap<>();
    private String fileName = "";
    private @Nullable Kept file;
    private boolean submitted;

    UploadForm(Imports imports) {
        this.imports = imports;
    }

    /** Reads the parts to the end. */
    void read(String contentType, InputStream body) {
        JakartaServletFileUpload<?, ?> upload = new JakartaServletFileUpload<>();
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        upload.setFileCountMax(MOST_PARTS);
        try {
            FileItemInputIterator parts = upload.getItemIterator(new Body(contentType, body));
            while (parts.hasNext()) {
                take(parts.next());
            }
        } catch (IOException | InvalidPathException e) {
            // The second: a file name that no file can have, such as one with a NUL in it.
            throw RestException.invalid("file", "form");
        }
    }

    private void take(FileItemInput part) throws IOException {
        String name = String.valueOf(part.getFieldName());
        try (InputStream content = part.getInputStream()) {
            if (name.equals("file") && file == null) {
                fileName = part.isFormField() ? "" : String.valueOf(part.getName());
                file = imports.keep(content);
            } else {
                fields.putIfAbsent(name, text(name, content));
            }
        }
    }

    private static String text(String name, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LONGEST_FIELD + 1);
        if (bytes.length > LONGEST_FIELD) {
            throw RestException.invalid(name, "tooLong");
        }
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }

    /** Returns a field, empty where it is not in the form. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Returns the file's name without folders. */
    String fileName() {
        String plain = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return plain.isEmpty() ? "upload.csv" : plain;
    }

    /** Returns the file; from now on its import cares for it. */
    Kept submitted() {
        Kept kept = file();
        submitted = true;
        return kept;
    }

    /** Returns the file, which has to be there. */
    Kept file() {
        if (file == null) {
            throw RestException.invalid("file", "missing");
        }
        return file;
    }

    /** Removes a file that nobody submitted. */
    @Override
    public void close() {
        if (file != null && !submitted) {
            imports.forget(file);
        }
    }

    /** What the reader of forms has to know of a request. */
    private record Body(String contentType, InputStream content) implements RequestContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return content;
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }
}
