package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdfast.api.labour.LabourRules;
import org.holdfast.testkit.labour.LabourRulesContract;

/** Our own labour rules keep the contract that vendors are held to. */
class ShippedLabourTest extends LabourRulesContract {
    private static final Path CHINA = Path.of("..", "..", "labour", "cn", "src", "main", "resources");

    @Override
    protected LabourRules newRules() {
        try (InputStream in = Files.newInputStream(CHINA.resolve("labour.json"))) {
            return LabourDescription.read("labour.json", in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected InputStream openText(String path) throws IOException {
        return Files.newInputStream(CHINA.resolve(path));
    }
}
