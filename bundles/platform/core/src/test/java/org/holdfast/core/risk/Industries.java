package org.holdfast.core.risk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.launcher.bundles.IndustryDescription;

/** The industries as they ship. */
public final class Industries {

    private Industries() {}

    public static IndustryModel load(String code) {
        Path file = Path.of("..", "..", "industry", code, "src", "main", "resources", "industry.json");
        try (InputStream in = Files.newInputStream(file)) {
            return IndustryDescription.read(code + "/industry.json", in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
