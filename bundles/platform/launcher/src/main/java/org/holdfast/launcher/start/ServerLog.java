package org.holdfast.launcher.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** The server's log file, configured by {@code config/logging.properties}. */
final class ServerLog {
    private ServerLog() {}

    /**
     * Opens the log.
     *
     * @param template the settings as shipped
     * @param data the data directory
     * @return the settings with paths filled in, for the application server
     */
    static Path open(Path template, DataDirectory data) {
        Path settings = data.run().resolve("logging.properties");
        try {
            String folder = data.path().resolve("logs").toString().replace('\\', '/');
            Files.writeString(settings, Files.readString(template).replace("${holdfast.logs}", folder));
            try (InputStream in = Files.newInputStream(settings)) {
                LogManager.getLogManager().readConfiguration(in);
            }
            return settings;
        } catch (IOException e) {
            throw new StartFailure(
                    "The log cannot be opened.", "Check config/logging.properties and the folder logs/.", e);
        }
    }
}
