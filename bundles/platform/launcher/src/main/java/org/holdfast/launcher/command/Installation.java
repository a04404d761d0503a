package org.holdfast.launcher.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.holdfast.launcher.client.ServerClient;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.start.RunFile;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Screen;
import org.holdfast.launcher.text.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What every command shares: which installation and data directory it is about, and where its user reads. */
public final class Installation {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--data-dir", paramLabel = "DIR", scope = ScopeType.INHERIT)
    private @Nullable Path dataDirectory;

    /**
     * Reads the settings.
     *
     * @param options further settings from the command line, by key
     * @return the settings
     */
    public Configuration configuration(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.putAll(options());
        return Configuration.read(home(), System.getenv(), all);
    }

    /**
     * Returns the folder the product is installed in.
     *
     * @return the folder
     */
    Path home() {
        return Path.of(System.getProperty("holdfast.home", "."));
    }

    /**
     * Returns the settings that the shared options name.
     *
     * @return values by key
     */
    Map<String, String> options() {
        return dataDirectory == null
                ? Map.of()
                : Map.of(
                        Setting.DATA_DIRECTORY.key(),
                        dataDirectory.toAbsolutePath().toString());
    }

    /**
     * Returns the screen for what the command is asked to say.
     *
     * @return standard output, in the reader's language
     */
    public Screen screen() {
        return new Screen(line().getOut(), words());
    }

    /**
     * Returns the screen for what goes beside the answer: notes and progress.
     *
     * @return standard error, in the reader's language
     */
    public Screen notes() {
        return new Screen(line().getErr(), words());
    }

    /**
     * Returns a connection to the running server, which answers in the reader's language.
     *
     * @return the connection
     * @throws StartFailure where none runs on the data directory
     */
    public ServerClient client() {
        return new ServerClient(server(), words().getLocale());
    }

    private Words words() {
        return (Words) line().getResourceBundle();
    }

    private CommandLine line() {
        return Objects.requireNonNull(command, "Run it through picocli").commandLine();
    }

    /**
     * Finds the running server.
     *
     * @return what is needed to speak to it
     * @throws StartFailure where none runs on the data directory
     */
    public RunFile server() {
        Path data = configuration(Map.of()).dataDirectory();
        return RunFile.of(data).orElseThrow(() -> new StartFailure("failure.noServer", data));
    }
}
