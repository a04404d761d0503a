package org.holdfast.launcher.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.start.RunFile;
import org.holdfast.launcher.start.StartFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command shares: which installation and which data directory it is about. */
public final class Installation {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Data directory; default: data/ of the installation, or HOLDFAST_DATA_DIR.")
    private @Nullable Path dataDirectory;

    /**
     * Reads the settings.
     *
     * @param options further settings from the command line, by key
     * @return the settings
     */
    public Configuration configuration(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        if (dataDirectory != null) {
            all.put(Setting.DATA_DIRECTORY.key(), dataDirectory.toAbsolutePath().toString());
        }
        return Configuration.read(Path.of(System.getProperty("holdfast.home", ".")), System.getenv(), all);
    }

    /**
     * Finds the running server.
     *
     * @return what is needed to speak to it
     * @throws StartFailure where none runs on the data directory
     */
    public RunFile server() {
        Path data = configuration(Map.of()).dataDirectory();
        return RunFile.of(data)
                .orElseThrow(() -> new StartFailure(
                        "No server runs on the data directory " + data + ".",
                        "Start one with \"holdfast start\", or name another directory with --data-dir."));
    }
}
