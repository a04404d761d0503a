package org.holdfast.core.platform.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/**
 * The parts of a form ({@code multipart/form-data}, RFC 7578), read as they arrive. The server's own reader of forms would first
 * write a file to the folder for temporary files, readable for whoever has the disk.
 */
public final class FormParts {
    private static final int MOST_PARTS = 20;
    private static final int LONGEST_FIELD = 1_000;

    private FormParts() {}

    /**
     * A part.
     *
     * @param name the field's name
     * @param fileName the file's name without folders, empty where there is none
     * @param content its bytes, to be read before the next part
     */
    public record Part(String name, String fileName, InputStream content) {

        /**
         * Reads a field that is no file.
         *
         * @return the text
         * @throws IOException if the body breaks off
         * @throws RestException with status 400 where it is longer than 1,000 bytes
         */
        public String text() throws IOException {
            byte[] bytes = content.readNBytes(LONGEST_FIELD + 1);
            if (bytes.length > LONGEST_FIELD) {
                throw RestException.invalid(name, "tooLong");
            }
            return new String(bytes, StandardCharsets.UTF_8).strip();
        }
    }

    /** Takes parts. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes a part.
         *
         * @param part the part
         * @throws IOException if it cannot be read
         */
        void take(Part part) throws IOException;
    }

    /**
     * Reads a form to its end.
     *
     * @param contentType media type with the boundary of the parts
     * @param body the parts as they arrive
     * @param taker takes each part
     * @throws RestException with status 400 where it is no form, or breaks off
     */
    public static void read(String contentType, InputStream body, Taker taker) {
        JakartaServletFileUpload<?, ?> upload = new JakartaServletFileUpload<>();
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        upload.setFileCountMax(MOST_PARTS);
        try {
            FileItemInputIterator parts = upload.getItemIterator(new Body(contentType, body));
            while (parts.hasNext()) {
                FileItemInput item = parts.next();
                try (InputStream content = item.getInputStream()) {
                    taker.take(new Part(String.valueOf(item.getFieldName()), fileName(item), content));
                }
            }
        } catch (IOException | InvalidPathException e) {
            // The second: a file name that no file can have, such as one with a NUL in it.
            throw RestException.invalid("file", "form");
        }
    }

    private static String fileName(FileItemInput item) {
        String name = item.isFormField() ? "" : String.valueOf(item.getName());
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
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
