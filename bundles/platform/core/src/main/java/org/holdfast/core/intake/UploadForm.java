package org.holdfast.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.holdfast.core.intake.Imports.Kept;
import org.holdfast.core.platform.rest.FormParts;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** A form with a file, whose bytes go straight into the sealed spool. For one thread. */
final class UploadForm implements AutoCloseable {
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
        FormParts.read(contentType, body, this::take);
    }

    private void take(FormParts.Part part) throws IOException {
        if (part.name().equals("file") && file == null) {
            fileName = part.fileName();
            file = imports.keep(part.content());
        } else {
            fields.putIfAbsent(part.name(), part.text());
        }
    }

    /** Returns a field, empty where it is not in the form. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Returns the file's name without folders. */
    String fileName() {
        return fileName.isEmpty() ? "upload.csv" : fileName;
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
}
