package org.holdfast.core.offboarding.assets;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.holdfast.core.platform.rest.FormParts;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** A form with a file of assets: the parts {@code subsidiaryId} and {@code file}. For one thread. */
final class AssetUpload {
    static final int LARGEST = 10 << 20;

    private String name = "";
    private String firm = "";
    private byte @Nullable [] content;

    private AssetUpload() {}

    static AssetImport.Sent read(String contentType, InputStream body) {
        AssetUpload form = new AssetUpload();
        FormParts.read(contentType, body, form::take);
        return form.sent();
    }

    private void take(FormParts.Part part) throws IOException {
        if (part.name().equals("file") && content == null) {
            name = part.fileName().strip();
            content = part.content().readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw RestException.of(RestError.BODY_TOO_LARGE, "A file of assets has at most 10 MiB.");
            }
        } else if (part.name().equals("subsidiaryId")) {
            firm = part.text();
        }
    }

    private AssetImport.Sent sent() {
        if (content == null || content.length == 0) {
            throw RestException.invalid("file", "missing");
        }
        try {
            return new AssetImport.Sent(name, content, UUID.fromString(firm));
        } catch (IllegalArgumentException e) {
            throw RestException.invalid("subsidiaryId", firm.isEmpty() ? "missing" : "form");
        }
    }
}
