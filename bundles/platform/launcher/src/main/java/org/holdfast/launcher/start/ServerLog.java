package org.holdfast.launcher.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
            keepLibrariesOffTheScreen(data);
            return settings;
        } catch (IOException e) {
            throw new StartFailure(e, "failure.log");
        }
    }

    /** Libraries print past any logger; the administrator's screen is for our own lines. */
    private static void keepLibrariesOffTheScreen(DataDirectory data) throws IOException {
        Path file = data.path().resolve("logs").resolve("libraries.log");
        PrintStream kept = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
        System.setOut(kept);
        System.setErr(kept);
    }
}
